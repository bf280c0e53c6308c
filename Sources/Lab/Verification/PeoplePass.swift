import AnnotationModel
import Cryptography
import Vocabulary

/// The people of a log while an archive's leaves and acts pass: their keys, the ends of their
/// chains, and whose acts wait.
struct PeoplePass {
  private let knowledge: any ChannelKnowledge
  /// The people whose state is another now.
  private(set) var changed: [ID: PersonState] = [:]
  /// Whom this archive gave a key that the lab doesn't know for theirs, in order.
  private var replaced: [ID] = []

  init(_ knowledge: any ChannelKnowledge) { self.knowledge = knowledge }

  func state(of person: ID) throws -> PersonState? {
    try changed[person] ?? knowledge.person(person)
  }

  mutating func put(_ state: PersonState, for person: ID) { changed[person] = state }

  /// Takes a person leaf.
  ///
  /// The first key of a person in a channel is pinned. Another one is taken only as recovered, or
  /// in another life of the log, and then the person's acts wait: the room could have made them
  /// itself.
  mutating func introduce(_ leaf: PendingEvents.PersonLeaf) throws {
    if let known = try state(of: leaf.person) {
      if known.key == leaf.key { return }
      guard leaf.why == .recovered else {
        throw Refusal(Reason.actPerson, "a person of the log is added again with another key")
      }
      return replace(leaf, head: known)
    }
    if let former = try knowledge.formerPerson(leaf.person) {
      guard former.key == leaf.key else { return replace(leaf, head: nil) }
      changed[leaf.person] = PersonState(key: leaf.key, isWaiting: former.isWaiting)
    } else if leaf.why == .added {
      changed[leaf.person] = PersonState(key: leaf.key)
    } else {
      replace(leaf, head: nil)
    }
  }

  private mutating func replace(_ leaf: PendingEvents.PersonLeaf, head known: PersonState?) {
    var state = known ?? PersonState(key: leaf.key)
    state.key = leaf.key
    state.isWaiting = true
    changed[leaf.person] = state
    replaced.append(leaf.person)
  }

  /// Takes a `key` act that comes again after a restore: one that leads to the key which the lab
  /// knows as the person's shows that nobody took their place.
  mutating func takeAgain(_ key: VerifyingKey, of person: ID) throws {
    guard var state = try state(of: person) else { return }
    state.key = key
    if let former = try knowledge.formerPerson(person), former.key == key {
      state.isWaiting = former.isWaiting
    }
    changed[person] = state
  }

  /// What a person of the lab should hear of.
  var findings: [Finding] {
    replaced.filter { changed[$0]?.isWaiting == true }.map {
      Finding(
        Reason.personRecovered.rawValue,
        "person \($0) has a new key: their acts wait until the lab accepts it")
    }
  }
}
