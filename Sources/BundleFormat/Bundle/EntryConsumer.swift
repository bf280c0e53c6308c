/// What takes in the content of a bundle while it is read.
///
/// Nothing that a consumer is given is final before `BundleReader.read` returns: the file may still
/// turn out to be cut, changed or longer than it should be, so what was taken is to be undone when
/// it throws (a transaction rolled back, a temporary file removed).
public protocol EntryConsumer: AnyObject {
  /// An entry begins; its `chunk`s follow, then its `end`.
  func begin(_ entry: ManifestEntry) throws
  /// The next bytes of the entry, never more in all than it declares. They are valid during the
  /// call; a copy of the slice would keep the whole buffer.
  func chunk(_ bytes: ArraySlice<UInt8>) throws
  /// The entry has ended, and its size and hash were those declared.
  func end(_ entry: ManifestEntry) throws
}
