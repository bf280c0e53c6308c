import BundleFormat
public import Cryptography
import Store
import StrictJSON
public import TUF
import Vocabulary

extension LabService {
  /// Writes the newest root document of a project, byte for byte, to `path`: what a room is given
  /// to trust. Returns its fingerprint, 64 hexadecimal digits and the same in groups to be read
  /// out, and what the document says.
  public func writeTrust(
    of project: String, to path: String
  ) throws -> (hex: String, spoken: String, root: RootDocument) {
    let file = try database.read { sql in
      try Roots(sql: sql, project: Projects(sql: sql).named(project).id).current()
    }
    try InputFile.write(file, to: path)
    let fingerprint = Fingerprint(of: file)
    return (fingerprint.hex, fingerprint.description, try RootDocument(trusting: file))
  }

  /// Writes every result identity, one a line, as an age file under `passphrase`: for auditors and
  /// for recovery. Returns how many there are.
  public func writeIdentities(
    to path: String, passphrase: borrowing SecretBytes
  ) throws -> Int {
    let identities = try database.write { sql in
      let identities = try Identities(sql: sql).all()
      try Journal(sql: sql, now: context.now()).note("identity") {
        $0.member("identities", Int64(identities.count))
      }
      return identities
    }
    guard !identities.isEmpty else {
      throw Failure(.refused, "no identity yet: project add makes the first")
    }
    var text: [UInt8] = []
    defer { text.wipe() }
    for identity in identities { text += identity.secretText().revealed() + [0x0A] }
    try InputFile.write(
      AgeFile.sealed(text, passphrase: passphrase, workFactor: costs.workFactor), to: path)
    return identities.count
  }
}
