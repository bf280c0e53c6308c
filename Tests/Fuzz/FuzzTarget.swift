import Glibc

/// One parser of outside bytes, as the fuzzer sees it.
struct FuzzTarget: Sendable {
  /// How `scripts/fuzz` calls it.
  let name: String
  /// Feeds one input to the parser. What the parser throws is its good right; a trap, a failed
  /// `expect` or memory touched out of bounds is what we look for.
  let run: @Sendable ([UInt8]) throws -> Void

  /// Every target, in the order of the list that people see.
  static let all: [FuzzTarget] = [
    FuzzTarget(name: "json", run: fuzzJSON),
    FuzzTarget(name: "jsonl", run: fuzzJSONLines),
    FuzzTarget(name: "age", run: fuzzAge),
    FuzzTarget(name: "note", run: fuzzNote),
    FuzzTarget(name: "checkpoint", run: fuzzCheckpoint),
    FuzzTarget(name: "dsse", run: fuzzDSSE),
    FuzzTarget(name: "card", run: fuzzCard),
    FuzzTarget(name: "tuf", run: fuzzTUF),
    FuzzTarget(name: "manifest", run: fuzzManifest),
    FuzzTarget(name: "order", run: fuzzOrder),
    FuzzTarget(name: "tar", run: fuzzTar),
    FuzzTarget(name: "zstd", run: fuzzZstd),
    FuzzTarget(name: "bundle", run: fuzzBundle),
    FuzzTarget(name: "project", run: fuzzProject),
    FuzzTarget(name: "record", run: fuzzRecord),
    FuzzTarget(name: "task", run: fuzzTask),
    FuzzTarget(name: "answers", run: fuzzAnswers),
    FuzzTarget(name: "act", run: fuzzAct),
    FuzzTarget(name: "leaf", run: fuzzLeaf),
  ]
}

/// Ends the run as a crash, which libFuzzer keeps with its input, where `holds` is false.
func expect(_ holds: Bool, _ claim: StaticString, line: UInt = #line) {
  if holds { return }
  let text = Array("expected: \(claim) (line \(line))\n".utf8)
  _ = unsafe text.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  abort()
}

/// What `body` gives, where it must not throw: what we wrote ourselves must be readable.
func mustParse<Value>(_ claim: StaticString, line: UInt = #line, _ body: () throws -> Value)
  -> Value?
{
  let value = try? body()
  expect(value != nil, claim, line: line)
  return value
}
