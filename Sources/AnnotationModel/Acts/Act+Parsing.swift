import StrictJSON
public import Vocabulary

extension Act {
  private static let commonMembers = [
    "airlock", "log", "person", "n", "previous", "salt", "kind", "task", "schema", "guidelines",
    "at", "activeMs", "scripted",
  ]

  /// Reads a body. Any order of members and any white space is accepted, an unknown member is not.
  ///
  /// Throws `Refusal`: json-… where it is no strict JSON, act-form where the members aren't those
  /// of its kind. Keep `body` itself beside the result: it is what was signed.
  public init(parsing body: [UInt8]) throws(Refusal) {
    do throws(DocumentFault) {
      guard body.count <= Limits.record else {
        throw DocumentFault(pointer: "", problem: "must be at most \(Limits.record) bytes")
      }
      try self.init(Self.document(body).root)
    } catch { throw error.coded(.actForm).refusal }
  }

  private init(_ root: JSONValue) throws(DocumentFault) {
    let kind = try Self.kind(root)
    let mayHaveOrigin = kind == .answer || kind == .revise
    try root.only(
      Self.commonMembers + ActContent.members(of: kind) + (mayHaveOrigin ? ["origin"] : []))
    guard try root.needed("airlock").isString("act/1") else {
      throw try root.needed("airlock").problem("must be \"act/1\"")
    }
    let scripted = try root.needed("scripted").asBool()
    self.init(
      log: try Self.log(root.needed("log")), person: try root.needed("person").asID(),
      n: try root.needed("n").asInteger(1...Limits.maxInteger),
      previous: try root.needed("previous").asDigest(), salt: try root.needed("salt").asID(),
      task: try Self.task(root, kind), schema: try root.needed("schema").asDigest(),
      guidelines: try root.needed("guidelines").asDigest(), at: try root.needed("at").asInteger(),
      activeMs: try root.needed("activeMs").asInteger(), scripted: scripted,
      origin: try Self.origin(root["origin"], scripted: scripted),
      content: try ActContent(root, kind))
  }

  private static func document(_ body: [UInt8]) throws(DocumentFault) -> JSONDocument {
    do { return try JSONDocument(body) } catch { throw DocumentFault(error) }
  }

  private static func kind(_ root: JSONValue) throws(DocumentFault) -> ActKind {
    let value = try root.needed("kind")
    guard let kind = ActKind(rawValue: try value.asText()) else {
      throw value.problem("must be one of the kinds of act")
    }
    return kind
  }

  private static func log(_ value: JSONValue) throws(DocumentFault) -> LogName {
    guard let log = LogName(try value.asText()) else {
      throw value.problem("must be <channel>/<epoch>")
    }
    return log
  }

  private static func task(_ root: JSONValue, _ kind: ActKind) throws(DocumentFault) -> Digest? {
    if kind.needsTask { return try root.needed("task").asDigest() }
    guard let value = root["task"] else { return nil }
    return try value.asDigest()
  }

  private static func origin(
    _ value: JSONValue?, scripted: Bool
  ) throws(DocumentFault) -> [Origin]? {
    guard let value else { return nil }
    guard !scripted else { throw value.problem("must be left out where scripted") }
    var origin: [Origin] = []
    for (name, value) in try value.asObject() {
      try value.only(["typed", "pasted"])
      origin.append(
        Origin(
          question: name, typed: try value.needed("typed").asInteger(),
          pasted: try value.needed("pasted").asInteger()))
    }
    return origin
  }
}

extension ActContent {
  /// Reads the members of the kind.
  init(_ root: JSONValue, _ kind: ActKind) throws(DocumentFault) {
    switch kind {
    case .answer: self = .answer(try Self.answers(root))
    case .revise:
      self = .revise(
        replaces: try root.needed("replaces").asDigest(), answers: try Self.answers(root))
    case .withdraw: self = .withdraw(replaces: try root.needed("replaces").asDigest())
    case .skip: self = .skip(try root.needed("text").asText())
    case .flag: self = .flag(try root.needed("text").asText())
    case .ask: self = .ask(try root.needed("text").asText())
    case .read:
      self = .read(
        notice: try root["notice"].map { value throws(DocumentFault) in try value.asDigest() })
    case .key: self = .key(try root.needed("key").asDigest().hex)
    }
  }

  private static func answers(_ root: JSONValue) throws(DocumentFault) -> [UInt8] {
    let value = try root.needed("answers")
    guard value.kind == .object else { throw value.problem("must be an object") }
    return Array(value.token)
  }
}
