import BundleFormat
public import Cryptography
import Store
import StrictJSON
public import Vocabulary

/// A room's backup: one age file over a tar of the home's files, which `age -d FILE | tar x` opens.
///
/// It holds everything: people and grants under the passphrases as they are now, the room's keys,
/// every project's store with its erase part. So it outlives `wipe`, and opens every stick that the
/// room could open when it was made; it is to be kept like the room itself. Archives that wait in
/// the outbox aren't in it: a restored room writes its own.
public enum RoomBackup {
  /// The first entry, which says what the file is.
  static let label = "airlock-backup.json"
  static let labelLimit: Int64 = 4_096

  /// What a backup holds.
  public struct Contents: Sendable, Equatable {
    /// The room's name.
    public let name: String
    /// When it was made, milliseconds since 1970 UTC.
    public let made: Int64
    /// How many contractors can sign in.
    public let people: Int
    /// Projects whose stores are in it.
    public let projects: [ID]
  }

  /// Writes a backup of the room to `path`, in place of a file of that name once all is written.
  ///
  /// Throws `Failure(.notPermitted)` for a wrong passphrase.
  public static func write(
    _ home: RoomHome, passphrase: borrowing SecretBytes, context: Context, to path: String,
    under seal: borrowing BackupSeal
  ) throws -> Contents {
    let custodian = try Custodian.open(home: home, passphrase: passphrase, context: context)
    return try write(custodian, to: path, under: seal)
  }

  /// The same by a custodian who is signed in, and who can do nothing afterwards.
  static func write(
    _ custodian: Custodian, to path: String, under seal: borrowing BackupSeal
  ) throws -> Contents {
    let contents = try contents(custodian)
    // Closed, so that each store is one file that nothing changes while it is read.
    try custodian.close()
    let part = "\(path).part"
    try PrivateFile.remove(part)
    do {
      let tar = TarWriter(try seal.encryptor(try FileSink(path: part)))
      try add(label, contents.label, to: tar)
      for file in try HomeContents(home: custodian.home).paths() {
        try add(file, of: custodian.home, to: tar)
      }
      try tar.finish()
      try HomeFiles.rename(part, to: path, in: PrivateFile.folder(of: path))
    } catch {
      try? PrivateFile.remove(part)
      throw error
    }
    return contents
  }

  private static func contents(_ custodian: Custodian) throws -> Contents {
    Contents(
      name: try custodian.roomName(),
      made: custodian.context.now(), people: try custodian.register.count(),
      projects: try custodian.store.projects().map(\.project))
  }

  private static func add(_ name: String, _ bytes: [UInt8], to tar: TarWriter) throws {
    try tar.begin(name, size: Int64(bytes.count))
    try tar.write(bytes[...])
    try tar.end(size: Int64(bytes.count))
  }

  /// The size goes before the content, so the file is measured first.
  private static func add(_ file: String, of home: RoomHome, to tar: TarWriter) throws {
    let path = "\(home.path)/\(file)"
    let size = try FileSource(path: path).copy(to: CountingSink())
    try tar.begin(file, size: size)
    let source = LimitedSource(
      try FileSource(path: path), limit: size,
      refusal: Refusal("backup", "\(file) grew while it was read"))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var left = size
    while case let count = try source.read(into: &buffer), count > 0 {
      try tar.write(buffer[..<count])
      left -= Int64(count)
    }
    guard left == 0 else { throw Refusal("backup", "\(file) shrank while it was read") }
    try tar.end(size: size)
  }
}

extension RoomBackup.Contents {
  private static let version = "backup/1"

  /// The first entry's bytes.
  var label: [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("airlock", Self.version)
      $0.member("name", name)
      $0.member("made", made)
      $0.member("people", Int64(people))
      $0.array("projects") { for project in projects { $0.string(project.hex) } }
    }
    return writer.bytes
  }

  /// Reads the first entry. Throws `Refusal` (`backup`) for anything else.
  init(label: [UInt8]) throws {
    do {
      let root = try JSONDocument(label).root
      guard try root.require("airlock").string() == Self.version else { throw Self.unknown }
      self.init(
        name: try root.require("name").string(), made: try root.require("made").integer(),
        people: Int(try root.require("people").integer()),
        projects: try root.require("projects").elements.map { try $0.id() })
    } catch is JSONFault {
      throw Self.unknown
    }
  }

  private static let unknown = Refusal("backup", "this is no backup of a room")
}
