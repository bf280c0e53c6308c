import Vocabulary

/// The timestamps of a stick, sifted: which verify, and what is wrong with the others.
///
/// A stick pulled out can leave `timestamp.json` or `N.timestamp.json` cut short or empty; beside a
/// good one that is no alarm. But no torn write makes a whole document that isn't signed, or one
/// signed for another channel: that is somebody's work.
struct TimestampCandidates {
  private var good: [VerifiedDocument<TimestampDocument>] = []
  /// Whole documents without enough signatures, with the versions that they claim.
  private var unsigned: [(version: Int64, refusal: Refusal)] = []
  /// What can't come from a torn write, whatever its version.
  private var wrong: [Refusal] = []
  private var isAnyTorn = false

  /// Sifts `files` under the newest root.
  init(_ files: [[UInt8]], root: RootDocument, policy: ChannelPolicy) {
    for file in files { sift(file, root, policy) }
    good.sort { $0.content.version < $1.content.version }
    unsigned.sort { $0.version < $1.version }
  }

  private mutating func sift(_ file: [UInt8], _ root: RootDocument, _ policy: ChannelPolicy) {
    var claimed: Int64?
    do throws(Refusal) {
      let document = try UnverifiedDocument<TimestampDocument>(parsing: file)
      claimed = document.claimedVersion
      let verified = try document.verified(by: root.keys(of: .timestamp))
      try policy.check(verified.content)
      good.append(verified)
    } catch {
      note(error, of: file, version: claimed)
    }
  }

  private mutating func note(_ refusal: Refusal, of file: [UInt8], version: Int64?) {
    switch refusal.code {
    case let code where TornFile.looksTorn(file, refused: code): isAnyTorn = true
    case .tufSignature: unsigned.append((version ?? 0, refusal))
    default: wrong.append(refusal)
    }
  }

  /// The highest that verifies.
  ///
  /// Throws where none does (`tuf-unfinished` where no whole one is there: a stick pulled out
  /// before it was first finished shows that, and nothing was taken from anyone); where one is
  /// wrong in a way that no accident explains; and where an unsigned one claims to be newer than
  /// all that verify, since it may hide what they would have led to. An unsigned one that claims no more is what a rotation of keys leaves behind.
  func newest() throws(Refusal) -> VerifiedDocument<TimestampDocument> {
    if let refusal = wrong.first { throw refusal }
    guard let newest = good.last else {
      let problem = isAnyTorn ? "timestamp.json was cut off" : "there is no timestamp.json"
      throw unsigned.last?.refusal ?? Refusal(.tufUnfinished, problem)
    }
    if let last = unsigned.last, last.version > newest.content.version { throw last.refusal }
    return newest
  }

  /// Throws `tuf-equivocation` where one version has two contents, and `tuf-rollback` where a newer
  /// one was issued earlier, among all that verify and the trusted one.
  func checkHistory(
    including trusted: VerifiedDocument<TimestampDocument>?
  ) throws(Refusal) {
    var history = good
    if let trusted {
      let place = history.firstIndex { $0.content.version >= trusted.content.version }
      history.insert(trusted, at: place ?? history.endIndex)
    }
    for (older, newer) in zip(history, history.dropFirst()) {
      let (before, after) = (older.content, newer.content)
      guard before.version != after.version || older.message == newer.message else {
        throw Refusal(
          .tufEquivocation, "there are two signed timestamp.json of version \(after.version)")
      }
      guard before.issued <= after.issued else {
        throw Refusal(
          .tufRollback,
          "timestamp.json of version \(after.version) was issued before version "
            + "\(before.version)")
      }
    }
  }
}
