public import TUF
public import Vocabulary

/// What comes down in one channel of a stick: a TUF repository whose targets are sealed files.
public struct DownFolder: Sendable {
  let drive: any Drive
  /// The channel, named by the folder.
  public let channel: ID

  var metadataFolder: String { ExchangeLayout.metadata(channel) }
  var targetsFolder: String { ExchangeLayout.targets(channel) }

  /// The folder of `channel`, which need not be there.
  public init(_ drive: any Drive, channel: ID) {
    self.drive = drive
    self.channel = channel
  }

  /// Copies a target into a nameless file in `folder`, a private folder of the machine, hashing on
  /// the way.
  ///
  /// Throws a `Refusal` (`target-missing`, `target-hash`, size), or `DriveFault` of stick or folder.
  public func spool(_ file: TargetFile, into folder: String) throws -> SpooledTarget {
    let path = "\(targetsFolder)/\(file.fileName)"
    guard let source = try drive.open(path, limit: Limits.sealed) else {
      throw Refusal(.targetMissing, "\(file.path) is listed, but isn't on the stick")
    }
    return try SpooledTarget(file, SpoolFile(source, into: folder))
  }

  /// Removes what writes that were cut off have left behind.
  public func removeLeftOvers() throws {
    for folder in [metadataFolder, targetsFolder] {
      try drive.removeLeftOvers(in: folder)
    }
  }

  /// Names in `metadata/` that have a place there, in the order of their versions.
  func metadataNames() throws -> [(text: String, name: MetadataName)] {
    try drive.list(metadataFolder).filter(\.isRegular)
      .compactMap { entry in MetadataName(entry.name).map { (entry.name, $0) } }
      .sorted { ($0.name.version ?? 0) < ($1.name.version ?? 0) }
  }
}

extension Drive {
  /// Removes the regular files of a channel's folder that end in `.part`.
  func removeLeftOvers(in folder: String) throws {
    for entry in try list(folder)
    where entry.isRegular && entry.name.hasSuffix(ExchangeLayout.partSuffix) {
      try remove("\(folder)/\(entry.name)")
    }
  }
}
