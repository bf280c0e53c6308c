import CZstd
import Cryptography

/// Writes one zstd frame and the padding after it (formats.md, section 5).
///
/// Level 3, with the content's size and checksum, window as level 3 has it (2 MiB), no dictionary.
@safe
final class ZstdWriter: ByteSink {
  private let sink: any ByteSink
  private let context: OpaquePointer
  private var output: [UInt8]
  private var frameBytes: Int64 = 0

  /// Compresses exactly `contentBytes` bytes to `sink`, which `finish` finishes too.
  init(contentBytes: Int64, sink: any ByteSink) throws {
    self.sink = sink
    output = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
    guard let context = unsafe ZSTD_createCCtx() else { throw ZstdError.noMemory }
    unsafe self.context = context
    try set(ZSTD_c_compressionLevel, Self.level)
    try set(ZSTD_c_checksumFlag, 1)
    let size = UInt64(contentBytes)
    try ZstdError.check(unsafe ZSTD_CCtx_setPledgedSrcSize(context, size))
  }

  deinit {
    unsafe ZSTD_freeCCtx(context)
  }

  private static let level: CInt = 3

  func write(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while !rest.isEmpty {
      _ = try step(&rest, ZSTD_e_continue)
    }
  }

  func finish() throws {
    var nothing: ArraySlice<UInt8> = []
    while try step(&nothing, ZSTD_e_end) > 0 {}
    try PaddingFrame.write(after: frameBytes, to: sink)
    try sink.finish()
  }

  /// Lets libzstd take some of `rest` and passes on what it gives; returns how much is still to
  /// come, at least.
  private func step(_ rest: inout ArraySlice<UInt8>, _ order: ZSTD_EndDirective) throws -> Int {
    var used = 0
    var produced = 0
    let left = unsafe output.withUnsafeMutableBytes { target in
      unsafe rest.withUnsafeBytes { source in
        var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var into = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let left = unsafe ZSTD_compressStream2(context, &into, &from, order)
        used = unsafe from.pos
        produced = unsafe into.pos
        return left
      }
    }
    try ZstdError.check(left)
    rest = rest.dropFirst(used)
    frameBytes += Int64(produced)
    if produced > 0 { try sink.write(output[..<produced]) }
    return left
  }

  private func set(_ parameter: ZSTD_cParameter, _ value: CInt) throws {
    try ZstdError.check(unsafe ZSTD_CCtx_setParameter(context, parameter, value))
  }
}
