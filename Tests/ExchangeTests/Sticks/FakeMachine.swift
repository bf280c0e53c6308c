import Foundation

@testable import Exchange

/// What the kernel would say of disks and mounts, as files in a folder.
final class FakeMachine {
  let folder: TemporaryFolder
  private var lines: [String] = []

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: path("sys/dev/block"), withIntermediateDirectories: true)
    try writeTable()
  }

  func finder() throws -> StickFinder {
    try StickFinder(mountInfo: path("mountinfo"), system: path("sys"))
  }

  /// What a finder that starts now finds.
  func sticks() throws -> [Stick] {
    try writeTable()
    return try finder().sticks()
  }

  /// Rewrites the table in place: a finder keeps it open.
  func writeTable() throws {
    let bytes = Data((lines.joined(separator: "\n") + "\n").utf8)
    guard let file = FileHandle(forWritingAtPath: path("mountinfo")) else {
      return try bytes.write(to: URL(filePath: path("mountinfo")))
    }
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: bytes)
    try file.close()
  }

  func addLine(_ line: String) { lines.append(line) }

  func disk(
    _ name: String, on bus: String, removable: Bool, readOnly: Bool = false,
    model: (String, String)? = nil, type: String? = nil
  ) throws {
    let disk = "sys/devices/\(bus)/block/\(name)"
    try write("\(disk)/removable", removable ? "1\n" : "0\n")
    try write("\(disk)/ro", readOnly ? "1\n" : "0\n")
    if let model {
      try write("\(disk)/device/vendor", model.0 + "\n")
      try write("\(disk)/device/model", model.1 + "\n")
    }
    if let type { try write("\(disk)/device/type", type + "\n") }
  }

  func partition(_ name: String, of disk: String, on bus: String, number: String) throws {
    let place = "sys/devices/\(bus)/block/\(disk)/\(name)"
    try write("\(place)/partition", "1\n")
    try write("\(place)/ro", "0\n")
    try link(number, to: place)
  }

  func mapping(
    _ name: String, of partition: String, of disk: String, on bus: String, number: String
  ) throws {
    let place = "sys/devices/virtual/block/\(name)"
    try write("\(place)/removable", "0\n")
    try FileManager.default.createDirectory(
      atPath: path("\(place)/slaves"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path("\(place)/slaves/\(partition)"),
      withDestinationPath: path("sys/devices/\(bus)/block/\(disk)/\(partition)"))
    try link(number, to: place)
  }

  /// Mounts a device in a folder of this name, which is made; `disk` and `bus` where it is a whole
  /// disk. Returns the folder.
  func mount(
    _ number: String, at name: String, fileSystem: String, root: String = "/",
    options: String = "rw,nosuid", disk: String? = nil, on bus: String = ""
  ) throws -> String {
    if let disk { try link(number, to: "sys/devices/\(bus)/block/\(disk)") }
    let place = path("media/\(name)")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    mount(number, on: place, fileSystem: fileSystem, root: root, options: options)
    return place
  }

  func mount(
    _ number: String, on place: String, fileSystem: String, root: String = "/",
    options: String = "rw,nosuid"
  ) {
    let escaped = place.replacingOccurrences(of: " ", with: "\\040")
    addLine("36 35 \(number) \(root) \(escaped) \(options) shared:1 - \(fileSystem) /dev/x rw")
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func link(_ number: String, to place: String) throws {
    try? FileManager.default.removeItem(atPath: path("sys/dev/block/\(number)"))
    try FileManager.default.createSymbolicLink(
      atPath: path("sys/dev/block/\(number)"), withDestinationPath: path(place))
  }

  private func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
