import Glibc

/// Finds the removable drives that are mounted.
///
/// The table of mounts is opened once and read anew each time, so that a finder made before a
/// sandbox closes goes on seeing sticks that are put in later.
public struct StickFinder: Sendable {
  /// Discs and images, which nobody carries between lab and room.
  private static let others: Set<String> = ["iso9660", "udf", "squashfs"]
  /// Where a system's own files are: a drive that has one of them is the machine's, also where it
  /// runs from a stick.
  private static let own: Set<String> = [
    "/", "/boot", "/boot/efi", "/efi", "/home", "/opt", "/srv", "/usr", "/var",
  ]

  private let table: SystemFile
  private let devices: BlockDevices

  /// A finder for this machine. Throws `DriveFault` where the table of mounts can't be read.
  ///
  /// `mountInfo` and `system` stand for `/proc/self/mountinfo` and `/sys`.
  public init(
    mountInfo: String = "/proc/self/mountinfo", system: String = "/sys"
  ) throws(DriveFault) {
    table = try SystemFile(mountInfo)
    devices = BlockDevices(system: system)
  }

  /// The sticks that are mounted now, by their paths; each drive's partition once, under the
  /// shortest path that it has.
  public func sticks() throws -> [Stick] {
    let lines = String(decoding: try table.read(), as: UTF8.self).split(separator: "\n")
    var found: [(mount: Mount, device: BlockDevices.Device)] = []
    for mount in lines.compactMap({ Mount($0) }) {
      if let device = devices.device(mount.device) { found.append((mount, device)) }
    }
    let machine = Set(found.filter { Self.own.contains($0.mount.path) }.map(\.device.disk))
    let removable = found.filter { mount, device in
      device.isRemovable && !machine.contains(device.disk) && mount.root == "/"
        && !Self.others.contains(mount.fileSystem)
    }
    var seen: Set<String> = []
    return removable.sorted { Self.order($0.mount.path, $1.mount.path) }
      .filter { seen.insert($0.mount.device).inserted }
      .compactMap { Self.stick($0.mount, $0.device) }
  }

  private static func order(_ left: String, _ right: String) -> Bool {
    (left.utf8.count, left) < (right.utf8.count, right)
  }

  /// Nil for one that was pulled out meanwhile.
  private static func stick(_ mount: Mount, _ device: BlockDevices.Device) -> Stick? {
    var status = statvfs()
    guard unsafe statvfs(mount.path, &status) == 0 else { return nil }
    let unit = Int64(clamping: status.f_frsize)
    return Stick(
      path: mount.path, model: device.model, fileSystem: mount.fileSystem,
      size: Int64(clamping: status.f_blocks) * unit, free: Int64(clamping: status.f_bavail) * unit,
      isReadOnly: mount.isReadOnly || device.isReadOnly)
  }
}
