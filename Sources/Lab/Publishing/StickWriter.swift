import Exchange
import Vocabulary

/// Puts channels on a stick.
struct StickWriter {
  let drive: any Drive

  /// Opens a stick's folder, which is made where only its last name is missing.
  static func folder(_ path: String, create: Bool) throws -> FolderDrive {
    do {
      return try FolderDrive(path)
    } catch let fault {
      guard create, fault.kind == .absent, NewFolder.make(path) else {
        let exit: Failure.Exit =
          [.absent, .notAFolder].contains(fault.kind) ? .badInput : .refused
        throw Failure(exit, fault.description)
      }
      return try FolderDrive(path)
    }
  }

  /// Throws a `DriveFault` (tooSmall) where what is missing of these releases doesn't fit; says to
  /// the watch what comes.
  func require(_ releases: [LabService.Release], _ watch: StickWatch) throws {
    var missing: [Int64] = []
    for (channel, release) in releases {
      let folder = DownFolder(drive, channel: channel.id)
      missing += try folder.missing(of: release)
    }
    try StickSpace.require(missing, on: drive)
    watch.expect(.puttingOut, files: missing.count, bytes: missing.reduce(0, +))
  }

  /// Writes the sealed files alone: nothing leads to them yet, so the lab may still forget them.
  func writeTargets(_ release: ChannelRelease, of channel: ID) throws {
    try DownFolder(drive, channel: channel).publish(
      ChannelRelease(roots: [], metadata: [], targets: release.targets))
  }

  /// Writes what is missing of a release and removes what the room has acknowledged.
  func write(_ release: ChannelRelease, of channel: ID) throws {
    let folder = DownFolder(drive, channel: channel)
    try folder.publish(release)
    try folder.removeAcknowledged(after: release)
  }

  /// Removes sealed files that a `pack` left behind which was interrupted before anything was
  /// committed.
  func removeUnlisted(_ channel: ID) throws {
    let folder = DownFolder(drive, channel: channel)
    try folder.removeLeftOvers()
    try folder.removeAcknowledged(after: ChannelRelease(roots: [], metadata: [], targets: []))
  }
}
