/// Whether what is to be written can be, asked before the first byte is.
public enum StickSpace {
  /// Throws a `DriveFault` where the drive can only be read (readOnly), or where files of these
  /// lengths don't fit beside what is on it (tooSmall, which names how much is missing). A drive
  /// that doesn't know its room is tried.
  public static func require(_ files: [Int64], on drive: any Drive) throws {
    if try drive.isReadOnly { throw DriveFault(.readOnly, "") }
    guard !files.isEmpty, let free = try drive.freeSpace() else { return }
    let unit = max(1, try drive.allocationUnit)
    let needed = files.reduce(0) { $0 + ($1 + unit - 1) / unit * unit }
    if needed > free { throw DriveFault(.tooSmall(missing: needed - free), "") }
  }
}
