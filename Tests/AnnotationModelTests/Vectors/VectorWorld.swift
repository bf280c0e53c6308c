import AnnotationModel
import StrictJSON
import Vocabulary

/// One world of vectors/airlock: what its good files hold, read from the files themselves.
struct VectorWorld {
  /// A leaf of the good log, with the act's body if it has one.
  struct Line {
    let leaf: Leaf
    let act: (hash: Digest, body: [UInt8])?
  }

  static let folder = "vectors/airlock"
  let schema: ProjectSchema
  let tasks: [Digest: AnnotationTask]
  let expected: JSONValue
  let log: LogName
  /// The good log by index.
  let lines: [Line]

  init() throws {
    let good = Self.folder + "/good"
    expected = try JSONDocument(SharedData.read(good + "/expected.json")).root
    log = LogName(
      channel: try expected.require("channel").id(), epoch: try expected.require("epoch").epoch())
    let (schema, tasks) = try Self.bundles(good, expected)
    (self.schema, self.tasks) = (schema, tasks)
    var lines: [Line] = []
    for archive in try SharedData.list(good + "/plain") where archive.hasPrefix("archive") {
      let archive = try Archive(good + "/plain/" + archive)
      lines += archive.lines.dropFirst(lines.count - archive.from)
    }
    self.lines = lines
  }

  private static func bundles(
    _ good: String, _ expected: JSONValue
  ) throws -> (ProjectSchema, [Digest: AnnotationTask]) {
    let hashes = try expected.require("tasks").elements.map { try $0.require("hash").digest() }
    let bundle = good + "/plain/bundle-1"
    let schema = try ProjectSchema(
      parsing: SharedData.read(bundle + "/project.json"), side: .room)
    let lines = try SharedData.lines(bundle + "/tasks.jsonl")
    var tasks: [Digest: AnnotationTask] = [:]
    for (hash, line) in zip(hashes, lines) {
      tasks[hash] = try AnnotationTask(parsing: line, schema: schema)
    }
    return (schema, tasks)
  }

  /// The files of an unpacked archive.
  struct Archive {
    let from: Int
    let lines: [Line]

    init(_ folder: String) throws {
      try self.init(
        manifest: SharedData.read(folder + "/manifest.json"),
        log: SharedData.read(folder + "/log.jsonl"), acts: SharedData.read(folder + "/acts.jsonl"))
    }

    init(manifest: [UInt8], log: [UInt8], acts: [UInt8]) throws {
      from = Int(try JSONDocument(manifest).root.require("from").integer())
      var bodies = SharedData.lines(of: acts)[...]
      lines = try SharedData.lines(of: log).map { line in
        let leaf = try Leaf(parsing: line)
        guard case .act(_, let hash, _) = leaf.event else { return Line(leaf: leaf, act: nil) }
        return Line(leaf: leaf, act: bodies.popFirst().map { (hash, $0) })
      }
    }
  }

  /// Checks acts the way a lab does: the good log up to `from`, then these lines.
  func check(_ lines: [Line], from: Int) throws -> ActChain {
    var chain = ActChain(log: log)
    var people: Set<ID> = []
    for line in self.lines.prefix(from) + lines {
      if case .person(let person, _, _) = line.leaf.event { people.insert(person) }
      guard case .act(let person, _, _) = line.leaf.event, let body = line.act else { continue }
      let act = try Act(parsing: body.body)
      guard people.contains(person) else { throw Refusal(.actPerson, "nobody of that id") }
      try ActRules.check(act, leafPerson: person, leafAt: line.leaf.at)
      try chain.take(act, hash: body.hash)
      if let answers = act.answers { try check(answers, of: act) }
    }
    return chain
  }

  private func check(_ answers: [UInt8], of act: Act) throws {
    guard let task = act.task.flatMap({ tasks[$0] }) else {
      throw Refusal("act-task", "a task that was never issued")
    }
    do {
      try AnswerSet.validate(JSONDocument(answers).root, for: task, in: schema)
    } catch let fault as DocumentFault { throw fault.refusal }
  }
}
