/// One thing in a folder of a drive.
public struct DriveEntry: Equatable, Sendable {
  /// Its name in the folder, as text; bytes that are no UTF-8 become U+FFFD, which no name of ours
  /// holds.
  public let name: String
  public let isRegular: Bool
  public let isFolder: Bool
  /// Bytes of a regular file; 0 for anything else.
  public let size: Int64

  /// An entry that is a regular file, a folder, or neither: a link, pipe or device.
  public init(name: String, isRegular: Bool, isFolder: Bool, size: Int64) {
    self.name = name
    self.isRegular = isRegular
    self.isFolder = isFolder
    self.size = size
  }
}
