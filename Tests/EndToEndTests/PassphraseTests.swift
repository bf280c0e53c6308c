import Foundation
import Testing

/// Who may do what: three passphrases, none of which opens another's part.
@Suite struct PassphraseTests {
  @Test func eachWrongPassphraseExits77AndChangesNothing() throws {
    let small = try SmallWorld()
    let world = small.world
    try world.room("a", "sync", world.stick)
    try world.room("a", ["status"], as: SmallWorld.contractor, status: 77)
    try world.room("a", ["sync", world.stick], as: SmallWorld.contractor, status: 77)
    try world.room("a", ["status"], as: "lab", status: 77)
    try world.room(
      "a", ["tasks", small.project, "--as", SmallWorld.contractor], as: "custodian-a", status: 77)
    try world.room(
      "a", ["tasks", small.project, "--as", SmallWorld.contractor], as: "stranger", status: 77)
    let outcome = try Program.run(
      "airlock-lab",
      ["--home", world.path("lab"), "status", "--passphrase-file", try world.passphrase("ann")])
    #expect(outcome.status == 77)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try small.tasks() == 3)
  }

  @Test func anUnknownNameSoundsLikeAWrongPassphrase() throws {
    let small = try SmallWorld()
    let wrong = try small.world.room(
      "a", ["tasks", small.project, "--as", "ann"], as: "stranger", status: 77)
    let unknown = try small.world.room(
      "a", ["tasks", small.project, "--as", "nobody"], as: "stranger", status: 77)
    #expect(wrong.errors == unknown.errors)
  }

  @Test func aContractorOfOneProjectOpensNothingOfAnother() throws {
    let small = try SmallWorld()
    let world = small.world
    let other = try world.lab(
      "project", "add",
      try world.project(
        "egret", fields: #"{"name":"a","type":"text","from":"/a"}"#,
        questions: #"{"name":"b","type":"text"}"#)
    ).string("project")
    let card = try world.room("a", "card", "-o", world.path("a.card"))
    try world.lab(
      "room", "enroll", world.path("a.card"), "--project", other, "--fingerprint",
      card.string("fingerprint"))
    let trust = try world.lab("trust", other, "-o", world.path("other.trust"))
    try world.room(
      "a", "trust", world.path("other.trust"), "--fingerprint", trust.string("fingerprint"))
    try world.addContractor("bob", to: "a", project: other)
    try world.room("a", ["tasks", other, "--as", "ann"], as: "ann", status: 77)
    try world.room("a", ["tasks", small.project, "--as", "bob"], as: "bob", status: 77)
    // A grant copied into another project's folder, or to another person's name, opens nothing.
    let grants = URL(filePath: world.path("a")).appending(path: "grants")
    let anns = try #require(
      try FileManager.default.contentsOfDirectory(
        at: grants.appending(path: small.project), includingPropertiesForKeys: nil
      ).first)
    try FileManager.default.copyItem(
      at: anns, to: grants.appending(path: "\(other)/\(anns.lastPathComponent)"))
    let outcome = try world.room("a", ["tasks", other, "--as", "ann"], as: "ann", status: 77)
    #expect(outcome.output.isEmpty)
  }

  @Test func shortPassphrasesAreRefused() throws {
    let world = try World()
    try world.write("too short\n", to: "short.pass")
    let outcome = try Program.run(
      "airlock-room",
      [
        "--home", world.path("r"), "init", "--name", "R", "--passphrase-file",
        world.path("short.pass"),
      ])
    #expect(outcome.status == 65)
    #expect(!FileManager.default.fileExists(atPath: world.path("r/people/custodian.slot")))
  }
}
