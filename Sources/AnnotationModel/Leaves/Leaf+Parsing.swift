import StrictJSON
public import Vocabulary

extension Leaf {
  /// Reads a line, without its LF. Members beyond those of its event are kept in `unknown`.
  ///
  /// Throws `Refusal`: json-… where it is no strict JSON, leaf-form where a member is missing or
  /// isn't what it should be, where `"v":1` isn't first, and beyond 64 KiB.
  public init(parsing line: [UInt8]) throws(Refusal) {
    do throws(DocumentFault) {
      guard line.count <= Limits.leaf else {
        throw DocumentFault(pointer: "", problem: "must be at most \(Limits.leaf) bytes")
      }
      try self.init(Self.document(line).root)
    } catch { throw error.coded(.leafForm).refusal }
  }

  private init(_ root: JSONValue) throws(DocumentFault) {
    guard let first = root.members.first(where: { _ in true }), first.name == "v",
      try first.value.asInteger() == 1
    else { throw root.problem("must be a leaf whose first member is \"v\":1") }
    let (event, members) = try LeafEvent.read(root)
    let known = ["v", "at", "since", "event"] + members
    let unknown = root.members.filter { !known.contains($0.name) }.map { member in
      UnknownMember(name: Array(member.value.nameToken ?? []), value: Array(member.value.token))
    }
    self.init(
      at: try root.needed("at").asInteger(), since: try root.integer(named: "since"), event: event,
      unknown: unknown)
  }

  private static func document(_ line: [UInt8]) throws(DocumentFault) -> JSONDocument {
    do { return try JSONDocument(line) } catch { throw DocumentFault(error) }
  }
}
