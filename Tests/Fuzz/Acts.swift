import AnnotationModel

/// The body of an act.
func fuzzAct(_ input: [UInt8]) throws {
  let act = try Act(parsing: input)
  let again = mustParse("an act that we wrote is one") { try Act(parsing: act.encoded()) }
  expect(again == act, "an act that we wrote says the same")
}

/// A leaf of the log.
func fuzzLeaf(_ input: [UInt8]) throws {
  let leaf = try Leaf(parsing: input)
  let again = mustParse("a leaf that we wrote is one") { try Leaf(parsing: leaf.encoded()) }
  expect(again == leaf, "a leaf that we wrote says the same")
}
