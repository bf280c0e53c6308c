import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import StrictJSON
import Testing
import Vocabulary

@testable import Lab

/// A lab with one project, and rooms that work on it.
struct TestProject {
  let folder: TemporaryFolder
  let clock: TestClock
  let lab: LabService
  let project: ID
  private(set) var rooms: [TestRoom] = []

  static let schema = """
    {"airlock":"project/1","codename":"wren","version":1,
     "fields":[{"name":"prompt","type":"text","from":"/prompt"},
               {"name":"replies","type":"outputs","from":["/a","/b"],"blind":true},
               {"name":"picture","type":"image","from":"/picture","optional":true}],
     "questions":[{"name":"better","type":"preference","of":"replies","tie":true,"required":true},
                  {"name":"score","type":"rating","scale":{"min":1,"max":5}}],
     "labOnly":{"gold":"/gold"}}
    """

  init(
    rooms count: Int = 1, bundleLimits: BundleLimits = .standard, assets: [String: [UInt8]] = [:],
    schema: String = TestProject.schema, practice: String? = nil
  ) throws {
    folder = try TemporaryFolder()
    clock = TestClock()
    lab = try LabService.make(in: folder, clock: clock, bundleLimits: bundleLimits)
    try folder.write("wren/project.json", schema)
    if let practice { try folder.write("wren/practice.jsonl", practice) }
    try folder.write("wren/guidelines.md", "# Wren\n")
    for (path, bytes) in assets { try folder.write("wren/assets/\(path)", bytes) }
    project = try lab.addProject(folder.path("wren"), rootPassphrase: .test).id
    for _ in 0..<count {
      let room = TestRoom(project: project)
      let card = try room.card()
      _ = try lab.enroll(
        card: folder.write("card-\(room.id)", card), project: "wren",
        fingerprint: Fingerprint(of: card).description)
      rooms.append(room)
    }
  }

  /// The only room.
  var room: TestRoom { get throws { try #require(rooms.first) } }

  /// To whom results are sealed.
  var seals: [AgeRecipient] {
    get throws {
      try lab.database.read { try Identities(sql: $0).all(of: project).map(\.recipient) }
    }
  }

  var schemaHash: Digest {
    get throws {
      try lab.database.read { sql in
        try #require(try Schemas(sql: sql, project: project).version(1)).hash
      }
    }
  }

  /// The schema as rooms read it.
  func leavingSchema() throws -> ProjectSchema {
    try lab.database.read { sql in
      let record = try #require(try Schemas(sql: sql, project: project).version(1))
      return try ProjectSchema(parsing: record.leaving, side: .room)
    }
  }

  var guidelinesHash: Digest { SHA256.hash(Array("# Wren\n".utf8)) }

  /// A file of records with these ids.
  func records(_ ids: some Sequence<Int>, name: String = "tasks.jsonl") throws -> String {
    try folder.write(name, ids.map(Self.record).joined())
  }

  static func record(_ id: Int) -> String {
    #"{"id":"r\#(id)","prompt":"p\#(id)","a":"first \#(id)","b":"second \#(id)","gold":1}"# + "\n"
  }

  func request(_ files: String..., overlap: Int = 1) -> PackRequest {
    PackRequest(project: "wren", files: files, overlap: overlap)
  }

  func pack(_ request: PackRequest, on drive: any Drive) throws -> PackReport {
    try lab.pack(request, on: drive) { _ in }
  }

  /// An answer of a person of a room to a task.
  @discardableResult
  func answer(
    _ room: TestRoom, by name: String = "ann", _ task: [UInt8], winner: String = "k1"
  ) throws -> Digest {
    room.act(
      name, .answer(Array(#"{"better":{"winner":"\#(winner)"},"score":4}"#.utf8)), task: task,
      schema: try schemaHash, guidelines: guidelinesHash)
  }
}
