/// What the custodian's pages need from a room. An executable adds the conformance.
///
/// Every call of this and of the session may block, and all come from the one thread that also
/// talks to `WorkbenchService`.
public protocol CustodianService: AnyObject, Sendable {
  /// Whether a room was made in this home; without one the first page makes it.
  var hasRoom: Bool { get }

  /// Makes the room and signs its custodian in.
  ///
  /// `passphrase` is UTF-8 as typed; the caller wipes its copy. Throws `Failure(.badInput)` for one
  /// that is too short, and `Failure(.refused)` where there is a room already.
  func makeRoom(name: String, passphrase: [UInt8]) throws -> any CustodianSession

  /// Signs the custodian in; throws `Failure(.notPermitted)` for a wrong passphrase, after the same
  /// time as a right one takes.
  func signIn(passphrase: [UInt8]) throws -> any CustodianSession
}
