import Glibc

extension [UInt8] {
  /// Overwrites the bytes and empties the array. Copies made before are not reached.
  mutating func wipe() {
    unsafe withUnsafeMutableBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe explicit_bzero(start, bytes.count)
    }
    self = []
  }
}
