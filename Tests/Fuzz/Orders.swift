import BundleFormat

/// An order.
func fuzzOrder(_ input: [UInt8]) throws {
  let order = try Order(parsing: input)
  let again = mustParse("an order that we wrote is one") { try Order(parsing: order.encoded()) }
  expect(again == order, "an order that we wrote says the same")
}
