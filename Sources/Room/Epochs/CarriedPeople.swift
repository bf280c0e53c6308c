import AnnotationModel
import Cryptography
import Store
import Vocabulary

/// The people whom a new life of a log begins with, each with the key that signed their first act
/// which comes again.
///
/// That is their key at the size that the lab has receipted: a key of theirs that was set later is
/// among what comes again. People who came later still are introduced with their first key.
struct CarriedPeople {
  private(set) var people: [(person: ID, key: String)] = []
  private var keys: [Digest: String] = [:]

  init(in store: ProjectTransaction, log: EventLog, receipted: Int64) throws {
    for body in try store.possibleKeyActs() {
      if let key = try Act(parsing: body).key { keys[SHA256.hash(body)] = key }
    }
    var place: Int64 = 0
    try log.lines(from: 0, to: log.size()) { line in
      take(try Leaf(parsing: line).event, isReceipted: place < receipted)
      place += 1
    }
  }

  private mutating func take(_ event: LeafEvent, isReceipted: Bool) {
    switch event {
    case .person(let person, let key, _): set(person, key, isReceipted: isReceipted)
    case .act(let person, let act, _):
      if isReceipted, let key = keys[act] { set(person, key, isReceipted: true) }
    default: break
    }
  }

  private mutating func set(_ person: ID, _ key: String, isReceipted: Bool) {
    guard let index = people.firstIndex(where: { $0.person == person }) else {
      return people.append((person, key))
    }
    if isReceipted { people[index].key = key }
  }
}
