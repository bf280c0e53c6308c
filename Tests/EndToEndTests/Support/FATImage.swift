import Foundation
import Testing

/// A FAT32 image that files go into and come out of by mtools.
enum FATImage {
  static let isUsable: Bool = {
    let found = try? Program.run(
      "sh", ["-c", "PATH=$PATH:/usr/sbin:/sbin; command -v mcopy && command -v mkfs.vfat"])
    if found?.status == 0 { return true }
    print("skipped: a FAT32 image needs mtools and dosfstools")
    return false
  }()

  /// Copies what a stick's folder holds into a new image, checks the image, and copies it out into
  /// another folder, which is returned.
  static func carry(_ stick: String, as name: String, in world: World) throws -> String {
    let outcome = try Program.run("sh", ["-c", script, "sh", stick, world.path(name)])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return world.path(name)
  }

  private static let script = """
    set -e; PATH="$PATH:/usr/sbin:/sbin"; export TZ=UTC
    truncate -s 40M "$2.img"
    mkfs.vfat -F 32 "$2.img" >/dev/null
    mcopy -i "$2.img" -s -m -Q "$1/airlock" ::
    fsck.vfat -n "$2.img" >/dev/null
    mkdir "$2"
    mcopy -i "$2.img" -s -m -n ::airlock "$2/"
    diff -r "$1/airlock" "$2/airlock"
    """
}
