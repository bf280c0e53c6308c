import Vocabulary

/// What a use of TUF asks for beyond TUF 1.0: which documents it reads, and what it checks in
/// them.
///
/// The phases of an update are one state machine for every use; a policy adds to it and takes
/// nothing away.
protocol TrustPolicy: Sendable {
  associatedtype Root: RootContent
  associatedtype Timestamp: TimestampContent
  associatedtype Snapshot: SnapshotContent
  associatedtype Targets: TargetsContent

  /// The time by which expiry is measured, milliseconds since 1970, once `timestamp` is verified.
  /// Before (nil) it may be unknown, and nothing is called expired then. `floor` is what was known
  /// before the update.
  func time(floor: Int64, under timestamp: Timestamp?) -> Int64?
  /// Checks of documents that are verified.
  func check(_ root: Root) throws(Refusal)
  func check(_ timestamp: Timestamp) throws(Refusal)
  func check(_ snapshot: Snapshot) throws(Refusal)
  func check(_ targets: Targets) throws(Refusal)
  /// Checks where a document of `version` leads: to the document `name`, and not back from where
  /// the trusted one led.
  func check(
    _ reference: FileReference, after trusted: FileReference?, from version: Int64, to name: String
  ) throws(Refusal)
}

extension TrustPolicy {
  func check(_ root: Root) throws(Refusal) {}
  func check(_ timestamp: Timestamp) throws(Refusal) {}
  func check(_ snapshot: Snapshot) throws(Refusal) {}
  func check(_ targets: Targets) throws(Refusal) {}

  func check(
    _ reference: FileReference, after trusted: FileReference?, from version: Int64, to name: String
  ) throws(Refusal) {
    try trusted?.checkSuccessor(reference, name: name)
  }
}
