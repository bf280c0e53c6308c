import StrictJSON
import Vocabulary

/// The parts that manifests of every kind have in common.
enum ManifestDocument {
  static let version = "bundle/1"

  /// Checks that `bytes` are a manifest of one of `kinds`, and gives its object and kind. Throws
  /// `size`, a `json-` code, or `manifest-kind`.
  static func open(
    _ bytes: [UInt8], kinds: [ManifestKind]
  ) throws(Refusal) -> (root: JSONValue, kind: ManifestKind) {
    guard Int64(bytes.count) <= Limits.manifest else {
      throw Refusal(.size, "the manifest is longer than \(Limits.manifest) bytes")
    }
    let (root, version, kind) = try Refusal.of("the manifest") { () throws(JSONFault) in
      let root = try JSONDocument(bytes).root
      return (root, try root.require("airlock").string(), try root.require("kind").string())
    }
    guard version == self.version, let known = ManifestKind(rawValue: kind), kinds.contains(known)
    else {
      let names = kinds.map(\.rawValue).joined(separator: " or ")
      throw Refusal(.manifestKind, "the manifest is not one of kind \(names)")
    }
    return (root, known)
  }
}

extension Refusal {
  /// What `body` gives; a fault of JSON becomes a refusal that begins with `what`.
  static func of<Value>(
    _ what: String, _ body: () throws(JSONFault) -> Value
  ) throws(Refusal) -> Value {
    do {
      return try body()
    } catch {
      let refusal = error.refusal
      throw Refusal(refusal.code, "\(what), \(refusal.why)")
    }
  }
}

extension JSONValue {
  /// What `body` makes of this value; nil where it is `null`.
  func optional<Value>(
    _ body: (JSONValue) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value? {
    isNull ? nil : try body(self)
  }

  /// A sequence: these start at 1 (formats.md, section 1).
  func sequence() throws(JSONFault) -> Int64 { try integer(1...Limits.maxInteger) }
}
