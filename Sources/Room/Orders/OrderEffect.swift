import BundleFormat

/// What came of an order: what people are told, and what is left to do once it is committed.
struct OrderEffect {
  /// What whoever carries the stick is told.
  var taken: SyncReport.TakenOrder?
  /// Runs after the import's transaction, with the custodian's own store.
  ///
  /// A power cut may come before it: it only brings forward what the next sync would find to do in
  /// what the transaction has written.
  var afterwards: ((Custodian, TrustedChannel) throws -> Void)?
}
