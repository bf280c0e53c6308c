import AnnotationModel
import BundleFormat
import Cryptography
import Foundation
import Store
import StrictJSON
import TUF
import TestSupport
import Testing
import Vocabulary

@testable import Lab

extension VectorWorld {
  /// A lab that made this world's project, let its room in and issued its bundles.
  func lab(in folder: TemporaryFolder) throws -> LabService {
    let lab = try LabService.make(in: folder)
    try lab.database.write { sql in
      try putProject(sql)
      try putChannel(sql)
      for bundle in try plain("bundle-") { try putBundle(bundle, sql) }
    }
    return lab
  }

  private func putProject(_ sql: SQL) throws {
    let own = try good.appending(path: "project/project.json").bytes()
    let schema = try ProjectSchema(parsing: own, side: .lab)
    let guidelines = try good.appending(path: "project/guidelines.md").bytes()
    try Projects(sql: sql).insert(
      ProjectRecord(
        id: project, codename: schema.codename, made: 1, version: schema.version,
        guidelines: SHA256.hash(guidelines)))
    let schemas = Schemas(sql: sql, project: project)
    try schemas.put(
      SchemaRecord(
        version: schema.version, hash: SHA256.hash(schema.leavingBytes), own: own,
        leaving: schema.leavingBytes))
    try schemas.putGuidelines(SHA256.hash(guidelines), guidelines)
    let roots = Roots(sql: sql, project: project)
    for file in try self.roots() {
      try roots.put(version: RootDocument(trusting: file).version, file)
    }
    var secrets = RootSecrets(keys: [], identity: nil)
    for role in [Role.targets, .snapshot, .timestamp] {
      let seed = try keys.require("ed25519").require(role.rawValue).require("seed").string()
      var bytes = try #require(Hex.decoded(seed))
      secrets.keys.append((role, SigningKey(seed: SecretBytes(wiping: &bytes))))
    }
    try roots.use(secrets, now: 1)
    for identity in try identities() {
      try Identities(sql: sql).put(identity, project: project, made: 1)
    }
  }

  private func putChannel(_ sql: SQL) throws {
    let bytes = try good.appending(path: "room.card").bytes()
    let card = try RoomCard(verifying: bytes)
    try sql.run(
      "INSERT INTO rooms (id, card, made) VALUES (?, ?, 1)", .bytes(card.room), .blob(bytes))
    var record = ChannelRecord(
      id: channel, project: project, room: room, key: card.key, seal: card.seal,
      lease: .standard)
    // Metadata of the stick's versions was signed by another lab; ours goes on after them.
    let metadata = good.appending(path: "stick/airlock/down/\(channel.hex)/metadata")
    record.version =
      SharedFolder.names(in: metadata).compactMap { Int64($0.prefix { $0 != "." }) }.max() ?? 0
    record.written = record.version
    try Channels(sql: sql).put(record)
  }

  private func putBundle(_ folder: URL, _ sql: SQL) throws {
    let bytes = try folder.appending(path: "manifest.json").bytes()
    let manifest = try DownManifest(parsing: bytes)
    let orderFile = folder.appending(path: "order.json")
    let lines = try? folder.appending(path: "tasks.jsonl").bytes().split(separator: 0x0A)
    let schema = try ProjectSchema(
      parsing: good.appending(path: "project/project.json").bytes(), side: .lab)
    let content: BundleRecord.Content =
      if let lines {
        .tasks(
          count: Int64(lines.count), version: schema.version,
          guidelines: SHA256.hash(try folder.appending(path: "guidelines.md").bytes()))
      } else {
        .order(try orderFile.bytes())
      }
    let target = try expected.require("bundles").require(folder.lastPathComponent)
      .require("target").string()
    try Bundles(sql: sql, channel: channel).put(
      BundleRecord(
        channel: channel, sequence: manifest.sequence, content: content, manifest: bytes,
        hash: SHA256.hash(bytes), made: manifest.issued, target: target, sealed: nil))
    for (place, line) in (lines ?? []).enumerated() {
      try putTask(Array(line), manifest.sequence, place, sql)
    }
    for entry in manifest.entries where EntryName.isAsset(entry.path) {
      let asset = try folder.appending(path: entry.path).bytes()
      try Assets(sql: sql, project: project).putFile(entry.sha256, type: "image/png", asset)
    }
    var record = try #require(try Channels(sql: sql).with(id: channel))
    record.sequence = manifest.sequence
    record.previous = SHA256.hash(bytes)
    try Channels(sql: sql).put(record)
  }

  /// The record and the outputs of a task are those of expected.json.
  private func putTask(_ line: [UInt8], _ sequence: Int64, _ place: Int, _ sql: SQL) throws {
    let hash = SHA256.hash(line)
    let known = try task(hash)
    let name = try known.require("record").token
    let pointers = try Dictionary(
      uniqueKeysWithValues: known.require("outputs").members.map { ($0, try $1.string()) })
    let schema = try ProjectSchema(
      parsing: good.appending(path: "project/project.json").bytes(), side: .lab)
    let field = try #require(schema.fields.first { $0.isOutputs }).name
    try sql.run(
      "INSERT INTO records (project, name, spelled, line, run) VALUES (?, ?, ?, ?, 1)",
      .bytes(project), .blob(Array(name)), .blob(Array(name)), .bytes(hash))
    try sql.run(
      """
      INSERT INTO tasks (hash, channel, sequence, place, record, line, outputs)
      VALUES (?, ?, ?, ?, last_insert_rowid(), ?, ?)
      """,
      .bytes(hash), .bytes(channel), .integer(sequence), .integer(Int64(place)), .blob(line),
      .optional(OutputNames.encoded([field: pointers])))
  }

  /// What expected.json says of a task.
  func task(_ hash: Digest) throws -> JSONValue {
    for task in try expected.require("tasks").elements
    where try task.require("hash").digest() == hash {
      return task
    }
    throw Failure(.badInput, "expected.json has no task \(hash)")
  }
}
