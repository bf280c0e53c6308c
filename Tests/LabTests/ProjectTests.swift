import AnnotationModel
import BundleFormat
import Cryptography
import Foundation
import TUF
import TestSupport
import Testing
import Vocabulary

@testable import Lab

@Suite struct ProjectTests {
  private func problem(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch { return "\(error)" }
  }

  @Test(arguments: NewProject.presets) func everyPresetIsAProject(preset: String) throws {
    let folder = try TemporaryFolder()
    let lab = try LabService.make(in: folder)
    let files = try NewProject.write(preset, to: folder.path("p"))
    #expect(files.contains("project.json"))
    _ = try lab.addProject(folder.path("p"), rootPassphrase: .test)
    #expect(
      problem { _ = try NewProject.write(preset, to: folder.path("p")) }.contains("left alone"))
  }

  @Test func anUnknownMemberIsNamedWithItsPlace() throws {
    let made = try TestProject()
    try made.folder.write(
      "bad/project.json",
      TestProject.schema.replacing("\"blind\"", with: "\"blynd\"")
        .replacing("wren", with: "crow"))
    try made.folder.write("bad/guidelines.md", "x")
    let text = problem {
      _ = try made.lab.addProject(made.folder.path("bad"), rootPassphrase: .test)
    }
    #expect(text.contains("project.json:3: /fields/1/blynd"), "\(text)")
  }

  @Test func aVersionMeansOneThing() throws {
    let made = try TestProject()
    try made.folder.write(
      "wren/project.json", TestProject.schema.replacing("\"tie\":true", with: "\"tie\":false"))
    #expect(
      problem {
        _ = try made.lab.addProject(made.folder.path("wren"), to: "wren", rootPassphrase: .test)
      }.contains("count it up"))
    try made.folder.write(
      "wren/project.json",
      TestProject.schema.replacing("\"tie\":true", with: "\"tie\":false")
        .replacing("\"version\":1", with: "\"version\":2"))
    let added = try made.lab.addProject(
      made.folder.path("wren"), to: "wren", rootPassphrase: .test)
    #expect(added.id == made.project)
    #expect(added.version == 2)
    #expect(try made.lab.status("wren").projects.first?.version == 2)
  }

  @Test func theSameCodenameTwiceIsRefused() throws {
    let made = try TestProject()
    #expect(
      problem {
        _ = try made.lab.addProject(made.folder.path("wren"), rootPassphrase: .test)
      }.contains("--project"))
  }

  @Test func practiceTasksAreRefusedNotForgotten() throws {
    let made = try TestProject()
    try made.folder.write("wren/practice.jsonl", "{}\n")
    #expect(
      problem {
        _ = try made.lab.addProject(made.folder.path("wren"), to: "wren", rootPassphrase: .test)
      }.contains("practice.jsonl"))
  }

  @Test func guidelinesNameImagesOfTheProjectAlone() throws {
    let made = try TestProject()
    try made.folder.write(
      "wren/guidelines.md", "![x](assets/\(Digest.zero.hex))")
    #expect(
      problem {
        _ = try made.lab.addProject(made.folder.path("wren"), to: "wren", rootPassphrase: .test)
      }.contains("guidelines.md"))
  }

  @Test func theTrustFileIsTheRootAndItsKeysAreInFiles() throws {
    let made = try TestProject()
    let path = made.folder.path("lab.trust")
    let fingerprint = try made.lab.writeTrust(of: "wren", to: path)
    let file = try URL(filePath: path).bytes()
    #expect(SHA256.hash(file).hex == fingerprint.hex)
    #expect(fingerprint.spoken.filter { $0 != " " } == fingerprint.hex)
    let root = try RootDocument(trusting: file)
    #expect(root.project == made.project)
    #expect(root.keys(of: .root).keys.count == 2)
    let names = SharedFolder.names(in: made.folder.url.appending(path: "home/root"))
    #expect(
      Set(names) == Set(root.keys(of: .root).keys.keys.map { "root-\($0.hex.prefix(8)).age" }))
    let sealed = try made.folder.url.appending(path: "home/root/\(names[0])").bytes()
    let line = try AgeDecryptor(MemorySource(sealed), passphrase: .test).readAll(limit: 100)
    #expect(line.starts(with: "airlock-root/1 ".utf8))
    #expect(line.count == 15 + 64 + 1)
  }

  @Test func identitiesAreAnAgeFileOfOneALine() throws {
    let made = try TestProject()
    let path = made.folder.path("key.age")
    #expect(try made.lab.writeIdentities(to: path, passphrase: .test) == 1)
    let text = try AgeDecryptor(MemorySource(URL(filePath: path).bytes()), passphrase: .test)
      .readAll(limit: 1_000)
    let identity = try AgeIdentity(text: String(decoding: text.dropLast(), as: UTF8.self))
    #expect(try made.seals == [identity.recipient])
  }
}

@Suite struct EnrollTests {
  private func failure(_ body: () throws -> Void) -> Failure? {
    do {
      try body()
      return nil
    } catch { return error as? Failure }
  }

  @Test func anotherFingerprintIsRefused() throws {
    let made = try TestProject(rooms: 0)
    let card = try made.folder.write("card", TestRoom(project: made.project).card())
    let wrong = failure {
      _ = try made.lab.enroll(card: card, project: "wren", fingerprint: Digest.zero.hex)
    }
    #expect(wrong?.exit == .refused)
    let typo = failure { _ = try made.lab.enroll(card: card, project: "wren", fingerprint: "12") }
    #expect(typo?.exit == .badInput)
    #expect(try made.lab.status().projects.first?.channels.count == 0)
  }

  @Test func aCardPastedTwiceIsNoCard() throws {
    let made = try TestProject(rooms: 0)
    let card = try TestRoom(project: made.project).card()
    let path = try made.folder.write("card", card + card)
    let twice = failure {
      _ = try made.lab.enroll(
        card: path, project: "wren", fingerprint: SHA256.hash(card + card).hex)
    }
    #expect(twice?.exit == .badInput)
    #expect(twice?.line.contains("card") == true)
  }

  @Test func enrollingAgainChangesNothingAndAnotherCardIsRefused() throws {
    let made = try TestProject()
    let room = try made.room
    let card = try room.card()
    let path = try made.folder.write("again", card)
    let again = try made.lab.enroll(
      card: path, project: "wren", fingerprint: Fingerprint(of: card).hex.uppercased())
    #expect(again.wasEnrolled)
    room.key = .generate()
    let other = try room.card()
    let stranger = try made.folder.write("other", other)
    #expect(
      failure {
        _ = try made.lab.enroll(
          card: stranger, project: "wren", fingerprint: Fingerprint(of: other).hex)
      }?.exit == .refused)
  }
}
