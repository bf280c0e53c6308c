import StrictJSON
import Vocabulary

extension LeafEvent {
  /// The event of a line, and the names of the members that belong to it.
  static func read(_ root: JSONValue) throws(DocumentFault) -> (LeafEvent, members: [String]) {
    let value = try root.needed("event")
    switch try value.asText() {
    case "act": return (try act(root), ["person", "act", "sig"])
    case "person": return (try person(root), ["person", "key", "why"])
    case "opened": return (.opened(person: try root.needed("person").asID()), ["person"])
    case "closed": return (.closed(person: try root.needed("person").asID()), ["person"])
    case "shown":
      let (person, task) = (try root.needed("person").asID(), try root.needed("task").asDigest())
      return (.shown(person: person, task: task), ["person", "task"])
    case "import":
      return (
        try imported(root), ["sequence", "manifest", "root", "timestamp", "targets", "metadata"]
      )
    case "export": return (try exported(root), ["sequence", "from", "to"])
    case "network": return (try network(root), ["code", "hash"])
    case "software": return (try software(root), ["version", "sha256"])
    case "alarm": return (try alarm(root), ["code", "hash"])
    case "restored": return (try restored(root), ["epoch", "size", "root"])
    case "clock":
      let (from, to) = (try root.needed("from").asInteger(), try root.needed("to").asInteger())
      return (.clock(from: from, to: to), ["from", "to"])
    case let name: return (.other(name), [])
    }
  }

  private static func act(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    let value = try root.needed("sig")
    guard let signature = Hex.decoded(try value.asText()), signature.count == 64 else {
      throw value.problem("must be 128 lowercase hexadecimal digits")
    }
    return .act(
      person: try root.needed("person").asID(), act: try root.needed("act").asDigest(),
      signature: signature)
  }

  private static func person(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    let value = try root.needed("why")
    guard let why = KeyReason(rawValue: try value.asText()) else {
      throw value.problem("must be \"added\" or \"recovered\"")
    }
    return .person(
      person: try root.needed("person").asID(), key: try root.needed("key").asDigest().hex,
      why: why)
  }

  private static func imported(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    .import(
      sequence: try root.needed("sequence").asInteger(),
      manifest: try root.needed("manifest").asDigest(), root: try root.needed("root").asInteger(),
      timestamp: try root.needed("timestamp").asInteger(),
      targets: try root.needed("targets").asInteger(),
      metadata: try root.needed("metadata").asDigest())
  }

  private static func exported(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    .export(
      sequence: try root.needed("sequence").asInteger(), from: try root.needed("from").asInteger(),
      to: try root.needed("to").asInteger())
  }

  private static func network(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    let value = try root.needed("code")
    guard value.isString("up") || value.isString("down") else {
      throw value.problem("must be \"up\" or \"down\"")
    }
    let hash = try root.needed("hash")
    guard hash.isNull else { throw hash.problem("must be null") }
    return .network(isUp: value.isString("up"))
  }

  private static func software(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    .software(
      version: try root.needed("version").asText(), sha256: try root.needed("sha256").asDigest())
  }

  private static func alarm(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    let hash = try root.needed("hash")
    return .alarm(
      code: try root.needed("code").asText(), hash: hash.isNull ? nil : try hash.asDigest())
  }

  private static func restored(_ root: JSONValue) throws(DocumentFault) -> LeafEvent {
    let value = try root.needed("epoch")
    guard let epoch = EpochID(hex: try value.asText()) else {
      throw value.problem("must be 16 lowercase hexadecimal digits")
    }
    return .restored(
      epoch: epoch, size: try root.needed("size").asInteger(),
      root: try root.needed("root").asDigest())
  }
}
