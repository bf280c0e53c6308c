import Testing
import Vocabulary

@testable import Cryptography

/// Airlock's own vectors: the small world that another implementation made.
enum World {
  static let folder = "vectors/airlock/good"

  struct Expected: Decodable {
    var channel, epoch: String
    var archives: [String: Archive]
    var leaves: [Leaf]
    var rootAtSize: [String: String]
    var noteKeyIds: [String: String]
    var actPae: [String: HexBytes]
    var acts: [String: String]
  }
  struct Archive: Decodable {
    var note, noteHash, checkpoint, root: String
    var size: Int64
  }
  struct Leaf: Decodable {
    var index: Int
    var leafHash: String
  }
  struct Keys: Decodable {
    var ed25519: [String: Key]
  }
  struct Key: Decodable {
    var seed: HexBytes
    var `public`: String
    var tufKeyid: String

    var signing: SigningKey { SigningKey(seed: SecretBytes(copying: seed.bytes)) }
  }
  private struct Manifest: Decodable {
    var from: Int
  }

  static func expected() throws -> Expected {
    try SharedVectors.json("\(folder)/expected.json")
  }

  static func keys() throws -> [String: Key] {
    try SharedVectors.json("\(folder)/keys.json", as: Keys.self).ed25519
  }

  static func roomKey() throws -> SigningKey {
    try #require(try keys()["room"]).signing
  }

  /// Every line of the log, by its index, from all archives.
  static func logLines() throws -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    for archive in try expected().archives.keys.sorted() {
      let manifest: Manifest = try SharedVectors.json("\(folder)/plain/\(archive)/manifest.json")
      let log = try SharedVectors.bytes("\(folder)/plain/\(archive)/log.jsonl")
      try #require(manifest.from <= lines.count)
      lines.removeLast(lines.count - manifest.from)
      lines += log.dropLast().split(separator: 0x0a, omittingEmptySubsequences: false)
    }
    return lines
  }

  /// Every line of every archive's acts.jsonl.
  static func actBodies() throws -> [ArraySlice<UInt8>] {
    try expected().archives.keys.sorted().flatMap { archive in
      try SharedVectors.bytes("\(folder)/plain/\(archive)/acts.jsonl").split(separator: 0x0a)
    }
  }
}
