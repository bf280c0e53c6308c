import StrictJSON

@testable import TUF

/// TUF metadata of all four roles, read before anyone asks who signed: that is what a stranger's
/// file reaches.
func fuzzTUF(_ input: [UInt8]) throws {
  _ = try? RootDocument(trusting: input)
  check(input, RootDocument.self)
  check(input, TimestampDocument.self)
  check(input, SnapshotDocument.self)
  check(input, TargetsDocument.self)
  // The same without what a channel asks for: delegations, keys of other schemes, no hashes.
  check(input, RootMetadata.self)
  check(input, TimestampMetadata.self)
  check(input, SnapshotMetadata.self)
  check(input, TargetsMetadata.self)
}

private func check<Content: MetadataDocument & Equatable>(_ input: [UInt8], _ type: Content.Type) {
  guard let document = try? UnverifiedDocument<Content>(parsing: input) else { return }
  guard let content = try? document.claim() else { return }
  expect(document.claimedVersion == content.version, "both readings find the same version")
  expect(content.version > 0, "versions start at 1")
  // White space carries no meaning: without it, the same is signed and said.
  let compact = mustParse("a compact document is one") {
    try UnverifiedDocument<Content>(parsing: JSONDocument(input).root.compacted)
  }
  expect(compact?.message == document.message, "white space is not signed")
  expect((try? compact?.claim()) == content, "a compact document says the same")
}
