/// Whether what is to be written fits, asked before the first byte is.
public enum StickSpace {
  /// Folders, metadata and notes of one channel together, generously.
  public static let overhead: Int64 = 512 << 10

  /// Throws a `DriveFault` (tooSmall) that names how much is missing where files of these lengths
  /// don't fit beside what is on the drive. Nothing is asked where the drive doesn't know.
  public static func require(_ files: [Int64], on drive: any Drive) throws {
    guard !files.isEmpty, let free = try drive.freeSpace() else { return }
    let unit = max(1, try drive.allocationUnit)
    let needed = files.reduce(0) { $0 + ($1 + unit - 1) / unit * unit }
    if needed > free { throw DriveFault(.tooSmall(missing: needed - free), "") }
  }
}
