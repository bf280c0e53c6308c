import BundleFormat
public import Cryptography
import Store
public import Vocabulary

/// Makes a room out of a backup, in a folder that holds none.
///
/// The custodian's slot is put in its place last, after every project has begun a new epoch: a home
/// without it is no room, so whatever interrupts a restore leaves nothing that could sign on where
/// the backup ended, and it may be begun again.
public struct RoomRestore {
  private let home: RoomHome
  private let context: Context
  private let lock: HomeLock

  /// Takes the folder, which is made where it isn't there.
  ///
  /// Throws `Failure` where it holds a room already, or anything that is no left-over of a restore.
  public init(into home: RoomHome, context: Context) throws {
    try PrivateFile.makeFolder(home.path)
    lock = try HomeLock(home: home.path)
    guard !home.isMade else {
      throw Failure(
        .refused,
        "\(home.path) holds a room already, and a backup is restored into a new home only; "
          + "for a home that was put back from a copy there is restore --here")
    }
    let others = try HomeFiles.names(in: home.path).filter { !Self.isOfRoom($0) }
    guard others.isEmpty else {
      throw Failure(
        .refused, "\(home.path) holds \(others[0]), which is no room's; give a new folder")
    }
    self.home = home
    self.context = context
  }

  /// Restores `file`, which `key` opens; `passphrase` is the custodian's when the backup was made.
  ///
  /// Throws `Failure(.notPermitted)` where either is wrong, `Refusal` for a file that is no backup;
  /// then nothing of it is left.
  public func run(
    _ file: String, key: borrowing BackupKey, passphrase: borrowing SecretBytes
  ) throws -> RoomBackup.Contents {
    do {
      let contents = try unpack(file, key: key)
      let keys = try Slot.open(stagedSlot, passphrase: passphrase)
      try begin(keys)
      return contents
    } catch {
      try? clear()
      throw error
    }
  }

  /// Writes the backup's files into the home, all but the slot under their names.
  func unpack(_ file: String, key: borrowing BackupKey) throws -> RoomBackup.Contents {
    try clear()
    let tar = TarReader(try Self.opened(file, key))
    guard let first = try tar.header(), first.path == RoomBackup.label,
      first.size <= RoomBackup.labelLimit
    else { throw Self.noBackup }
    var label: [UInt8] = []
    try tar.content(of: first) { label += $0 }
    let contents = try RoomBackup.Contents(label: label)
    for folder in home.folders { try PrivateFile.makeFolder(folder) }
    while let header = try tar.header() {
      guard HomeContents.isKnown(header.path) else { throw Self.noBackup }
      try write(header, of: tar)
    }
    try tar.end()
    guard PrivateFile.exists(stagedSlot), PrivateFile.exists(home.salt) else { throw Self.noBackup }
    return contents
  }

  /// Begins a new epoch in each project, then puts the slot in its place: now there is a room.
  func begin(_ keys: PersonKeys) throws {
    let custodian = try Custodian(home: home, keys: keys, context: context, lock: lock)
    _ = try custodian.beginEpochs()
    try custodian.close()
    try HomeFiles.rename(stagedSlot, to: home.slot(WhoName.custodian), in: home.people)
  }

  private var stagedSlot: String { home.slot(WhoName.custodian) + ".restoring" }

  private static func opened(_ file: String, _ key: borrowing BackupKey) throws -> AgeDecryptor {
    do {
      return try key.decryptor(FileSource(path: file))
    } catch let refusal as Refusal where refusal.code == .ageNoMatch {
      throw Failure(.notPermitted, "\(file): what was given doesn't open this backup")
    }
  }

  private func write(_ header: TarHeader, of tar: TarReader) throws {
    let isSlot = "\(home.path)/\(header.path)" == home.slot(WhoName.custodian)
    let path = isSlot ? stagedSlot : "\(home.path)/\(header.path)"
    let folder = PrivateFile.folder(of: path)
    try PrivateFile.makeFolder(folder)
    let sink = try FileSink(path: "\(path).part")
    try tar.content(of: header) { try sink.write($0) }
    try sink.finish()
    try HomeFiles.rename("\(path).part", to: path, in: folder)
  }

  /// Removes what an interrupted restore has left.
  private func clear() throws {
    for folder in home.folders { try HomeFiles.removeTree(folder) }
    for name in try HomeFiles.names(in: home.path) where name != "lock" {
      try PrivateFile.remove("\(home.path)/\(name)")
    }
  }

  private static func isOfRoom(_ name: String) -> Bool {
    let names = ["people", "grants", "projects", "spool", "lock"]
    return names.contains(name) || name.hasPrefix("room.sqlite")
      || name.hasPrefix("custodian.sqlite")
  }

  private static let noBackup = Refusal("backup", "this is no backup of a room")
}
