import Cryptography
import StrictJSON
public import Vocabulary

extension Order {
  private static let version = "order/1"

  /// The bytes of `order.json`: members in the order of formats.md, no white space, no LF.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.member("airlock", Self.version)
      $0.member("order", name)
      switch self {
      case .reply(let act, _): $0.member("act", act)
      case .recall(let tasks, _):
        $0.array("tasks") { for task in tasks { $0.string(task.hex) } }
      case .acceptEpoch(let epoch): $0.member("epoch", epoch)
      case .rotate(let keys, _):
        $0.array("keys") { for key in keys { $0.string(key.hex) } }
      case .none, .freeze, .thaw, .message, .guidelines, .wipe: break
      }
      if let text { $0.member("text", text) }
    }
    return writer.bytes
  }

  /// Reads `order.json`. Throws a `json-` code, `size`, or `order` for one that isn't known: that
  /// order is refused, and so is what follows it in the sequence.
  public init(parsing bytes: [UInt8]) throws(Refusal) {
    guard Int64(bytes.count) <= Limits.order else {
      throw Refusal(.size, "the order is longer than \(Limits.order) bytes")
    }
    let order = try Refusal.of("the order") { () throws(JSONFault) in
      let root = try JSONDocument(bytes).root
      guard try root.require("airlock").string() == Self.version else { return Order?.none }
      return try Self.order(root, named: try root.require("order").string())
    }
    guard let order else { throw Refusal(.order, "an order that this version doesn't know") }
    self = order
  }

  /// The order of that name; nil for an unknown one.
  private static func order(_ root: JSONValue, named name: String) throws(JSONFault) -> Order? {
    let members = OrderMembers(root)
    switch name {
    case "none":
      try members.only([])
      return Order.none
    case "freeze": return .freeze(text: try members.text())
    case "thaw": return .thaw(text: try members.text())
    case "message": return .message(text: try members.text())
    case "guidelines": return .guidelines(text: try members.text())
    case "wipe": return .wipe(text: try members.text())
    case "reply":
      let text = try members.text(beside: "act")
      return .reply(act: try root.require("act").digest(), text: text)
    case "recall":
      let text = try members.text(beside: "tasks")
      return .recall(tasks: try members.tasks(), text: text)
    case "accept-epoch":
      try members.only(["epoch"])
      return .acceptEpoch(try root.require("epoch").epoch())
    case "rotate":
      let text = try members.text(beside: "keys")
      return .rotate(keys: try members.keys(), text: text)
    default: return nil
    }
  }
}

/// The members of an order, beside those that tell which it is.
private struct OrderMembers {
  let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  func only(_ names: [String]) throws(JSONFault) {
    try root.onlyMembers(["airlock", "order"] + names)
  }

  /// The order's text, where it has no other members than that and `names`.
  func text(beside names: String...) throws(JSONFault) -> String {
    try only(names + ["text"])
    return try root.require("text").string()
  }

  func tasks() throws(JSONFault) -> [Digest] {
    let array = try root.require("tasks")
    try array.expect(.array, "an array of task hashes")
    var tasks: [Digest] = []
    for value in array.elements { tasks.append(try value.digest()) }
    return tasks
  }

  func keys() throws(JSONFault) -> [VerifyingKey] {
    let array = try root.require("keys")
    try array.expect(.array, "an array of Ed25519 keys")
    var keys: [VerifyingKey] = []
    for value in array.elements {
      guard let key = VerifyingKey(hex: try value.string()) else {
        throw value.fault(.value, "an Ed25519 key in lowercase hexadecimal")
      }
      keys.append(key)
    }
    return keys
  }
}
