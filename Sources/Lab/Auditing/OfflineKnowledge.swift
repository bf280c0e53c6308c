import AnnotationModel
import Cryptography
import Vocabulary

/// What a card and a trust file tell of a channel, and what archives verified before have added:
/// knowledge without a lab. The in-memory twin of what lab.sqlite knows.
final class OfflineKnowledge: ChannelKnowledge, BatchSink {
  let project: ID
  let room: ID
  let key: VerifyingKey
  let log: LogName
  private(set) var position: LogPosition?
  private(set) var former: EpochID?
  private(set) var lastAt: Int64 = 0
  let knowsTasks: Bool

  private var lines: [[UInt8]] = []
  private var frontiers: [Int64: MerkleFrontier] = [0: MerkleFrontier()]
  private var people: [ID: PersonState] = [:]
  private var standings: [ActChain.Place: TaskStanding] = [:]
  private let tasks: [Digest: IssuedTask]
  private let guidelines: Set<Digest>
  private let manifests: [Int64: Digest]

  // What an archive brings, until it is known to be good.
  private var newLines: [[UInt8]] = []
  private var newStandings: [ActChain.Place: TaskStanding] = [:]

  /// A channel of this project, room and epoch. Without `tasks` acts are not checked against any.
  init(
    project: ID, room: ID, key: VerifyingKey, log: LogName, tasks: [Digest: IssuedTask]? = nil,
    guidelines: Set<Digest> = [], manifests: [Int64: Digest] = [:]
  ) {
    self.project = project
    self.room = room
    self.key = key
    self.log = log
    knowsTasks = tasks != nil
    self.tasks = tasks ?? [:]
    self.guidelines = guidelines
    self.manifests = manifests
  }

  func frontier(at size: Int64) -> MerkleFrontier? {
    if let known = frontiers[size] { return known }
    guard size >= 0, size <= Int64(lines.count) else { return nil }
    var frontier = MerkleFrontier()
    for line in lines.prefix(Int(size)) {
      frontier.append(leafHash: MerkleTree.leafHash(of: line[...]))
    }
    return frontier
  }

  func line(_ place: Int64) -> [UInt8]? {
    lines.indices.contains(Int(place)) ? lines[Int(place)] : nil
  }

  func person(_ id: ID) -> PersonState? { people[id] }

  func standing(_ person: ID, task: Digest) -> TaskStanding {
    standings[ActChain.Place(person: person, task: task)] ?? TaskStanding()
  }

  func task(_ hash: Digest) -> IssuedTask? { tasks[hash] }

  func issuedGuidelines(_ hash: Digest) -> Bool { guidelines.contains(hash) }

  func manifest(_ sequence: Int64) -> Digest? { manifests[sequence] }

  func leaf(_ line: ArraySlice<UInt8>, place: Int64) { newLines.append(Array(line)) }

  func act(_ act: VerifiedAct) {
    guard let task = act.act.task, let standing = act.standing else { return }
    newStandings[ActChain.Place(person: act.act.person, task: task)] = standing
  }

  /// Forgets what an archive brought that turned out bad.
  func forget() {
    newLines = []
    newStandings = [:]
  }

  /// Goes on from a verified archive.
  func take(_ batch: VerifiedBatch) {
    lines += newLines
    standings.merge(newStandings) { _, new in new }
    people.merge(batch.people) { _, new in new }
    frontiers[batch.position.size] = batch.frontier
    position = batch.position
    former = batch.former
    lastAt = batch.lastAt
    forget()
  }
}
