extension [UInt8] {
  /// Overwrites the bytes from `index` on with `bytes`, which must fit.
  public mutating func copy(_ bytes: ArraySlice<UInt8>, at index: Int) {
    precondition(index >= 0 && bytes.count <= count - index, "the bytes fit")
    guard !bytes.isEmpty else { return }
    unsafe withUnsafeMutableBytes { target in
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(rebasing: target[index...]).copyMemory(from: source)
      }
    }
  }
}
