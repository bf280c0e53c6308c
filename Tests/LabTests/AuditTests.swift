import BundleFormat
import Foundation
import StrictJSON
import TestSupport
import Testing
import Vocabulary

@testable import Lab

/// `verify`: how far each kind of file can be checked.
@Suite(.enabled(if: SharedFolder.vectors != nil)) struct AuditTests {
  private let world: VectorWorld
  private let folder: TemporaryFolder

  init() throws {
    world = try VectorWorld(try #require(SharedFolder.vectors))
    folder = try TemporaryFolder()
  }

  private func auditor(lab: LabService? = nil) throws -> Auditor {
    try Auditor(
      card: world.good.appending(path: "room.card").path,
      trust: world.good.appending(path: "lab.trust").path, lab: lab)
  }

  private func sealed(_ name: String) -> String {
    world.good
      .appending(path: "stick/airlock/up/\(world.channel.hex)/\(world.epoch.hex)/\(name)").path
  }

  @Test func aSealedFileGivesDigestAndSignature() throws {
    let report = try auditor().audit(sealed("1.age"))
    #expect(report.level == .signature)
    #expect(report.refusal == nil)
    let alone = try Auditor(card: nil, trust: nil, lab: nil).audit(sealed("1.age"))
    #expect(alone.level == .digest)
    #expect(alone.digest == report.digest)
  }

  @Test func foldersAreCheckedInTheirOrder() throws {
    let auditor = try auditor()
    for plain in try world.plain("archive-") {
      let report = try auditor.audit(plain.path)
      #expect(report.level == .log, "\(String(describing: report.refusal))")
      let expected = try world.expected.require("archives").require(plain.lastPathComponent)
      #expect(try report.root == expected.require("root").digest())
    }
  }

  @Test func anArchiveThatGoesOnFromOthersIsCheckedAsFarAsItGoes() throws {
    let last = try #require(try world.plain("archive-").last)
    let report = try auditor().audit(last.path)
    #expect(report.level == .signature)
    #expect(report.refusal == nil)
    #expect(report.missing != nil)
  }

  @Test func withALabTasksAreCheckedToo() throws {
    let lab = try world.lab(in: folder)
    _ = try lab.sync(world.stick(into: folder).path)
    let before = try lab.evidence()
    let auditor = try Auditor(card: nil, trust: nil, lab: lab)
    for plain in try world.plain("archive-") {
      #expect(try auditor.audit(plain.path).level == .tasks)
    }
    #expect(try auditor.audit(sealed("1.age")).level == .tasks)
    for bundle in try world.plain("bundle-") {
      #expect(try auditor.audit(bundle.path).level == .tasks)
    }
    #expect(try lab.evidence() == before)
  }

  @Test func aFlippedByteAndAStrangeFileAreFound() throws {
    let plain = try #require(try world.plain("archive-").first)
    let copy = folder.url.appending(path: "copy")
    try FileManager.default.copyItem(at: plain, to: copy)
    try VectorWorld.makeWritable(copy)
    try folder.write("copy/note.txt", "hello")
    #expect(try auditor().audit(copy.path).refusal?.code == "entry-extra")
    try FileManager.default.removeItem(at: copy.appending(path: "note.txt"))
    for name in SharedFolder.names(in: copy) where name != "manifest.json" {
      let file = copy.appending(path: name)
      let good = try file.bytes()
      guard !good.isEmpty else { continue }
      var bad = good
      bad[bad.count / 2] ^= 1
      try Data(bad).write(to: file)
      #expect(try auditor().audit(copy.path).refusal != nil, "\(name)")
      try Data(good).write(to: file)
    }
    #expect(try auditor().audit(copy.path).refusal == nil)
  }
}
