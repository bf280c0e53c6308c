import AnnotationModel
import Testing
import Vocabulary

@Suite("Which act counts")
struct ActChainTests {
  private let answers = Array("{}".utf8)
  private let task = ActTests.digest(9)
  private let bob = ID(unchecked: [UInt8](repeating: 8, count: 16))

  /// Takes acts one after the other; act i (from 1) has the hash of thirty-two i.
  private struct Run {
    var chain = ActChain(log: ActTests.log)
    var heads: [ID: (n: Int64, last: Digest)] = [:]
    var next: UInt8 = 100

    @discardableResult
    mutating func take(
      _ content: ActContent, person: ID = Samples.id, task: Digest? = ActTests.digest(9)
    ) throws -> Digest {
      let head = heads[person] ?? (0, .zero)
      let act = ActTests.act(
        content, n: head.n + 1, previous: head.last, person: person, task: task)
      let hash = ActTests.digest(next)
      try chain.take(act, hash: hash)
      heads[person] = (head.n + 1, hash)
      next += 1
      return hash
    }

    func standing(_ person: ID = Samples.id) -> TaskStanding {
      chain.standing(person, task: ActTests.digest(9))
    }
  }

  @Test("Answer, revise, withdraw, answer again, skip: the newest counts")
  func newestCounts() throws {
    var run = Run()
    let first = try run.take(.answer(answers))
    #expect(run.standing().counting == first && run.standing().isAnswered)
    let second = try run.take(.revise(replaces: first, answers: answers))
    #expect(run.standing().counting == second)
    try run.take(.flag("odd"))
    try run.take(.ask("why?"))
    try run.take(.read(notice: nil), task: nil)
    #expect(run.standing().counting == second)
    try run.take(.withdraw(replaces: second))
    #expect(run.standing().kind == .withdraw && !run.standing().isAnswered)
    try run.take(.answer(answers))
    let skip = try run.take(.skip("no"))
    #expect(run.standing().counting == skip && run.standing().kind == .skip)
  }

  @Test("A skip is taken back by a withdraw that names it; after that comes an answer")
  func skipTakenBack() throws {
    var run = Run()
    let refused = Refusal(.actReplaces, "")
    let answer = try run.take(.answer(answers))
    let skip = try run.take(.skip("no"))
    #expect(throws: refused) { try run.take(.withdraw(replaces: ActTests.digest(77))) }
    #expect(throws: refused) { try run.take(.revise(replaces: skip, answers: answers)) }
    try run.take(.withdraw(replaces: skip))
    #expect(run.standing().kind == .withdraw && !run.standing().isAnswered)
    #expect(throws: refused) { try run.take(.withdraw(replaces: skip)) }
    #expect(throws: refused) { try run.take(.revise(replaces: answer, answers: answers)) }
    try run.take(.answer(answers))
    #expect(run.standing().isAnswered)
  }

  @Test("Attack: replaces names an older answer, another person's, or one after a withdraw")
  func replaces() throws {
    var run = Run()
    let anns = try run.take(.answer(answers))
    let bobs = try run.take(.answer(answers), person: bob)
    let refused = Refusal(.actReplaces, "")
    #expect(throws: refused) { try run.take(.revise(replaces: bobs, answers: answers)) }
    #expect(throws: refused) { try run.take(.withdraw(replaces: anns), person: bob) }
    let newer = try run.take(.revise(replaces: anns, answers: answers))
    #expect(throws: refused) { try run.take(.revise(replaces: anns, answers: answers)) }
    #expect(throws: refused) { try run.take(.answer(answers)) }
    try run.take(.withdraw(replaces: newer))
    #expect(throws: refused) { try run.take(.revise(replaces: newer, answers: answers)) }
    #expect(throws: refused) { try run.take(.withdraw(replaces: newer)) }
    #expect(run.standing(bob).counting == bobs)
  }

  @Test("Attack: an act is dropped, repeated, or put before another")
  func chain() throws {
    var run = Run()
    let first = try run.take(.answer(answers))
    let refused = Refusal(.actChain, "")
    let skipped = ActTests.act(.skip(""), n: 3, previous: first)
    #expect(throws: refused) { try run.chain.take(skipped, hash: ActTests.digest(1)) }
    let twice = ActTests.act(.skip(""), n: 1)
    #expect(throws: refused) { try run.chain.take(twice, hash: ActTests.digest(1)) }
    let other = ActTests.act(.skip(""), n: 2, previous: ActTests.digest(77))
    #expect(throws: refused) { try run.chain.take(other, hash: ActTests.digest(1)) }
    let same = ActTests.act(.answer(answers))
    #expect(throws: refused) { try run.chain.take(same, hash: first) }
    #expect(run.chain.heads.values.map(\.n) == [1])
  }

  @Test("Attack: an act of another channel or epoch")
  func otherLog() throws {
    var chain = ActChain(log: ActTests.log)
    let epoch = LogName(channel: Samples.id, epoch: EpochID(unchecked: Array(1..<9)))
    let channel = LogName(channel: bob, epoch: ActTests.log.epoch)
    for log in [epoch, channel] {
      let act = ActTests.act(.skip(""), log: log)
      #expect(throws: Refusal(.actLog, "")) { try chain.take(act, hash: .zero) }
    }
  }

  @Test("After a restore old acts come again and count once; the old chain goes on where it was")
  func restored() throws {
    var run = Run()
    let first = try run.take(.answer(answers))
    let new = LogName(channel: Samples.id, epoch: EpochID(unchecked: Array(1..<9)))
    var chain = ActChain(
      log: new, former: ActTests.log, heads: run.chain.heads, standings: run.chain.standings,
      known: [first])
    let again = ActTests.act(.answer(answers))
    #expect(try chain.take(again, hash: first) == .repeated)
    let late = ActTests.act(.revise(replaces: first, answers: answers), n: 2, previous: first)
    #expect(try chain.take(late, hash: ActTests.digest(50)) == .taken)
    let fresh = ActTests.act(.skip(""), n: 1, log: new)
    #expect(try chain.take(fresh, hash: ActTests.digest(51)) == .taken)
    #expect(chain.standing(Samples.id, task: task).kind == .skip)
  }

  @Test("Attack: a leaf names another person, or another time, than its act")
  func leafDiffers() {
    let act = ActTests.act(.skip(""))
    #expect(throws: Refusal(.actPerson, "")) {
      try ActRules.check(act, leafPerson: bob, leafAt: 5)
    }
    #expect(throws: Refusal(.leafAt, "")) {
      try ActRules.check(act, leafPerson: Samples.id, leafAt: 6)
    }
  }
}
