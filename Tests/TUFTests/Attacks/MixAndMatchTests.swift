import Cryptography
import Testing
import Vocabulary

@testable import TUF

/// Documents that are each signed, put together in a way that was never published.
@Suite struct MixAndMatchTests {
  @Test(arguments: ["snapshot", "targets"])
  func documentOfAnotherRelease(_ role: String) throws {
    let lab = try TestLab()
    var (stick, other) = (lab.stick(), lab.stick())
    stick.add(try lab.release(2, targets: [.some()]))
    other.add(try lab.release(2, targets: [.some()]))
    stick.files["2.\(role).json"] = other.files["2.\(role).json"]
    #expect(throws: Refusal(.tufHash, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test(arguments: ["snapshot", "targets"])
  func documentThatIsMissing(_ role: String) throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(2))
    stick.files["2.\(role).json"] = nil
    #expect(throws: Refusal(.tufMissing, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func documentWithBytesAfterIt() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(2))
    stick.files["2.targets.json"]?.append(0x0A)
    #expect(throws: Refusal(.tufHash, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func documentsThatSayAnotherVersionThanWhatLeadsToThem() throws {
    let lab = try TestLab()
    let bend: TestLab.Bend = { $0.setting("version", to: .integer(3)) }
    for release in [
      try lab.bent(2, targetsDocument: bend), try lab.bent(2, snapshotDocument: bend),
    ] {
      var stick = lab.stick()
      stick.add(release)
      #expect(throws: Refusal(.tufVersion, "")) { try Room.taken(stick, lab.trust(), lab) }
    }
  }

  @Test func versionsThatDifferBetweenRoles() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.bent(2, timestampDocument: { $0.setting("version", to: .integer(3)) }))
    #expect(throws: Refusal(.tufVersion, "")) { try Room.taken(stick, lab.trust(), lab) }
  }

  @Test func oneRolesDocumentAsAnothers() throws {
    var lab = try TestLab()
    lab.timestamp = lab.snapshot
    let bend: TestLab.Bend = { $0.setting("_type", to: .string("snapshot")) }
    var stick = lab.stick()
    stick.add(try lab.bent(2, timestampDocument: bend))
    #expect(throws: Refusal(.tufSignature, "")) { try Room.taken(stick, lab.trust(), lab) }
    let honest = try TestLab()
    stick = honest.stick()
    stick.add(try honest.bent(2, timestampDocument: bend))
    #expect(throws: Refusal(.tufForm, "")) { try Room.taken(stick, honest.trust(), honest) }
  }

  @Test func anotherRoomsWholeFolder() throws {
    let lab = try TestLab()
    var stick = lab.stick()
    stick.add(try lab.release(1))
    let other = ChannelBinding(project: lab.binding.project, channel: Self.anyID())
    #expect(throws: Refusal(.bindingChannel, "")) {
      try ChannelUpdater.update(lab.trust(), from: stick, binding: other)
    }
  }

  @Test func oneDocumentOfAnotherRoom() throws {
    let lab = try TestLab()
    let bend: TestLab.Bend = {
      $0.setting("x-airlock", "channel", to: .string(Self.anyID().hex))
    }
    for release in [
      try lab.bent(2, targetsDocument: bend), try lab.bent(2, snapshotDocument: bend),
      try lab.bent(2, timestampDocument: bend),
    ] {
      var stick = lab.stick()
      stick.add(try lab.release(1))
      stick.add(release)
      #expect(throws: Refusal(.bindingChannel, "")) { try Room.taken(stick, lab.trust(), lab) }
    }
  }

  @Test func rootOfAnotherProject() throws {
    let lab = try TestLab()
    let signed = try lab.draft.signed().setting("version", to: .integer(2))
      .setting("x-airlock", "project", to: .string(Self.anyID().hex))
    var stick = lab.stick()
    stick.files["2.root.json"] = TestLab.file(signed, lab.roots)
    stick.add(try lab.release(1))
    #expect(throws: Refusal(.bindingProject, "")) { try Room.taken(stick, lab.trust(), lab) }
    let other = ChannelBinding(project: Self.anyID(), channel: lab.binding.channel)
    #expect(throws: Refusal(.bindingProject, "")) {
      try ChannelUpdater.update(lab.trust(), from: lab.stick(), binding: other)
    }
  }

  private static func anyID() -> ID { ID(unchecked: SystemRandom.bytes(16)) }
}
