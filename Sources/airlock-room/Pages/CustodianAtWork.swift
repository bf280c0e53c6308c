import Cryptography
import Exchange
import Room
import Vocabulary
import Web

/// The custodian, signed in at the pages.
final class CustodianAtWork: CustodianSession {
  let custodian: Custodian
  let roomName: String
  private let desk: OpenDesk
  private let finder: StickFinder?
  private let exchange: CustodianExchange

  init(
    _ custodian: Custodian, desk: OpenDesk, finder: StickFinder?,
    tasksMayHaveCome: @escaping @Sendable () -> Void, ended: @escaping @Sendable () -> Void
  ) throws {
    self.custodian = custodian
    self.desk = desk
    self.finder = finder
    roomName = try custodian.roomName()
    exchange = CustodianExchange(custodian, afterwards: tasksMayHaveCome, ended: ended)
  }

  func overview() throws -> RoomOverview {
    try alone { RoomOverview(try custodian.picture()) }
  }

  func requireFree(_ name: String) throws { try alone { try custodian.requireFree(name) } }

  func addPerson(_ name: String, passphrase: [UInt8]) throws {
    try alone {
      try custodian.requireFree(name)
      var secret = passphrase
      let kept = SecretBytes(wiping: &secret)
      try CustodianTrouble.requireLength(kept)
      try custodian.addPerson(name, passphrase: kept)
    }
  }

  func grant(_ name: String, project: ID) throws {
    try alone { try custodian.grant(name, project: project) }
  }

  func revoke(_ name: String, project: ID) throws -> Int {
    try alone { try custodian.revoke(name, project: project) }
  }

  func acknowledge(alarm: Int64, project: ID) throws {
    try alone { try custodian.acknowledge(alarm: alarm, project: project) }
  }

  func wipeOutline(_ project: ID) throws -> WipeOutline {
    try alone {
      let plan = try custodian.wipePlan(project)
      return WipeOutline(
        tasks: plan.tasks, drafts: plan.drafts, unacknowledged: plan.unacknowledged)
    }
  }

  func wipe(_ project: ID, losingResults: Bool) throws {
    try alone {
      guard try custodian.wipePlan(project).order != nil else {
        throw Failure(.refused, "The lab has not ended this project, so it was not destroyed.")
      }
      _ = try custodian.wipe(project, losingResults: losingResults)
    }
  }

  func sticks() throws -> [StickFound] {
    guard let finder else { return [] }
    return try CustodianTrouble.told { try finder.sticks() }.map {
      StickFound(
        path: $0.path, label: $0.name, model: $0.model, bytes: $0.size, isReadOnly: $0.isReadOnly)
    }
  }

  func look(at stick: String) throws -> StickContents {
    try alone {
      let drive = try FolderDrive(stick)
      return StickContents(
        try custodian.look(at: drive), trustFiles: try Self.trustFiles(on: drive))
    }
  }

  func startExchange(with stick: String, _ direction: StickDirection) throws {
    try alone { exchange.start(stick, direction) }
  }

  func exchangeProgress() -> ExchangeProgress? { exchange.progress }

  func dismissExchange() { exchange.dismiss() }

  func close() { exchange.closeWhenDone() }

  /// Keeps what was seen of the machine while nobody could write it down: an archive that goes out
  /// now has it.
  func keepEvents() throws {
    try desk.writeEvents {
      try custodian.keep($0)
      return true
    }
  }

  /// Does what needs the room's stores, which nobody else may have open meanwhile.
  func alone<Value>(_ body: () throws -> Value) throws -> Value {
    guard !exchange.isRunning else {
      throw Failure(.refused, "A stick is being worked on. Wait until it is done.")
    }
    desk.close()
    // They wait on where they can't be kept now; it must not stop who works.
    try? keepEvents()
    return try CustodianTrouble.told(body)
  }
}
