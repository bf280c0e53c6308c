import BundleFormat
public import Cryptography
import Store
public import TUF
public import Vocabulary

/// The signing of a root where its holder is: on a machine without a lab, perhaps without a
/// network, with nothing but the root, the one before it and the holder's key.
public struct RootSigning: Sendable {
  /// The root with the signatures so far.
  public private(set) var proposal: RootProposal
  /// Where it was read, and where `save` puts it.
  public let path: String
  /// Fingerprint of the root before it, to be compared with what the holder knows; nil for a first
  /// root.
  public let previousFingerprint: String?

  /// Reads the root at `path` and the one before it, at `previous`, else beside it as
  /// `<version>.root.json`: without that one nobody could say what changes.
  ///
  /// Throws `Failure` (bad input) for a file that isn't what it should be.
  public init(_ path: String, after previous: String?) throws(Failure) {
    self.path = path
    let file = try InputFile.read(path, limit: Int(Limits.root))
    let place: String?
    if let previous { place = previous } else { place = try Self.neighbour(of: path, file) }
    let before: [UInt8]?
    if let place {
      before = try InputFile.read(place, limit: Int(Limits.root))
    } else {
      before = nil
    }
    do {
      proposal = try RootProposal(file, after: before)
    } catch {
      throw Failure(.badInput, "\(path): \(error.why)")
    }
    previousFingerprint = before.map { Fingerprint(of: $0).description }
  }

  /// Where the root before this one must lie; nil for a first root.
  private static func neighbour(of path: String, _ file: [UInt8]) throws(Failure) -> String? {
    let version: Int64
    do {
      version = try RootProposal.claimedVersion(of: file)
    } catch {
      throw Failure(.badInput, "\(path): \(error.why)")
    }
    guard version > 1 else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let place = folder + Role.root.fileName(version: version - 1)
    guard PrivateFile.exists(place) else {
      throw Failure(
        .badInput,
        "\(place): the root before is needed to say what changes: put it there, or name it with "
          + "--after")
    }
    return place
  }

  /// Adds the signature of the key in the file at `keyPath`. Returns the key, and whether it had
  /// signed already.
  ///
  /// Throws `Failure`: not permitted for a wrong passphrase; refused for a key that neither root
  /// names.
  public mutating func sign(
    with keyPath: String, passphrase: borrowing SecretBytes
  ) throws(Failure) -> (key: VerifyingKey, hadSigned: Bool) {
    let key = try RootKeyFiles.open(keyPath, passphrase: passphrase)
    let hadSigned = proposal.progress.signed.contains(key.verifyingKey)
    do {
      proposal = try proposal.signed(by: key)
    } catch {
      throw Failure(.refused, "\(keyPath): \(error.why)")
    }
    return (key.verifyingKey, hadSigned)
  }

  /// Writes the root with its signatures to `output`, else in place of the file that was read.
  public func save(to output: String? = nil) throws(Failure) {
    try InputFile.write(proposal.file, to: output ?? path)
  }
}

extension WaitingRoot {
  /// Puts the root, and the one before it, into `folder` for the holders; returns the root's path.
  ///
  /// Throws `Failure` where the folder can't be written.
  public func write(to folder: String) throws(Failure) -> String {
    do {
      try PrivateFile.makeFolder(folder)
    } catch {
      throw Failure(.refused, error.description)
    }
    let version = proposal.claim.version
    if let previousFile {
      try InputFile.write(
        previousFile, to: "\(folder)/\(Role.root.fileName(version: version - 1))")
    }
    let path = "\(folder)/\(Role.root.fileName(version: version))"
    try InputFile.write(proposal.file, to: path)
    return path
  }
}

extension RootHolders {
  /// Writes the plan into `folder` as `root.plan`; returns its path.
  public func write(to folder: String) throws(Failure) -> String {
    let path = "\(folder)/\(Self.fileName)"
    guard !PrivateFile.exists(path) else {
      throw Failure(.refused, "\(path): is there already; give another folder with -o")
    }
    try InputFile.write(encoded(), to: path)
    return path
  }
}
