import BundleFormat

/// What one room is told.
struct OrderLetter {
  let order: Order
  var guidelines: [UInt8]?
}
