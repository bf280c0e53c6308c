import Foundation
import Testing

/// A stick as an image of its file system, mounted for the length of one program's run: by the kernel
/// where it can, else through FUSE.
struct StickImage {
  enum Kind: String, Sendable, CaseIterable {
    case vfat, exfat

    /// Those that can be made and mounted here.
    static let usable: [Kind] = allCases.filter { kind in
      if (try? StickImage.canMount(kind)) == true { return true }
      print(
        "skipped: \(kind.rawValue) images need root, mkfs.\(kind.rawValue) and a loop mount or FUSE"
      )
      return false
    }
  }

  let kind: Kind
  let file: String
  let mount: String
  private let world: World

  /// A new, empty stick of 40 MB.
  init(_ kind: Kind, in world: World) throws {
    self.init(kind, file: world.path("stick.img"), in: world)
    let make = try Program.run("sh", ["-c", Self.making, "sh", file, kind.rawValue])
    try #require(make.status == 0, "\(make.errors)")
  }

  private init(_ kind: Kind, file: String, in world: World) {
    self.kind = kind
    self.file = file
    self.world = world
    mount = world.path("mounted")
  }

  /// The copies that were taken while a program ran, oldest first, each beside the others.
  func copies() throws -> [StickImage] {
    try FileManager.default.contentsOfDirectory(atPath: world.folder.path)
      .filter { $0.hasPrefix("stick.img.") }
      .sorted { (Int($0.dropFirst(10)) ?? 0) < (Int($1.dropFirst(10)) ?? 0) }
      .map { StickImage(kind, file: world.path($0), in: world) }
  }

  func lab(_ arguments: [String], copies: Bool = false) throws -> Outcome {
    try run(
      Program.products.appending(path: "airlock-lab").path,
      ["--home", world.path("lab")] + arguments
        + ["--passphrase-file", try world.passphrase("lab"), "--json"], copies: copies)
  }

  func room(_ arguments: [String]) throws -> Outcome {
    try run(
      Program.products.appending(path: "airlock-room").path,
      ["--home", world.path("a")] + arguments
        + ["--passphrase-file", try world.passphrase("custodian-a"), "--json"])
  }

  /// Runs a program while the stick is mounted; with `copies`, copies the image as often as it can
  /// meanwhile.
  func run(_ program: String, _ arguments: [String], copies: Bool = false) throws -> Outcome {
    try FileManager.default.createDirectory(atPath: mount, withIntermediateDirectories: true)
    return try Program.run(
      "unshare",
      ["-m", "sh", "-c", Self.script, "sh", file, mount, kind.rawValue, copies ? "12" : "0"]
        + [program] + arguments)
  }

  private static func canMount(_ kind: Kind) throws -> Bool {
    guard getuid() == 0 else { return false }
    let world = try World()
    return try StickImage(kind, in: world).run("true", []).status == 0
  }

  private static let making = """
    truncate -s 40M "$1"
    PATH="$PATH:/usr/sbin:/sbin"
    if [ "$2" = vfat ]; then mkfs.vfat -F 32 "$1"; else mkfs.exfat "$1"; fi
    """

  private static let script = """
    image=$1; folder=$2; kind=$3; copies=$4; shift 4
    PATH="$PATH:/usr/sbin:/sbin"; loop=; daemon=
    if ! mount -t "$kind" -o loop "$image" "$folder" 2>/dev/null; then
      # There is no FUSE driver of FAT32 that reads back what was written.
      [ "$kind" = exfat ] || exit 70
      loop=$(losetup -f --show "$image") || exit 70
      mount.exfat-fuse -d "$loop" "$folder" >/dev/null 2>&1 & daemon=$!
      tries=0
      until mountpoint -q "$folder"; do
        tries=$((tries + 1)); [ $tries -lt 200 ] && kill -0 $daemon || exit 70
        sleep 0.05
      done
    fi
    if [ "$copies" = 0 ]; then
      "$@"; status=$?
    else
      "$@" & pid=$!
      number=0
      until [ -e "$folder/airlock" ] || ! kill -0 $pid 2>/dev/null; do :; done
      while kill -0 $pid 2>/dev/null && [ $number -lt "$copies" ]; do
        cp "$image" "$image.$number"; number=$((number + 1))
      done
      wait $pid; status=$?
    fi
    umount "$folder"
    [ -z "$daemon" ] || wait $daemon
    [ -z "$loop" ] || losetup -d "$loop"
    exit $status
    """
}
