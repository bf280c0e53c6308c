import Exchange

/// One thing that happens in the life of a lab, a room and their sticks. Sticks are named by their
/// place.
enum LifeStep: CustomStringConvertible {
  /// The lab packs so many new records.
  case pack(records: Int, stick: Int, Accident?)
  /// The lab writes to the room.
  case message(stick: Int, Accident?)
  case labSync(stick: Int, Accident?)
  /// The room meets a stick; where `named`, it puts out what it has also on one without a folder.
  case roomSync(stick: Int, named: Bool, Accident?)
  /// Ann answers so many open tasks.
  case answer(Int)
  case skip
  /// Ann takes back her newest answer, or answers once more.
  case withdraw
  case revise
  /// A stick is lost; an empty one takes its place.
  case lose(stick: Int)
  /// What is on one stick is put on another, in place of what was there or beside it.
  case copy(from: Int, to: Int, beside: Bool)
  /// What is on a stick now is kept somewhere.
  case keep(stick: Int)
  /// What was kept once is on a stick again.
  case putBack(kept: Int, stick: Int, beside: Bool)
  /// Somebody uses the stick for something of their own.
  case holiday(stick: Int)
  /// The disk loses what waits in the room's outbox.
  case loseOutbox
  /// The room's home is copied.
  case backUp
  /// The room's machine dies, and the copy begins a new life of the log.
  case restore
  /// The lab goes on with a new life of the log, where one waits.
  case accept

  var description: String {
    switch self {
    case .pack(let records, let stick, let accident):
      "pack \(records) onto \(stick)\(Self.text(accident))"
    case .message(let stick, let accident): "message onto \(stick)\(Self.text(accident))"
    case .labSync(let stick, let accident): "lab meets \(stick)\(Self.text(accident))"
    case .roomSync(let stick, let named, let accident):
      "room meets \(stick)\(named ? " by name" : "")\(Self.text(accident))"
    case .answer(let count): "answer \(count)"
    case .skip: "skip"
    case .withdraw: "withdraw"
    case .revise: "revise"
    case .lose(let stick): "lose \(stick)"
    case .copy(let from, let to, let beside): "copy \(from) \(beside ? "beside" : "over") \(to)"
    case .keep(let stick): "keep \(stick)"
    case .putBack(let kept, let stick, let beside):
      "put back kept \(kept) \(beside ? "beside" : "over") \(stick)"
    case .holiday(let stick): "holiday on \(stick)"
    case .loseOutbox: "lose the outbox"
    case .backUp: "back up"
    case .restore: "restore"
    case .accept: "accept"
    }
  }

  private static func text(_ accident: Accident?) -> String {
    accident.map { ", \($0)" } ?? ""
  }
}
