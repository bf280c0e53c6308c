public import Vocabulary

/// The custodian, signed in. Ends with `close`, which forgets every key that the session holds.
///
/// While an exchange runs, every call but `exchangeProgress` and `close` throws `Failure`.
public protocol CustodianSession: AnyObject, Sendable {
  /// The room's name, as its custodian gave it.
  var roomName: String { get }

  /// People, projects, queues, alarms, and what is left to set up.
  func overview() throws -> RoomOverview

  /// Throws `Failure(.badInput)` where nobody else may be called that.
  func requireFree(_ name: String) throws
  /// Adds a person with the passphrase that they typed themselves.
  func addPerson(_ name: String, passphrase: [UInt8]) throws
  /// Lets a person open a project.
  func grant(_ name: String, project: ID) throws
  /// Takes that back; returns how many of its tasks the person has been shown.
  func revoke(_ name: String, project: ID) throws -> Int

  /// The fingerprint of this room's card for a lab, 64 digits; `lab` is empty for the only one.
  func cardFingerprint(lab: String) throws -> String
  /// Puts the card on a stick; returns the file's name there.
  func writeCard(lab: String, to stick: String) throws -> String
  /// Writes down that the lab was told the fingerprint.
  func noteLabTold() throws
  /// Names of the files on a stick that may be a lab's trust.
  func trustFiles(on stick: String) throws -> [String]
  /// Trusts such a file if its fingerprint is the one typed.
  func trust(_ file: String, on stick: String, fingerprint: String, lab: String) throws
    -> TrustOutcome

  /// Removable drives that are there now.
  func sticks() throws -> [StickFound]
  /// What is on a stick for this room, by names and sizes alone, and what waits to go out.
  func look(at stick: String) throws -> StickContents
  /// Begins an exchange, which goes on by itself; `exchangeProgress` tells how far it is.
  func startExchange(with stick: String, _ direction: StickDirection) throws
  /// How the exchange stands; nil where none was begun.
  func exchangeProgress() -> ExchangeProgress?
  /// Forgets an exchange that has ended.
  func dismissExchange()

  /// Keeps that an alarm was read.
  func acknowledge(alarm: Int64, project: ID) throws

  /// What would be destroyed of a project that the lab has ordered to end here.
  func wipeOutline(_ project: ID) throws -> WipeOutline
  /// Destroys it for good. Throws `Failure` where the lab has not ordered that, and, unless
  /// `losingResults`, where acts would be lost.
  func wipe(_ project: ID, losingResults: Bool) throws

  /// Signs out. An exchange that runs goes on to its end; no call follows.
  func close()
}
