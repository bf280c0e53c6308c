import AnnotationModel
import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

/// What the lab can say of where everything is, and prove to others.
@Suite struct CustodyTests {
  private let world: WalkWorld
  private let roomKey: SigningKey

  init() throws {
    world = try WalkWorld(WalkState.sent.get())
    roomKey = try world.channel { $1.identity.signing }
  }

  @Test func whatWentAndWhatCameBack() throws {
    var channel = try #require(try world.lab.custody("siskin").channels.first)
    #expect(channel.bundles.map(\.kind) == ["tasks"] && channel.outstanding.count == 1)
    #expect(channel.bundles.first?.sent != nil && channel.heard == nil)
    try world.labSync(world.stick)
    channel = try #require(try world.lab.custody("siskin").channels.first)
    #expect(channel.archives.map(\.sequence) == [2] && channel.open == 1 && channel.tasks == 3)
    #expect(channel.outstanding.map(\.kind) == ["none"])
    #expect(channel.deliveries.map(\.last) == [1, 2])
    let exposure = try world.lab.exposure("siskin")
    #expect(exposure.tasks.map(\.shown.count).sorted() == [0, 1, 1])
    #expect(exposure.tasks.allSatisfy { $0.hasArrived })
    let one = try world.lab.exposure("siskin", of: ["r1"])
    #expect(one.tasks.map(\.record) == ["\"r1\""])
    #expect(throws: Failure.self) { _ = try world.lab.exposure("siskin", of: ["r99"]) }
  }

  /// The case that `code` left, checked with card and trust alone.
  private func audit(_ code: String, changing change: (String) throws -> Void = { _ in }) throws
    -> AuditReport
  {
    let folder = world.folder.path("evidence")
    #expect(try world.lab.writeEvidence(of: "siskin", to: folder) == 1)
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(code) })
    try change("\(folder)/\(name)")
    return try Auditor(
      card: "\(folder)/\(world.keys.room.hex).card", trust: "\(folder)/lab.trust", lab: nil
    ).audit("\(folder)/\(name)")
  }

  private func equivocate() throws {
    try world.labSync(world.stick)
    let epoch = try world.channel { $1.epoch }
    let other = ResultsNote(
      channel: world.keys.channel, epoch: epoch, sequence: 2, archive: SHA256.hash([1]),
      previous: .zero
    ).signed(by: roomKey)
    let drive = SimulatedDrive()
    try UpFolder(drive, channel: world.keys.channel).put(
      2, in: epoch, note: other, archive: MemorySource([1]))
    let report = try world.lab.sync(on: drive)
    #expect(report.refused.map(\.code) == ["equivocation"])
  }

  @Test func anEquivocationIsProvedToAnyone() throws {
    try equivocate()
    let report = try audit("equivocation")
    #expect(report.refusal == nil && report.level == .signature)
    #expect(report.proves == "the room signed two different notes with number 2")
    #expect(try world.answersInLab() == 2, "what was taken in counts as before")
  }

  @Test func evidenceThatWasChangedProvesNothing() throws {
    try equivocate()
    let report = try audit("equivocation") { folder in
      let held = try PrivateFile.read("\(folder)/held.note", limit: 1 << 14)
      try PrivateFile.write(held, to: "\(folder)/offered.note", replace: true)
    }
    #expect(report.proves == nil && report.refusal?.code == "evidence-none")
  }

  @Test func evidenceThatTheRoomNeverSigned() throws {
    try equivocate()
    let report = try audit("equivocation") { folder in
      var held = try PrivateFile.read("\(folder)/held.note", limit: 1 << 14)
      held[held.count / 2] ^= 1
      try PrivateFile.write(held, to: "\(folder)/held.note", replace: true)
    }
    #expect(report.proves == nil && report.refusal != nil)
  }

  @Test func aForkIsProvedToAnyone() throws {
    let identities = try world.lab.database.read {
      try Identities(sql: $0).all(of: world.keys.project)
    }
    let sealed = try #require(
      world.stick.files.first { $0.key.hasSuffix("/2.age") && $0.key.contains("/up/") })
    var forged = try ForgedArchive(sealed.value, identities: identities)
    try world.labSync(SimulatedDrive(files: world.stick.files))
    // The room, or who has its key, tells the past anew.
    let opened = try #require(
      forged.lines.firstIndex { String(decoding: $0, as: UTF8.self).contains("\"opened\"") })
    let leaf = try Leaf(parsing: forged.lines[opened])
    forged.lines[opened] = Leaf(
      at: leaf.at, event: .alarm(code: "echo", hash: nil)
    ).encoded()
    forged.manifest = forged.manifest.numbered(3)
    forged.recount()
    let drive = SimulatedDrive()
    let note = try #require(world.stick.files.first { $0.key.hasSuffix("/2.note") }).value
    try forged.put(
      on: drive, by: roomKey, to: identities.map(\.recipient), previous: SHA256.hash(note))
    let report = try world.lab.sync(on: drive)
    #expect(report.refused.map(\.code) == ["log-fork"])
    let audited = try audit("log-fork")
    #expect(audited.refusal == nil && audited.level == .log)
    #expect(audited.proves == "the room signed two logs that differ at leaf \(opened)")
    #expect(try world.answersInLab() == 2)
  }
}

extension ResultManifest {
  /// The same manifest under another number.
  func numbered(_ sequence: Int64) -> ResultManifest {
    ResultManifest(
      project: project, room: room, epoch: epoch, sequence: sequence, from: from, to: to,
      received: received, nonce: nonce, seal: seal, software: software, entries: entries)
  }
}
