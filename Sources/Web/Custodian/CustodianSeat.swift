/// The custodian's place: one secret in a cookie of its own, one session.
struct CustodianSeat: Sendable {
  let token: String
  let session: any CustodianSession
  /// Monotonic milliseconds at which they sat down.
  let since: Int64
  /// Monotonic milliseconds of the last request that a person caused.
  var lastActive: Int64

  /// Whether a stick is being worked on.
  var isExchanging: Bool { session.exchangeProgress()?.phase == .running }
}
