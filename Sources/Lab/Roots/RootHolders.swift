public import Cryptography
import Store
import StrictJSON
public import Vocabulary

/// The people who together decide whom a project trusts: their public root keys, and how many of
/// them must sign. Written as `root.plan`, a file without secrets.
public struct RootHolders: Sendable, Equatable {
  /// More keys than these are no threshold that people could handle.
  public static let limit = 16
  /// The name of the file that `root init` writes.
  public static let fileName = "root.plan"

  /// One public key for each holder.
  public let keys: [VerifyingKey]
  /// How many of them must sign.
  public let threshold: Int

  /// `threshold` of `keys`. Throws `Failure` (wrong usage) where that can't be met, or a key is
  /// there twice.
  public init(keys: [VerifyingKey], threshold: Int) throws(Failure) {
    try Self.check(keys: keys.count, threshold: threshold)
    guard Set(keys).count == keys.count else {
      throw Failure(.usage, "a root key is named twice: each holder needs a key of their own")
    }
    self.keys = keys
    self.threshold = threshold
  }

  /// Throws `Failure` (wrong usage) unless `threshold` of `keys` can be met.
  public static func check(keys: Int, threshold: Int) throws(Failure) {
    guard (1...limit).contains(keys) else {
      throw Failure(.usage, "there must be 1 to \(limit) root keys, not \(keys)")
    }
    guard (1...keys).contains(threshold) else {
      throw Failure(
        .usage,
        "the threshold must be 1 to \(keys), as many as there are root keys, not "
          + "\(threshold)")
    }
  }

  /// Reads the file at `path`. Throws `Failure` (bad input) with what is wrong in it.
  public init(reading path: String) throws(Failure) {
    let bytes = try InputFile.read(path, limit: Int(Limits.note))
    let (texts, threshold): ([String], Int64)
    do throws(JSONFault) {
      (texts, threshold) = try Self.members(of: JSONDocument(bytes).root)
    } catch {
      throw Failure(.badInput, "\(path): is no plan of root keys: \(error)")
    }
    var keys: [VerifyingKey] = []
    for text in texts {
      guard let key = VerifyingKey(hex: text) else {
        throw Failure(.badInput, "\(path): a root key has 64 digits from 0 to 9 and a to f")
      }
      keys.append(key)
    }
    do {
      try self.init(keys: keys, threshold: Int(clamping: threshold))
    } catch {
      throw Failure(.badInput, "\(path): \(error.line)")
    }
  }

  private static func members(
    of root: JSONValue
  ) throws(JSONFault) -> (keys: [String], threshold: Int64) {
    try root.onlyMembers(["airlock", "threshold", "keys"])
    let kind = try root.require("airlock")
    guard kind.isString("root-plan/1") else { throw kind.fault(.value, "\"root-plan/1\"") }
    let list = try root.require("keys")
    try list.expect(.array, "an array of public keys")
    var keys: [String] = []
    for key in list.elements { keys.append(try key.string()) }
    return (keys, try root.require("threshold").integer(1...Int64(limit)))
  }

  /// The file's bytes.
  public func encoded() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { plan in
      plan.member("airlock", "root-plan/1")
      plan.member("threshold", Int64(threshold))
      plan.array("keys") { list in
        for key in keys { list.string(key.hex) }
      }
    }
    return writer.bytes
  }
}
