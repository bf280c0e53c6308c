import Glibc

/// What the kernel says in `/sys` about the drive behind a mount.
struct BlockDevices {
  /// `/sys`, or what a test puts in its place.
  let system: String

  /// One partition or whole disk.
  struct Device {
    /// The whole disk's folder in `/sys/devices`.
    let disk: String
    /// Whether it can be taken out of the machine.
    let isRemovable: Bool
    let isReadOnly: Bool
    let model: String?
  }

  /// The device with that `major:minor`; nil where it is no block device.
  func device(_ number: String) -> Device? {
    guard number.utf8.allSatisfy({ $0 == UInt8(ascii: ":") || (48...57).contains($0) }) else {
      return nil
    }
    return resolve("\(system)/dev/block/\(number)", depth: 0)
  }

  /// Encrypted sticks are mounted from a mapped device: the drive is what lies beneath.
  private func resolve(_ link: String, depth: Int) -> Device? {
    guard depth < 4, let folder = Self.realPath(link) else { return nil }
    let beneath = (try? FolderDrive("\(folder)/slaves").list("").map(\.name)) ?? []
    for name in beneath {
      if let device = resolve("\(folder)/slaves/\(name)", depth: depth + 1) { return device }
    }
    let disk =
      Self.line("\(folder)/partition") == nil ? folder : DrivePath.folder(of: folder)
    return Device(
      disk: disk, isRemovable: isRemovable(disk), isReadOnly: Self.line("\(folder)/ro") == "1",
      model: model(disk))
  }

  /// Card readers and sticks say so themselves; USB disks in a case don't, but hang on USB; a
  /// memory card in a slot of its own is of type SD.
  private func isRemovable(_ disk: String) -> Bool {
    if Self.line("\(disk)/removable") == "1" { return true }
    if Self.line("\(disk)/device/type") == "SD" { return true }
    return DrivePath.names(disk).contains { name in
      name.hasPrefix("usb") && !name.dropFirst(3).isEmpty
        && name.dropFirst(3).allSatisfy(\.isNumber)
    }
  }

  private func model(_ disk: String) -> String? {
    let parts = ["vendor", "model"].compactMap { Self.line("\(disk)/device/\($0)") }
    let text = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  private static func realPath(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// The first line of a small file, without the blanks around it; nil where there is none.
  private static func line(_ path: String) -> String? {
    guard let bytes = try? SystemFile(path).read(), let line = bytes.split(separator: 0x0A).first
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
