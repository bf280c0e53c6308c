import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import Vocabulary

@testable import Lab
@testable import Room

/// Both homes and what lies on the stick at one point of the walk. Made once for each point, since
/// passphrases are slow on purpose, and copied for every test.
struct WalkState: Sendable {
  let folder: TestFolder
  let stick: [String: [UInt8]]
  let keys: Keys
  let now: Int64

  /// What the slots gave, and what the walk is about.
  struct Keys: Sendable {
    let custodian: PersonKeys
    let ann: PersonKeys
    let project: ID
    let room: ID

    var channel: ID { ChannelName.channel(project: project, room: room) }
  }

  /// A lab with one project, a room that trusts it, Ann with a grant; the stick is empty.
  static let enrolled = Result { try WalkSetUp().run() }

  /// Three tasks are on the stick.
  static let packed = Result {
    try enrolled.get().going { try $0.pack(0..<3, on: $0.stick) }
  }

  /// The room has taken them in, and Ann has answered two: they wait to be put out.
  static let answered = Result {
    try packed.get().going { world in
      _ = try world.room { try $0.sync(world.stick, only: nil) }
      try world.answer(2)
    }
  }

  /// The room's archive is on the stick, on its way to the lab.
  static let sent = Result {
    try answered.get().going { world in _ = try world.room { try $0.sync(world.stick, only: nil) } }
  }

  /// The lab has taken it in: its receipt is on the stick, and Ann has answered the third task.
  static let returned = Result {
    try sent.get().going { world in
      _ = try world.lab.sync(on: world.stick)
      try world.answer(1)
    }
  }

  /// The state after `step`.
  private func going(_ step: (WalkWorld) throws -> Void) throws -> WalkState {
    let world = try WalkWorld(self)
    try step(world)
    return try world.state()
  }
}
