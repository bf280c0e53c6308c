import AnnotationModel
import Cryptography
import StrictJSON
import Vocabulary

/// The pass over acts.jsonl: each body against its leaf, its person's key and chain, its task, its
/// schema and the rules of its answers.
struct ActPass {
  private let knowledge: any ChannelKnowledge
  private let sink: any BatchSink
  private let pending: PendingEvents
  private let former: LogName?
  private var lines = JSONLines(limit: Limits.record)
  private var position = 0
  private var nextPerson = 0
  private var standings: [ActChain.Place: TaskStanding] = [:]

  private(set) var people: [ID: PersonState] = [:]
  private(set) var findings: [Finding] = []
  private(set) var newActs: Int64 = 0

  init(
    _ pending: PendingEvents, former: EpochID?, knowledge: any ChannelKnowledge,
    sink: any BatchSink
  ) {
    self.pending = pending
    self.knowledge = knowledge
    self.sink = sink
    self.former = former.map { LogName(channel: knowledge.log.channel, epoch: $0) }
  }

  mutating func feed(_ chunk: ArraySlice<UInt8>) throws {
    var lines = self.lines
    defer { self.lines = lines }
    try lines.feed(chunk) { _, line in try take(line) }
  }

  /// Ends the pass: a body for each act leaf.
  mutating func finish() throws {
    var lines = self.lines
    try lines.finish { _, line in try take(line) }
    guard position == pending.count else {
      throw Refusal(
        Reason.actMissing, "\(pending.count - position) act leaves are without their body")
    }
    try introducePeople()
  }

  private mutating func take(_ body: ArraySlice<UInt8>) throws {
    guard let leaf = pending.act(position) else {
      throw Refusal(Reason.actExtra, "acts.jsonl holds a body that no leaf names")
    }
    let hash = SHA256.hash(body)
    guard hash == leaf.act else {
      throw Refusal(Reason.actMissing, "leaf \(leaf.place): the body that it names isn't there")
    }
    try introducePeople()
    position += 1
    guard leaf.isNew else { return }
    do {
      try check(Array(body), hash, leaf)
    } catch let refusal as Refusal {
      throw Refusal(refusal.code, "leaf \(leaf.place): \(refusal.why)")
    }
  }

  private mutating func check(
    _ body: [UInt8], _ hash: Digest, _ leaf: PendingEvents.ActLeaf
  ) throws {
    let act = try Act(parsing: body)
    try ActRules.check(act, leafPerson: leaf.person, leafAt: leaf.at)
    guard var person = try state(of: act.person) else {
      throw Refusal(Reason.actPerson, "the log holds no key of the act's person")
    }
    guard ActSignature.holds(leaf.signature, body: body, key: person.key) else {
      throw Refusal(Reason.actSignature, "the act's signature is not its person's")
    }
    try advance(&person, act, hash)
    try ActCheck(knowledge).check(act)
    let standing = try stand(act, hash)
    if let key = act.key.flatMap({ VerifyingKey(hex: $0) }) { person.key = key }
    people[act.person] = person
    newActs += 1
    try sink.act(
      VerifiedAct(
        hash: hash, place: leaf.place, act: act, body: body, standing: standing,
        isWaiting: person.isWaiting))
  }

  /// Puts the act at the end of its person's chain, in this log or the one before a restore.
  private func advance(_ person: inout PersonState, _ act: Act, _ hash: Digest) throws(Refusal) {
    switch act.log {
    case knowledge.log: try person.head.take(act, hash: hash)
    case former: try person.formerHead.take(act, hash: hash)
    default: throw Refusal(Reason.actLog, "the act was made for another log")
    }
  }

  private mutating func stand(_ act: Act, _ hash: Digest) throws -> TaskStanding? {
    guard let task = act.task else { return nil }
    let place = ActChain.Place(person: act.person, task: task)
    var standing = try standings[place] ?? knowledge.standing(act.person, task: task)
    try standing.take(act, hash: hash)
    standings[place] = standing
    return standing
  }

  private func state(of person: ID) throws -> PersonState? {
    try people[person] ?? knowledge.person(person)
  }

  /// Takes the person leaves that stand before the next act.
  private mutating func introducePeople() throws {
    while nextPerson < pending.people.count, pending.people[nextPerson].position <= position {
      try introduce(pending.people[nextPerson])
      nextPerson += 1
    }
  }

  /// The first key of a person is pinned. Another one is taken only as recovered, and then the
  /// person's acts wait: the room could have made them itself.
  private mutating func introduce(_ leaf: PendingEvents.PersonLeaf) throws {
    let known = try state(of: leaf.person)
    if known == nil, leaf.why == .added {
      people[leaf.person] = PersonState(key: leaf.key)
      return
    }
    if let known, known.key == leaf.key { return }
    guard leaf.why == .recovered else {
      throw Refusal(Reason.actPerson, "a person of the log is added again with another key")
    }
    people[leaf.person] = PersonState(
      key: leaf.key, head: known?.head ?? ActHead(), formerHead: known?.formerHead ?? ActHead(),
      isWaiting: true)
    findings.append(
      Finding(
        Reason.personRecovered.rawValue,
        "person \(leaf.person) has a new key: their acts wait until the lab accepts it"))
  }
}
