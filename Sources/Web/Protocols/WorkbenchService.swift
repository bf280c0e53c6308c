/// What the pages need from a room: who may sign in, and whether work is locked.
///
/// `Web` knows neither the room nor its store; an executable adds this conformance. Every call
/// of this and of the protocols it hands out may block, and all come from one serial thread.
public protocol WorkbenchService: AnyObject, Sendable {
  /// The room's name, shown on the sign-in page.
  var roomName: String { get }

  /// Opens the session of a person.
  ///
  /// `passphrase` is UTF-8 as typed; the caller wipes its copy. Throws `Failure(.notPermitted)`
  /// with one and the same line for an unknown name and a wrong passphrase.
  func signIn(name: String, passphrase: [UInt8]) throws -> any WorkSession

  /// A line to show instead of the work (a network came up, the home is locked); nil when all is
  /// well. Asked before every call that would read or write work.
  func lockReason() -> String?

  /// The custodian's pages of this room; nil where there are none.
  var custodian: (any CustodianService)? { get }
}

extension WorkbenchService {
  public var custodian: (any CustodianService)? { nil }
}
