import Cryptography
import TUF
import Vocabulary

extension DownFolder {
  /// Writes a release so that the stick can be pulled out at any moment and still shows a whole
  /// version, the old one or the new.
  ///
  /// Targets come first, then roots, then metadata in the order in which it was published, so that
  /// each file is led to only by later ones. What is there already with the right bytes stays, so a
  /// second run only completes the first.
  ///
  /// Throws `DriveFault`; `different` where the stick has another file of the same version, as
  /// after a lab was restored from an old copy.
  public func publish(_ release: ChannelRelease) throws {
    try removeLeftOvers()
    for target in release.targets { try write(target) }
    try writeRoots(release.roots)
    for (name, bytes) in release.metadata {
      let isPlain = MetadataName(name)?.version == nil
      try drive.write("\(metadataFolder)/\(name)", replace: isPlain, bytes)
    }
  }

  /// Lengths of the files that `publish` would write, since the stick hasn't got them. Names and
  /// sizes are looked at and no content, so one that is there and bad isn't among them.
  public func missing(of release: ChannelRelease) throws -> [Int64] {
    var sizes: [String: Int64] = [:]
    for folder in [metadataFolder, targetsFolder] {
      for entry in try drive.list(folder) where entry.isRegular { sizes[entry.name] = entry.size }
    }
    let targets = release.targets.map { ($0.file.fileName, $0.file.length) }
    let roots = try release.roots.map {
      (Role.root.fileName(version: try RootDocument(trusting: $0).version), Int64($0.count))
    }
    // timestamp.json is written again each time, beside the one that is there.
    let metadata = release.metadata.map { ($0.name, Int64($0.bytes.count)) }
    return (targets + roots + metadata).filter { name, size in
      sizes[name] != size || MetadataName(name)?.version == nil && TargetName(name) == nil
    }.map(\.1)
  }

  /// Removes targets that `release` doesn't list, which the room has acknowledged, and metadata
  /// more than one version older than it. Roots stay: a room may still have to walk them.
  public func removeAcknowledged(after release: ChannelRelease) throws {
    let listed = Set(release.targets.map(\.file.fileName))
    let newest = release.metadata.compactMap { MetadataName($0.name)?.version }.max() ?? 0
    for (text, name) in try metadataNames() where name.role != .root {
      guard let version = name.version, version < newest - 1 else { continue }
      try drive.remove("\(metadataFolder)/\(text)")
    }
    for entry in try drive.list(targetsFolder)
    where entry.isRegular && TargetName(entry.name) != nil && !listed.contains(entry.name) {
      try drive.remove("\(targetsFolder)/\(entry.name)")
    }
  }

  private func write(_ target: ChannelRelease.Target) throws {
    let path = "\(targetsFolder)/\(target.file.fileName)"
    if try isThere(target.file, path) { return }
    let source = HashingSource(try target.open())
    try drive.write(path, replace: false, from: source)
    // The caller's bytes, not the stick's: metadata that lists other ones would be refused.
    guard source.count == target.file.length, source.digest == target.file.sha256 else {
      try drive.remove(path)
      throw Refusal(.targetHash, "\(target.file.path) isn't what its metadata says")
    }
  }

  /// Whether the stick has the file already, every byte of it.
  private func isThere(_ file: TargetFile, _ path: String) throws -> Bool {
    guard try drive.size(of: path) == file.length,
      let source = try drive.open(path, limit: Limits.sealed)
    else { return false }
    let sink = HashingSink()
    try source.copy(to: sink)
    return sink.digest == file.sha256
  }

  /// Writes the roots that aren't there yet.
  ///
  /// Where the newest root no longer trusts what the stick shows, because a key was replaced, the
  /// timestamps go first: for a moment the stick then shows nothing, which a room takes for nothing
  /// new, while old timestamps under a new root would look like an attack.
  private func writeRoots(_ files: [[UInt8]]) throws {
    let roots = try files.map { (bytes: $0, document: try RootDocument(trusting: $0)) }
    guard let newest = roots.last else { return }
    if try root(version: newest.document.version) != newest.bytes {
      if try !shows(trusting: newest.bytes, newest.document) { try removeTimestamps() }
    }
    for root in roots {
      let name = Role.root.fileName(version: root.document.version)
      try drive.write("\(metadataFolder)/\(name)", root.bytes)
    }
  }

  /// Whether a room with that root would take what the stick shows, if it shows anything.
  private func shows(trusting root: [UInt8], _ document: RootDocument) throws -> Bool {
    guard try !timestamps().isEmpty else { return true }
    do {
      _ = try ChannelUpdater.update(
        TrustState(trusting: root), from: self,
        binding: ChannelBinding(project: document.project, channel: channel))
      return true
    } catch is Refusal {
      return false
    }
  }

  /// Oldest first, so that the newest is shown until the last moment.
  private func removeTimestamps() throws {
    for (text, name) in try metadataNames() where name.role == .timestamp {
      try drive.remove("\(metadataFolder)/\(text)")
    }
  }
}

extension Drive {
  /// Bytes of a regular file; nil where there is none.
  func size(of path: String) throws -> Int64? {
    let (folder, name) = (DrivePath.folder(of: path), DrivePath.name(of: path))
    return try list(folder).first { $0.name == name && $0.isRegular }?.size
  }
}
