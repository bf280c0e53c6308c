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
  private let former: EpochID?
  private let life: FormerLife
  private var lines = JSONLines(limit: Limits.record)
  private var position = 0
  private var nextPerson = 0
  private var standings: [ActChain.Place: TaskStanding] = [:]
  /// Acts of this archive, where the log began with a restore: later ones may follow or replace
  /// them.
  private var seen: [Digest: HeldAct] = [:]

  private(set) var people: PeoplePass
  private(set) var newActs: Int64 = 0

  init(
    _ pending: PendingEvents, former: EpochID?, knowledge: any ChannelKnowledge,
    sink: any BatchSink
  ) {
    self.pending = pending
    self.knowledge = knowledge
    self.sink = sink
    self.former = former
    life = FormerLife(knowledge)
    people = PeoplePass(knowledge)
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
    let isOwn = act.log == knowledge.log
    guard try isOwn || life.mayBring(act.log, former: former) else {
      throw Refusal(Reason.actLog, "the act was made for another log")
    }
    // An act that comes again is older than its leaf, whose times never go back.
    try ActRules.check(
      act, leafPerson: leaf.person, leafAt: isOwn ? leaf.at : min(act.at, leaf.at))
    if !isOwn, try knowledge.heldAct(hash) != nil {
      if let key = act.key.flatMap({ VerifyingKey(hex: $0) }) {
        try people.takeAgain(key, of: act.person)
      }
      return
    }
    try take(act, body, hash, leaf, isOwn: isOwn)
  }

  private mutating func take(
    _ act: Act, _ body: [UInt8], _ hash: Digest, _ leaf: PendingEvents.ActLeaf, isOwn: Bool
  ) throws {
    guard var person = try people.state(of: act.person) else {
      throw Refusal(Reason.actPerson, "the log holds no key of the act's person")
    }
    guard ActSignature.holds(leaf.signature, body: body, key: person.key) else {
      throw Refusal(Reason.actSignature, "the act's signature is not its person's")
    }
    if isOwn {
      try person.head.take(act, hash: hash)
    } else {
      try life.checkChain(act, seen: seen)
    }
    try ActCheck(knowledge).check(act)
    let standing = try stand(act, hash)
    if let key = act.key.flatMap({ VerifyingKey(hex: $0) }) { person.key = key }
    people.put(person, for: act.person)
    if former != nil { seen[hash] = HeldAct(act) }
    newActs += 1
    try sink.act(
      VerifiedAct(
        hash: hash, place: leaf.place, act: act, body: body, standing: standing,
        isWaiting: person.isWaiting))
  }

  private mutating func stand(_ act: Act, _ hash: Digest) throws -> TaskStanding? {
    guard let task = act.task else { return nil }
    let place = ActChain.Place(person: act.person, task: task)
    var standing = try standings[place] ?? knowledge.standing(act.person, task: task)
    if former != nil, standing.counting == nil {
      standing = try life.standing(before: act, seen: seen)
    }
    try standing.take(act, hash: hash)
    standings[place] = standing
    return standing
  }

  /// Takes the person leaves that stand before the next act.
  private mutating func introducePeople() throws {
    while nextPerson < pending.people.count, pending.people[nextPerson].position <= position {
      try people.introduce(pending.people[nextPerson])
      nextPerson += 1
    }
  }
}
