import Cryptography

/// What an open store's files share: their keys, and the last damage met.
struct StorePages: ~Copyable {
  /// Seals the pages of the main file.
  let mainKey: SecretBytes
  /// Seals the frames of its write-ahead log.
  let logKey: SecretBytes
  /// What did not authenticate last, for the error that a person reads.
  var damage: PageDamage?

  /// The keys of the file that has this random name.
  init(storeKey: borrowing SecretBytes, fileID: [UInt8]) {
    mainKey = Self.key(PageFormat.Kind.main, of: storeKey, fileID: fileID)
    logKey = Self.key(PageFormat.Kind.log, of: storeKey, fileID: fileID)
    damage = nil
  }

  /// The key for one kind of bytes of one file (design.md, "The store").
  static func key(
    _ kind: UInt8, of storeKey: borrowing SecretBytes, fileID: [UInt8]
  ) -> SecretBytes {
    BLAKE2b.keyed(storeKey, Array("airlock/page/1".utf8) + [kind] + fileID)
  }
}

/// A page that is not what was written there.
struct PageDamage: Equatable, Sendable {
  enum Place: Equatable, Sendable {
    /// A page of the main file, from 1.
    case page
    /// A frame of the log, by its offset in bytes.
    case frame
  }
  /// The file control that writes the last `PageDamage?` of a store to the address it is given.
  /// Numbers above 100 belong to applications.
  static let control: CInt = 0x4149_5231

  let place: Place
  let number: Int64

  var description: String {
    switch place {
    case .page: "page \(number) is damaged or was changed"
    case .frame: "the log's frame at byte \(number) is damaged or was changed"
    }
  }
}
