import Vocabulary

@testable import Web

/// Rooms as a custodian may find them.
enum FakeRoom {
  /// 9 March 2026, 14:01 UTC.
  static let day: Int64 = 1_773_064_860_000

  static let empty = RoomOverview(
    cardWritten: false, labTold: false, people: [], projects: [], alarms: [])

  /// A project that is trusted and whose tasks have not come.
  static let trusted = RoomOverview.Project(
    id: ID(unchecked: [UInt8](repeating: 7, count: 16)), codename: nil, tasks: 0, lastBundle: 0,
    lastArchive: 0, receipted: 0, unanswered: 0, waiting: ActCounts(), grants: [],
    lease: .init(isSpent: false, acts: nil, days: nil))

  static let heron = ID(unchecked: [UInt8](repeating: 1, count: 16))
  static let dunlin = ID(unchecked: [UInt8](repeating: 2, count: 16))

  /// A room where three people work on two projects, with something to worry about.
  static let busy = RoomOverview(
    cardWritten: true, labTold: true, people: ["Ann", "Björn Ångström", "رنا"],
    projects: [
      RoomOverview.Project(
        id: heron, codename: "heron", tasks: 120, lastBundle: 5, lastArchive: 4, receipted: 4,
        unanswered: 3, waiting: ActCounts(answers: 37, questions: 2),
        grants: [
          .init(name: "Ann", since: day, left: 83), .init(name: "رنا", since: day, left: 120),
        ], lease: .init(isSpent: false, acts: 3_000, days: 2)),
      RoomOverview.Project(
        id: dunlin, codename: "dunlin", tasks: 20, lastBundle: 1, lastArchive: 2, receipted: 1,
        unanswered: 1, waiting: ActCounts(), grants: [.init(name: "Ann", since: nil, left: 0)],
        lease: .init(isSpent: false, acts: nil, days: nil),
        pause: .init(isWiping: false, text: "We look into a leak."), awaitsAcceptance: true),
    ],
    alarms: [
      alarm(1, "tuf-expired", acknowledged: day + 60_000), alarm(2, "order-unknown"),
      alarm(3, "sequence"), alarm(4, "tuf-equivocation"),
    ])

  private static func alarm(
    _ id: Int64, _ code: String, acknowledged: Int64? = nil
  ) -> RoomOverview.Alarm {
    RoomOverview.Alarm(
      id: id, project: heron, codename: "heron", code: code,
      hash: id == 4 ? String(repeating: "9c", count: 32) : nil, at: day + id * 1_000,
      acknowledgedAt: acknowledged)
  }

  /// How an exchange goes that ends well.
  static let script: [ExchangeProgress] = {
    var progress = ExchangeProgress(stick: "KINGSTON", direction: .both)
    var script: [ExchangeProgress] = []
    for step in [
      step(.looking, 0, 0), step(.copying, 0, 41_000_000), step(.opening, 0, 0),
      step(.sealing, 0, 0), step(.writing, 1, 5), step(.writing, 3, 5), step(.writing, 5, 5),
      step(.settling, 0, 0),
    ] {
      progress.note(step)
      // Long enough at one place to be looked at, also on a busy machine.
      script += [ExchangeProgress](repeating: progress, count: step.files == 3 ? 24 : 4)
    }
    progress.phase = .done
    progress.channels = [outcome, restored]
    progress.others = 2
    return script + [progress]
  }()

  /// How one goes whose stick leaves while it is written.
  static let pulled: [ExchangeProgress] = {
    var progress = script[20]
    progress.phase = .stopped
    progress.trouble = .init(.vanished, "/media/KINGSTON: the stick is gone or fails")
    return Array(script[..<21]) + [progress]
  }()

  static let outcome: ExchangeProgress.Channel = {
    var channel = ExchangeProgress.Channel(project: heron, codename: "heron")
    channel.imported = [5]
    channel.tasks = 120
    channel.orders = [
      .init(name: "message", text: "Please start with the long ones.", consequences: [])
    ]
    channel.archive = 5
    channel.leaves = 214
    channel.acts = ActCounts(answers: 37, questions: 2)
    channel.receipted = 4
    return channel
  }()

  /// Of a project whose log the lab has yet to accept.
  static let restored: ExchangeProgress.Channel = {
    var channel = ExchangeProgress.Channel(project: dunlin, codename: "dunlin")
    channel.archive = 1
    channel.leaves = 12
    channel.awaitsAcceptance = true
    return channel
  }()

  private static func step(
    _ step: ExchangeProgress.Step, _ files: Int, _ total: Int64
  ) -> ExchangeProgress.Count {
    let isFiles = step == .writing
    return .init(
      step: step, files: files, ofFiles: isFiles ? Int(total) : 0,
      bytes: isFiles ? Int64(files) * 1_000_000 : total,
      ofBytes: isFiles ? total * 1_000_000 : total)
  }
}
