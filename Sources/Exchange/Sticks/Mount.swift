/// One line of `/proc/self/mountinfo` (proc(5)): a file system and where it is mounted.
struct Mount: Equatable {
  /// `major:minor` of the device.
  let device: String
  /// The folder of the file system that is mounted; `/` for all of it.
  let root: String
  /// Where.
  let path: String
  /// The file system's name, such as `vfat`.
  let fileSystem: String
  /// Whether the mount or the file system beneath is read only.
  let isReadOnly: Bool

  /// Reads a line; nil for one that hasn't the form.
  init?(_ line: some StringProtocol) {
    let fields = line.split(separator: " ")
    // Optional fields end with a lone hyphen; type, source and the file system's options follow.
    guard let hyphen = fields.firstIndex(of: "-"), hyphen >= 6, fields.count >= hyphen + 4 else {
      return nil
    }
    device = String(fields[2])
    root = Self.unescaped(fields[3])
    path = Self.unescaped(fields[4])
    fileSystem = Self.unescaped(fields[hyphen + 1])
    isReadOnly = [fields[5], fields[hyphen + 3]].contains {
      $0.split(separator: ",").contains("ro")
    }
  }

  /// White space and backslashes stand as three octal digits: `\040` is a space.
  private static func unescaped(_ field: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"),
        let value = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
