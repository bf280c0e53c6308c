/// A removable drive that is mounted on this machine, as a person knows it.
public struct Stick: Equatable, Sendable {
  /// Where it is mounted: the folder that stands for the drive.
  public let path: String
  /// The drive's maker and model, such as `SanDisk Ultra`; nil where the drive doesn't say.
  public let model: String?
  /// The file system's name as the kernel gives it, such as `vfat`.
  public let fileSystem: String
  /// Bytes that it holds altogether.
  public let size: Int64
  /// Bytes that can still be written.
  public let free: Int64
  /// Whether nothing can be written to it: mounted so, or write-protected.
  public let isReadOnly: Bool

  /// A stick with these properties.
  public init(
    path: String, model: String?, fileSystem: String, size: Int64, free: Int64, isReadOnly: Bool
  ) {
    self.path = path
    self.model = model
    self.fileSystem = fileSystem
    self.size = size
    self.free = free
    self.isReadOnly = isReadOnly
  }

  /// What it is called: desktops mount a stick under its label.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// One line that tells it from other sticks: name, model, size, what is free, where it is.
  public var line: String {
    let sizes = "\(ByteCount.text(size)), \(ByteCount.text(free)) free"
    let about = ([model].compactMap { $0 } + [sizes]).joined(separator: ", ")
    return "\(name) (\(about)\(isReadOnly ? ", read only" : "")) at \(path)"
  }
}
