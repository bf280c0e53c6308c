import Vocabulary

/// The three documents of one version of a channel, before they are signed.
struct ReleaseDraft {
  let version: Int64
  let channel: ID
  /// Milliseconds since 1970, both.
  let issued: Int64
  let expires: Int64
  let echo: ID?

  func targets(_ files: [TargetFile]) throws(Refusal) -> CanonicalValue {
    let list = files.map { file in
      (name: file.path, value: Self.canonical(file))
    }
    return try document(.targets, "targets", .object(list), [])
  }

  func snapshot(of targets: [UInt8]) throws(Refusal) -> CanonicalValue {
    try document(.snapshot, "meta", meta(.targets, targets), [])
  }

  func timestamp(of snapshot: [UInt8]) throws(Refusal) -> CanonicalValue {
    try document(
      .timestamp, "meta", meta(.snapshot, snapshot),
      [
        ("issued", .integer(issued)),
        ("echo", echo.map { .string($0.hex) } ?? .null),
      ])
  }

  private func document(
    _ role: Role, _ name: String, _ value: CanonicalValue,
    _ binding: [(name: String, value: CanonicalValue)]
  ) throws(Refusal) -> CanonicalValue {
    .object(
      try CanonicalValue.header(of: role, version: version, expires: expires) + [
        (name, value),
        ("x-airlock", .object([("channel", .string(channel.hex))] + binding)),
      ])
  }

  private func meta(_ role: Role, _ file: [UInt8]) -> CanonicalValue {
    .object([(role.fileName, FileReference(version: version, bytes: file).canonical)])
  }

  private static func canonical(_ file: TargetFile) -> CanonicalValue {
    .object([
      ("length", .integer(file.length)),
      ("hashes", .object([("sha256", .string(file.sha256.hex))])),
      (
        "custom",
        .object([("x-airlock", .object([("manifest", .string(file.manifest.hex))]))])
      ),
    ])
  }
}
