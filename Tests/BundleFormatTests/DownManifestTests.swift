import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct DownManifestTests {
  private let entries = Crafted.entries(Crafted.files)

  private func text(_ entries: [ManifestEntry]? = nil) -> String {
    String(decoding: Crafted.manifest(entries ?? self.entries).encoded(), as: UTF8.self)
  }

  private func parse(_ text: String) throws -> DownManifest {
    try DownManifest(parsing: Array(text.utf8))
  }

  private func expect(_ code: Refusal.Code, _ text: String) {
    #expect(throws: Refusal(code, "")) { try parse(text) }
  }

  /// The good manifest with one piece of its text replaced.
  private func expect(_ code: Refusal.Code, _ old: String, _ new: String) {
    let good = text()
    let parts = good.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(parts.count == 2, "\(old) is in the manifest")
    expect(code, parts.joined(separator: new))
  }

  private func expect(_ code: Refusal.Code, _ entries: [ManifestEntry]) {
    expect(code, text(entries))
  }

  private func entry(_ path: String, size: Int64 = 1, _ sha256: Digest = .zero) -> ManifestEntry {
    ManifestEntry(path: path, size: size, sha256: sha256)
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let receipt = Receipt(
      epoch: EpochID(unchecked: [UInt8](repeating: 7, count: 8)), sequence: 3, size: 40,
      root: SHA256.hash([1]))
    let full = DownManifest(
      kind: .order, project: Crafted.project, room: Crafted.room, sequence: Limits.maxInteger,
      previous: SHA256.hash([2]), issued: 0, lease: nil, receipt: receipt,
      entries: [entry(EntryName.order), entry(EntryName.guidelines)])
    #expect(try DownManifest(parsing: full.encoded()) == full)
    #expect(try parse(text()) == Crafted.manifest(entries))
  }

  @Test func anyOrderOfMembersAndWhiteSpaceIsRead() throws {
    let moved = text().replacing(#","room":""#, with: #", "x":""#)
    let room = Crafted.room.hex
    let other = moved.replacing(#""x":"\#(room)","#, with: "\n")
      .replacing(#"{"airlock""#, with: #"{"room":"\#(room)","airlock""#)
    #expect(try parse(other) == Crafted.manifest(entries))
  }

  @Test func unknownMembers() {
    expect("json-member", #"{"airlock""#, #"{"extra":1,"airlock""#)
    expect("json-member", #"{"acts""#, #"{"extra":1,"acts""#)
    expect("json-member", #"{"path""#, #"{"mode":420,"path""#)
  }

  @Test func missingMembers() {
    expect("json-member", #""receipt":null,"#, "")
    expect("json-member", #""lease""#, #""leash""#)
    expect("json-member", #""size":2,"#, "")
  }

  @Test func duplicateMembers() {
    expect("json-duplicate", #""sequence":1"#, #""sequence":1,"sequence":1"#)
    expect("json-duplicate", #""sequence":1"#, #""sequence":1,"se\u0071uence":2"#)
  }

  @Test(arguments: [
    "9007199254740993", "9007199254740992", "18446744073709551615", "-1", "1.0", "1e0",
  ])
  func integersBeyondTheRangeOrSpelledOtherwise(_ number: String) {
    expect("json-integer", #""sequence":1"#, #""sequence":\#(number)"#)
    expect("json-integer", #""issued":1767225600000"#, #""issued":\#(number)"#)
    expect("json-integer", #""size":2"#, #""size":\#(number)"#)
  }

  @Test func sequenceZero() { expect("json-integer", #""sequence":1"#, #""sequence":0"#) }

  @Test func notANumber() { expect("json-nan", #""sequence":1"#, #""sequence":NaN"#) }

  @Test func nestedTooDeep() {
    let deep = String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
    expect("json-depth", #""lease":{"acts":20000,"activeMs":1440000000}"#, #""lease":\#(deep)"#)
  }

  @Test func capitalsInAnID() {
    expect("json-member", Crafted.project.hex, "AB" + Crafted.project.hex.dropFirst(2))
  }

  @Test func anotherKindOrVersion() {
    expect(.manifestKind, #""kind":"tasks""#, #""kind":"results""#)
    expect(.manifestKind, #""kind":"tasks""#, #""kind":"Tasks""#)
    expect(.manifestKind, "bundle/1", "bundle/2")
  }

  @Test func aManifestOfMoreThan64MiB() {
    let spaces = [UInt8](repeating: 0x20, count: Int(Limits.manifest))
    #expect(throws: Refusal(.size, "")) { try DownManifest(parsing: Array(text().utf8) + spaces) }
  }

  @Test func entriesInTheWrongOrder() {
    expect(.entryOrder, [entries[1], entries[0], entries[2]])
    expect(.entryOrder, [entry(EntryName.asset(.zero))] + entries)
    expect(.entryOrder, entries + [entry(EntryName.asset(.zero)), entry(EntryName.practice)])
  }

  @Test func requiredEntriesMissing() {
    for place in entries.indices {
      var some = entries
      some.remove(at: place)
      expect(.entryMissing, some)
    }
    expect(.entryMissing, [])
  }

  @Test func entriesThatHaveNoPlaceThere() {
    for path in ["notes.txt", EntryName.manifest, EntryName.order, EntryName.log, "assets"] {
      expect(.entryExtra, entries + [entry(path)])
    }
  }

  @Test func duplicatePaths() {
    expect(.pathTwice, entries + [entries[2]])
    expect(.pathTwice, entries + [entry(EntryName.asset(.zero)), entry(EntryName.asset(.zero))])
  }

  @Test func pathsThatDifferInCaseOnly() {
    expect(.pathTwice, entries + [entry("TASKS.jsonl")])
  }

  @Test func aNameInCapitalsAlone() {
    expect(.entryExtra, [entry("Project.json"), entries[1], entries[2]])
  }

  @Test func assetsThatAreNotNamedByTheirHash() {
    let hash = SHA256.hash([1])
    let capitals = EntryName.assetFolder + hash.hex.uppercased()
    for path in [EntryName.asset(.zero), capitals, "assets/x.png", "assets/a/b"] {
      expect(.assetName, entries + [entry(path, hash)])
    }
  }

  @Test func practiceAndAssets() throws {
    let more = [entry(EntryName.practice), entry(EntryName.asset(.zero), .zero)]
    #expect(try parse(text(entries + more)).entries == entries + more)
  }

  @Test(arguments: [
    "../tasks.jsonl", "/etc/passwd", "assets/../x", "assets//x", "a\\b", #"assets/\u202Egnp"#,
    #"assets/\u0000"#, #"assets/a\nb"#, #"assets/\u001b[2J"#, "assets/\u{202E}gnp", "",
    #"assets/e\u0301"#, "a/b/c/d/e/f/g/h/i",
  ])
  func pathsThatAreNone(_ path: String) {
    expect(.path, #""path":"tasks.jsonl""#, #""path":"\#(path)""#)
  }

  @Test func aLoneSurrogateInAPath() {
    expect("json-member", #""path":"tasks.jsonl""#, #""path":"\ud83d""#)
  }

  @Test func sizesBeyondTheLimits() {
    expect(.size, [entry(EntryName.project, size: Limits.schema + 1), entries[1], entries[2]])
    expect(
      .size, [entries[0], entry(EntryName.guidelines, size: Limits.guidelines + 1), entries[2]])
    expect(.size, [entries[0], entries[1], entry(EntryName.tasks, size: Limits.sealed)])
    expect(.size, entries + [entry(EntryName.asset(.zero), size: Limits.asset + 1)])
    let big = entry(EntryName.tasks, size: Limits.sealed - 4_096)
    expect(.size, [entries[0], entries[1], big, entry(EntryName.practice, size: 8_192)])
  }

  @Test func moreThanAMillionEntries() {
    let many = [ManifestEntry](repeating: entries[0], count: Limits.entries + 1)
    #expect(throws: Refusal(.size, "")) { try EntryRules(kind: .tasks).check(many) }
  }

  @Test func anOrderHasItsOwnEntries() throws {
    let order = text([entry(EntryName.order)]).replacing("tasks", with: "order")
    #expect(try parse(order).kind == .order)
    expect(.entryMissing, text([entry(EntryName.guidelines)]).replacing("tasks", with: "order"))
    expect(.entryExtra, text(entries).replacing(#""tasks""#, with: #""order""#))
  }

  @Test func aRefusalNamesThePlaceAndNoByteOfTheFile() {
    do {
      _ = try parse(text(entries + [entry("playbook.txt")]))
      Issue.record("not refused")
    } catch let refusal as Refusal {
      #expect(refusal.why.contains("entry 3") && !refusal.why.contains("playbook"))
    } catch {
      Issue.record("another error: \(error)")
    }
  }
}
