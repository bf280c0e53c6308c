import Cryptography
import Foundation
import StrictJSON
import Testing
import Vocabulary

@testable import BundleFormat

/// The small world of `vectors/airlock`: its keys, names and expectations, all read from files.
struct VectorWorld {
  let good = SharedData.vectors.appendingPathComponent("good")

  func expected() throws -> JSONValue {
    try SharedData.json(good.appendingPathComponent("expected.json"))
  }

  func identities() throws -> [AgeIdentity] {
    let bytes = try SharedData.bytes(good.appendingPathComponent("identities.txt"))
    let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    return try lines.filter { !$0.hasPrefix("#") }.map { try AgeIdentity(text: $0) }
  }

  func channel() throws -> ID {
    let expected = try expected()
    return ChannelName.channel(
      project: try expected.require("project").id(), room: try expected.require("room").id())
  }

  /// The key whose public half this is.
  func signingKey(_ key: VerifyingKey) throws -> SigningKey {
    let keys = try SharedData.json(good.appendingPathComponent("keys.json"))
    for (_, entry) in try keys.require("ed25519").members {
      guard try entry.require("public").string() == key.hex else { continue }
      let seed = try #require(Hex.decoded(try entry.require("seed").string()))
      return SigningKey(seed: SecretBytes(copying: seed))
    }
    throw Refusal("test", "no such key")
  }

  /// Every sealed file below a folder, by its hash.
  func sealed(below folder: URL) throws -> [Digest: [UInt8]] {
    var files: [Digest: [UInt8]] = [:]
    for file in SharedData.files(below: folder, ending: [".age"]) {
      let bytes = try SharedData.bytes(file)
      files[SHA256.hash(bytes)] = bytes
    }
    return files
  }

  /// Of each good sealed file, by its hash: its name in `plain`, and its manifest's hash.
  func manifestHashes() throws -> [Digest: (name: String, manifest: Digest)] {
    var hashes: [Digest: (name: String, manifest: Digest)] = [:]
    let expected = try expected()
    for group in ["bundles", "archives"] {
      for (name, entry) in try expected.require(group).members {
        hashes[try entry.require("sealed").digest()] = (
          name, try entry.require("manifest").digest()
        )
      }
    }
    return hashes
  }

  /// The entries of a manifest of whichever direction.
  func entries(_ manifest: [UInt8]) throws -> [ManifestEntry] {
    let isDown = (try? DownManifest(parsing: manifest)) != nil
    return try isDown
      ? DownManifest(parsing: manifest).entries : ResultManifest(parsing: manifest).entries
  }

  /// What this module refuses among the files that a bad case brings, as that side reads them.
  func refusals(in folder: URL, by side: String) throws -> [Refusal] {
    var refusals: [Refusal] = []
    for file in SharedData.files(below: folder, ending: [".age", ".note", ".card"]) {
      guard file.path.contains(side == "room" ? "/down/" : "/up/") || file.pathExtension == "card"
      else { continue }
      do {
        try take(SharedData.bytes(file), kind: file.pathExtension, by: side)
      } catch let refusal as Refusal {
        refusals.append(refusal)
      }
    }
    return refusals
  }

  private func take(_ bytes: [UInt8], kind: String, by side: String) throws {
    switch kind {
    case "note":
      let card = try SharedData.bytes(good.appendingPathComponent("room.card"))
      let key = try RoomCard(verifying: card).key
      _ = try ResultsNote(verifying: bytes, channel: channel(), key: key)
    case "card":
      _ = try RoomCard(verifying: bytes)
    default:
      try takeSealed(bytes, by: side)
    }
  }

  private func takeSealed(_ bytes: [UInt8], by side: String) throws {
    let reader = try BundleReader(MemorySource(bytes), identities: identities())
    let entries =
      try side == "room"
      ? DownManifest(parsing: reader.manifest).entries
      : ResultManifest(parsing: reader.manifest).entries
    let collector = Collector()
    try reader.read(entries, into: collector)
    if let order = collector[EntryName.order] {
      try Order(parsing: order).check(entries)
    }
    if let card = collector[EntryName.card] { _ = try RoomCard(verifying: card) }
  }

  /// Whether this module is the one that must see what is wrong.
  static func isOurs(_ reason: Refusal.Code, in name: String) -> Bool {
    let families = ["age-", "zstd-", "tar-", "entry-", "padding", "path", "asset-name", "card"]
    let others = ["manifest-kind", "note-form", "note-channel", "note-signature"]
    if reason.rawValue.hasPrefix("json-") { return name.hasPrefix("manifest-") }
    return families.contains { reason.rawValue.hasPrefix($0) } || others.contains(reason.rawValue)
  }
}
