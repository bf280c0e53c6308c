import Foundation
import Testing

/// A room's bad days, through the executables alone: a lost machine, a forgotten passphrase, keys
/// that have to be replaced.
@Suite struct RestoredRoomTests {
  private let small: SmallWorld
  private var world: World { small.world }

  init() throws {
    small = try SmallWorld()
    try world.room("a", "sync", world.stick)
    try small.answerAll()
  }

  private func person() throws -> [String: Any] {
    let people = try world.lab("person", "list", small.project).object()["people"]
    return try #require((people as? [[String: Any]])?.first)
  }

  @Test func aLostMachine() throws {
    let backup = world.path("room.age")
    let outcome = try world.room(
      "a", "backup", "-o", backup, "--backup-passphrase-file", world.passphrase("backup"))
    #expect(try outcome.object()["projects"] as? [String] == [small.project])
    // Nothing of it is in the clear: not even the name of a file in it.
    let bytes = try Data(contentsOf: URL(filePath: backup))
    #expect(bytes.starts(with: Data("age-encryption.org/v1\n-> scrypt ".utf8)))
    try world.room(
      "a", "restore", backup, "--backup-passphrase-file", world.passphrase("backup"), status: 1)
    try FileManager.default.removeItem(atPath: world.path("a"))
    try world.room(
      "a", "restore", backup, "--backup-passphrase-file", world.passphrase("lab"), status: 77)
    #expect(!FileManager.default.fileExists(atPath: world.path("a/custodian.sqlite")))
    try world.room(
      "a", "restore", backup, "--backup-passphrase-file", world.passphrase("backup"))

    let sync = try world.room("a", "sync", world.stick).object()
    let channel = try #require((sync["channels"] as? [[String: Any]])?.first)
    #expect(channel["awaitsAcceptance"] as? Bool == true)
    let refused = try world.lab("sync", world.stick, status: 1)
    #expect(refused.text.contains("epoch-waiting"))
    #expect(try small.exported().isEmpty)
    let accepted = try world.lab(
      "room", "accept", small.project, "--exchange", world.stick
    ).object()
    #expect(accepted["acts"] as? Int == 3)
    #expect(try small.exported().count == 3)
    let told = try world.room("a", "sync", world.stick).object()
    let after = try #require((told["channels"] as? [[String: Any]])?.first)
    #expect(after["awaitsAcceptance"] as? Bool == false)
    #expect(after["receipted"] as? Int == 1)
    try world.lab("room", "accept", small.project, status: 1)
  }

  @Test func aForgottenPassphrase() throws {
    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    try world.room(
      "a", "person", "recover", SmallWorld.contractor, "--person-passphrase-file",
      world.passphrase("ann again"))
    try world.room(
      "a", ["tasks", small.project, "--as", SmallWorld.contractor], as: SmallWorld.contractor,
      status: 77)
    let tasks = try #require(
      try small.exported().compactMap { $0["task"] as? String }.sorted().first)
    try world.write(
      #"{"task":"\#(tasks)","answers":{"better":{"winner":"tie"}}}"# + "\n", to: "again.jsonl")
    try world.room(
      "a",
      [
        "annotate", small.project, "--as", SmallWorld.contractor, "--answers",
        world.path("again.jsonl"),
      ], as: "ann again")
    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    #expect(try small.exported().count == 3)
    let waiting = try person()
    #expect(waiting["waiting"] as? Bool == true && waiting["waitingActs"] as? Int == 1)
    let id = try #require(waiting["person"] as? String)
    let accepted = try world.lab("person", "accept", small.project, id).object()
    #expect(accepted["tasks"] as? Int == 1)
    #expect(try person()["waiting"] as? Bool == false)
    #expect(try small.exported().count == 3)
    // Another passphrase for the same keys needs nobody's word.
    try world.room(
      "a",
      [
        "rekey", "--as", SmallWorld.contractor, "--new-passphrase-file",
        world.passphrase("ann at last"),
      ], as: "ann again")
    try world.room(
      "a", ["tasks", small.project, "--as", SmallWorld.contractor], as: "ann at last")
  }

  @Test func keysThatHaveToBeReplaced() throws {
    let begun = try world.lab("rotate", small.project, "--exchange", world.stick).object()
    #expect(begun["replaced"] as? Int == 0 && (begun["keys"] as? [Any])?.count == 5)
    let status = try Program.run(
      "airlock-lab",
      ["--home", world.path("lab"), "status", "--passphrase-file", world.passphrase("lab")])
    #expect(status.text.contains("rotation 1: 0 of 5 keys replaced; room "))
    #expect(status.text.contains("still signs with"))
    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    let done = try world.lab("status").object()
    let project = try #require((done["projects"] as? [[String: Any]])?.first)
    let rotation = try #require((project["rotations"] as? [[String: Any]])?.first)
    #expect(rotation["replaced"] as? Int == 5)
    #expect(rotation["done"] is Int)
    try world.room("a", "sync", world.stick)
    #expect(try small.exported().count == 3)
  }
}
