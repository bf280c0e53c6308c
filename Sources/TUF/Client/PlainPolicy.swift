/// TUF 1.0 and no more: any repository, at the fixed time at which an update began (section 5.1).
struct PlainPolicy: TrustPolicy {
  typealias Root = RootMetadata
  typealias Timestamp = TimestampMetadata
  typealias Snapshot = SnapshotMetadata
  typealias Targets = TargetsMetadata

  /// When the update began, milliseconds since 1970.
  let start: Int64

  func time(floor: Int64, under timestamp: TimestampMetadata?) -> Int64? { start }
}
