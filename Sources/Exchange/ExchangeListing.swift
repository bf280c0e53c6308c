public import Vocabulary

/// Which channels a stick has, and how much waits in each. Read from names and sizes alone, so
/// nothing of it is verified.
public struct ExchangeListing: Equatable, Sendable {
  /// One channel's files in one direction.
  public struct Waiting: Equatable, Sendable {
    public let channel: ID
    /// Sealed files: targets, or archives of all epochs.
    public let files: Int
    /// Their bytes together.
    public let bytes: Int64
  }

  /// Channels with a folder in `down/`, sorted.
  public let down: [Waiting]
  /// Channels with a folder in `up/`, sorted.
  public let up: [Waiting]

  /// Looks at `drive`. Throws `DriveFault`.
  public init(_ drive: any Drive) throws {
    down = try Self.down(drive).map { channel in
      let sizes = try drive.list(ExchangeLayout.targets(channel))
        .filter { $0.isRegular && TargetName($0.name) != nil }.map(\.size)
      return Waiting(channel: channel, files: sizes.count, bytes: sizes.reduce(0, +))
    }
    up = try Self.channels(ExchangeLayout.up, drive).map { channel in
      let folder = UpFolder(drive, channel: channel)
      let sizes = try folder.epochs().flatMap { try folder.archives(in: $0) }
        .filter { $0.name.part == .age }.map(\.size)
      return Waiting(channel: channel, files: sizes.count, bytes: sizes.reduce(0, +))
    }
  }

  /// Only which channels have a folder in `down/` of `drive`; what lies in them isn't looked at.
  /// Throws `DriveFault`.
  public static func down(_ drive: any Drive) throws -> [ID] {
    try channels(ExchangeLayout.down, drive)
  }

  private static func channels(_ folder: String, _ drive: any Drive) throws -> [ID] {
    try drive.list(folder).filter(\.isFolder).compactMap { ID(hex: $0.name) }
  }
}
