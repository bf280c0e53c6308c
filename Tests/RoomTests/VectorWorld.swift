import BundleFormat
import Cryptography
import Exchange
import Foundation
import Store
import TestSupport
import Testing
import Vocabulary

@testable import Room

/// The world of `vectors/airlock`, read from its files: another implementation's sticks, and the
/// room that must take them in or refuse them.
final class VectorWorld {
  let folder: URL
  private let scratch: URL
  private let custodian: Custodian
  private let trusted: CustodianStore.TrustedProject
  private var sticks = 0

  static let vectors = SharedFolder.vectors

  static let cases: [String] = {
    guard let bad = vectors?.appending(path: "bad") else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: bad.path)) ?? []
    return names.sorted().filter { name in
      let expect = try? Data(contentsOf: bad.appending(path: "\(name)/expect.json"))
      let object = expect.flatMap { try? JSONSerialization.jsonObject(with: $0) }
      return (object as? [String: Any])?["by"] as? String == "room"
    }
  }()

  /// The room of keys.json, which trusts lab.trust and has exported archive 1; made once, since
  /// passphrases are slow on purpose, and copied for each test.
  private struct Template: Sendable {
    let home: RoomHome
    let keys: PersonKeys
  }

  private static let template = Result { try makeTemplate() }

  private static func makeTemplate() throws -> Template {
    let scratch = FileManager.default.temporaryDirectory.appending(path: "airlock-vector-room")
    try? FileManager.default.removeItem(at: scratch)
    let home = RoomHome(scratch.path)
    var secret = Array("a passphrase for these tests".utf8)
    let passphrase = SecretBytes(wiping: &secret)
    try Custodian.create(home: home, name: "Vectors", passphrase: passphrase, context: context)
    let custodian = try Custodian.open(home: home, passphrase: passphrase, context: context)
    let folder = try #require(vectors)
    try trust(
      custodian, folder, try object(folder.appending(path: "good/keys.json")),
      try object(folder.appending(path: "good/expected.json")))
    return Template(home: home, keys: custodian.keys)
  }

  private static let context = Context(
    now: { 1_767_800_000_000 }, random: { SystemRandom.bytes($0) })

  init() throws {
    folder = try #require(Self.vectors)
    scratch = FileManager.default.temporaryDirectory.appending(path: "room-\(UUID().uuidString)")
    let template = try Self.template.get()
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let home = RoomHome(scratch.appending(path: "home").path)
    try FileManager.default.copyItem(atPath: template.home.path, toPath: home.path)
    custodian = try Custodian(
      home: home, keys: template.keys, context: Self.context, lock: try HomeLock(home: home.path))
    trusted = try #require(try custodian.store.projects().first)
  }

  deinit { try? FileManager.default.removeItem(at: scratch) }

  /// The channel as it was before the first stick.
  func channel() throws -> TrustedChannel { try custodian.open(trusted) }

  /// Takes in what came down on a stick.
  func takeIn(_ stick: URL, into channel: TrustedChannel) throws -> SyncReport.Channel {
    var report = SyncReport.Channel(project: channel.project)
    let folder = DownFolder(
      try FolderDrive(stick.path), channel: channel.channel)
    try ChannelImport(custodian: custodian, channel: channel, folder: folder).run(&report)
    return report
  }

  /// The stick of a bad case: the good one, less what is removed, with the case's files over it.
  func stick(of name: String, overlay: String = "stick") throws -> URL {
    sticks += 1
    let target = scratch.appending(path: "stick-\(sticks)")
    try FileManager.default.copyItem(at: folder.appending(path: "good/stick"), to: target)
    try makeWritable(target)
    let expect = try expectation(name)
    for path in expect["removed"] as? [String] ?? [] {
      try? FileManager.default.removeItem(at: target.appending(path: path))
    }
    try lay(folder.appending(path: "bad/\(name)/\(overlay)"), over: target)
    return target
  }

  func expectation(_ name: String) throws -> [String: Any] {
    try Self.object(folder.appending(path: "bad/\(name)/expect.json"))
  }

  private func lay(_ source: URL, over target: URL) throws {
    guard let files = FileManager.default.enumerator(atPath: source.path) else { return }
    for case let path as String in files {
      let file = source.appending(path: path)
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      let place = target.appending(path: path)
      if isFolder.boolValue {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      } else {
        try? FileManager.default.removeItem(at: place)
        try Data(contentsOf: file).write(to: place)
      }
    }
  }

  private func makeWritable(_ folder: URL) throws {
    let files = FileManager.default.enumerator(atPath: folder.path)
    let all = [""] + (files?.compactMap { $0 as? String } ?? [])
    for path in all {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: path).path)
    }
  }

  private static func trust(
    _ custodian: Custodian, _ folder: URL, _ keys: [String: Any], _ expected: [String: Any]
  ) throws {
    let signing = try #require(keys["ed25519"] as? [String: [String: String]])
    let sealing = try #require(keys["age"] as? [String: [String: String]])
    let seedText = try #require(signing["room"]?["seed"])
    var seed = try #require(Hex.decoded(seedText))
    let card = try Data(contentsOf: folder.appending(path: "good/room.card"))
    try custodian.store.insert(
      CustodianStore.LabIdentity(
        lab: "", room: try id(expected, "room"),
        signing: SigningKey(seed: SecretBytes(wiping: &seed)),
        seal: try AgeIdentity(text: try #require(sealing["room-1"]?["identity"])),
        card: Array(card)))
    let channel = try id(expected, "channel")
    for name in sealing.keys.sorted() where name.hasPrefix("room-") && name != "room-1" {
      try custodian.store.insertSeal(
        channel: channel, try AgeIdentity(text: try #require(sealing[name]?["identity"])))
    }
    let trust = Array(try Data(contentsOf: folder.appending(path: "good/lab.trust")))
    let project = try custodian.trust(trust, fingerprint: SHA256.hash(trust).hex, lab: "")
    let channelOfProject = try custodian.open(try #require(try custodian.store.project(project)))
    try markExported(channelOfProject.store, folder, expected)
    try channelOfProject.store.close()
  }

  private static func markExported(
    _ store: ProjectStore, _ folder: URL, _ expected: [String: Any]
  ) throws {
    let archive = try #require(
      (expected["archives"] as? [String: [String: Any]])?["archive-1"])
    let manifest = try ResultManifest(
      parsing: Array(
        try Data(contentsOf: folder.appending(path: "good/plain/archive-1/manifest.json"))))
    try store.write {
      try $0.set(.epoch, manifest.epoch.bytes)
      try $0.insertExport(
        StoredExport(
          sequence: manifest.sequence, from: manifest.from, size: manifest.to,
          root: try #require(Digest(hex: archive["root"] as? String ?? "")),
          nonce: manifest.nonce,
          note: try #require(Digest(hex: archive["noteHash"] as? String ?? "")),
          archive: try #require(Digest(hex: archive["sealed"] as? String ?? ""))))
    }
  }

  private static func id(_ expected: [String: Any], _ name: String) throws -> ID {
    try #require(ID(hex: expected[name] as? String ?? ""))
  }

  static func object(_ file: URL) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
  }
}
