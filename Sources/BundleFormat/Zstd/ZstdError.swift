import CZstd

/// libzstd would not work for a reason that lies with this machine, not with a file.
enum ZstdError: Error, CustomStringConvertible {
  case noMemory
  /// libzstd's own words.
  case failed(String)

  /// Throws where libzstd's return value is an error.
  static func check(_ code: Int) throws {
    guard ZSTD_isError(code) != 0 else { return }
    throw failed(unsafe String(cString: ZSTD_getErrorName(code)))
  }

  var description: String {
    switch self {
    case .noMemory: "no memory for zstd"
    case .failed(let words): "zstd: \(words)"
    }
  }
}
