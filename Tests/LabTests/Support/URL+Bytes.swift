import Foundation

extension URL {
  /// The bytes of a file.
  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: self)) }
}
