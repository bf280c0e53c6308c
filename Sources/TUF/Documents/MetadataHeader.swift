import StrictJSON
import Vocabulary

/// What the documents of all roles say (TUF 1.0, section 4.3).
struct MetadataHeader: Equatable, Sendable {
  let version: Int64
  /// Seconds since 1970; from then on the document isn't trusted.
  let expires: Int64

  /// Reads `_type`, `spec_version`, `version` and `expires` of a document of `role`.
  init(reading signed: JSONValue, role: Role) throws(Refusal) {
    let (type, specification, version, expires) = try asRefusal { () throws(JSONFault) in
      (
        try signed.require("_type").string(), try signed.require("spec_version").string(),
        try signed.require("version").integer(1...Limits.maxInteger),
        try signed.require("expires").string()
      )
    }
    guard type == role.rawValue else {
      throw Refusal(.tufForm, "\(role.fileName) holds another role's document")
    }
    guard Self.isReadable(specification) else {
      throw Refusal(.tufForm, "\(role.fileName) follows another TUF than 1.x")
    }
    guard let seconds = MetadataTime.seconds(expires) else {
      throw Refusal(
        .tufForm, "\(role.fileName) has an \"expires\" that isn't YYYY-MM-DDTHH:MM:SSZ")
    }
    self.version = version
    self.expires = seconds
  }

  /// Throws `tuf-expired` unless the document, known as `name`, outlives `time` (milliseconds since
  /// 1970).
  func checkExpiry(of name: String, at time: Int64) throws(Refusal) {
    guard expires * 1_000 > time else {
      let day = MetadataTime.text(expires) ?? ""
      throw Refusal(
        .tufExpired, "\(version).\(name) expired at \(day); it must be signed anew")
    }
  }

  /// Any 1.x, or 1.x.y.
  private static func isReadable(_ specification: String) -> Bool {
    let parts = specification.utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (2...3).contains(parts.count) && parts.first.map(Array.init) == [UInt8(ascii: "1")]
      && parts.allSatisfy { part in
        (1...9).contains(part.count) && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
