import StrictJSON
import Vocabulary

/// Strict JSON: the value walked whole, every typed reading tried, and its compact form read again.
func fuzzJSON(_ input: [UInt8]) throws {
  let root = try JSONDocument(input).root
  expect(root.depth <= Limits.jsonDepth, "no value is nested deeper than the limit")
  walk(root)
  // Each pointer walks from the root, so for small documents only.
  if input.count < 1_024 { checkPointers(root) }
  let compact = root.compacted
  guard let again = mustParse("a compact form is JSON", { try JSONDocument(compact).root }) else {
    return
  }
  expect(again.compacted == compact, "a compact form is its own compact form")
  expect(again.depth == root.depth, "compacting keeps the depth")
}

private func walk(_ value: JSONValue) {
  tryReadings(of: value)
  for element in value.elements { walk(element) }
  for (name, member) in value.members {
    walk(member)
    if let bytes = member.nameBytes, let text = String(validating: bytes, as: UTF8.self) {
      expect(value[text]?.offset == member.offset, "a member is found by its name")
      expect(name == text, "a name without lone surrogates is spelled as it is")
    }
  }
}

private func checkPointers(_ value: JSONValue) {
  for element in value.elements {
    expect(element.pointer.hasPrefix(value.pointer), "a pointer leads through the container")
    checkPointers(element)
  }
  for (_, member) in value.members {
    expect(member.pointer.hasPrefix(value.pointer), "a pointer leads through the container")
    checkPointers(member)
  }
}

private func tryReadings(of value: JSONValue) {
  _ = try? value.number()
  _ = try? value.integer()
  _ = try? value.digest()
  _ = try? value.id()
  _ = try? value.scalarCount()
  guard let text = try? value.string() else { return }
  expect(value.isString(text), "a string is itself")
  var writer = JSONWriter()
  writer.string(text)
  let again = mustParse("a string that was written is JSON") { try JSONDocument(writer.bytes) }
  expect((try? again?.root.string()) == text, "a string that was written reads the same")
  if let pointer = try? JSONPointer(text) { _ = value.at(pointer) }
}
