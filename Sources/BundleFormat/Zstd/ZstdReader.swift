import CZstd
import Cryptography
import Vocabulary

/// The content of exactly one zstd frame, whose end it finds; what follows stays in the input.
///
/// The frame's header is checked by `ZstdFrameHeader` first, and the content checksum by libzstd
/// at the end, so content counts as whole only once `read` has returned 0.
@safe
final class ZstdReader: ByteSource {
  private let input: ChunkReader
  private let context: OpaquePointer
  private var hasBegun = false
  private var hasEnded = false
  /// Bytes of the frame used up so far; its length, once all has been read.
  private(set) var frameBytes: Int64 = 0

  /// Reads the frame at the front of `input`.
  init(_ input: ChunkReader) throws {
    self.input = input
    guard let context = unsafe ZSTD_createDCtx() else { throw ZstdError.noMemory }
    unsafe self.context = context
    // The header is checked against the same bound; this is a second lock on that door.
    let windowLog = CInt(Limits.window.trailingZeroBitCount)
    try ZstdError.check(unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, windowLog))
  }

  deinit {
    unsafe ZSTD_freeDCtx(context)
  }

  func read(into buffer: inout [UInt8]) throws -> Int {
    if !hasBegun {
      _ = try ZstdFrameHeader(parsing: Array(input.peek(ZstdFrameHeader.longest)))
      hasBegun = true
    }
    while !hasEnded {
      let piece = try input.available()
      let produced = try step(piece, into: &buffer)
      if produced > 0 { return produced }
      guard hasEnded || !piece.isEmpty else {
        throw Refusal(.zstdFrame, "the zstd frame is cut short")
      }
    }
    return 0
  }

  /// Lets libzstd use some of `piece` and fill some of `buffer`; returns how much it filled.
  private func step(_ piece: ArraySlice<UInt8>, into buffer: inout [UInt8]) throws -> Int {
    var used = 0
    var produced = 0
    let code = unsafe buffer.withUnsafeMutableBytes { target in
      unsafe piece.withUnsafeBytes { source in
        var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
        var into = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let code = unsafe ZSTD_decompressStream(context, &into, &from)
        used = unsafe from.pos
        produced = unsafe into.pos
        return code
      }
    }
    try refuse(code)
    input.drop(used)
    frameBytes += Int64(used)
    hasEnded = code == 0
    return produced
  }

  private func refuse(_ code: Int) throws {
    guard ZSTD_isError(code) != 0 else { return }
    switch ZSTD_getErrorCode(code) {
    case ZSTD_error_memory_allocation:
      throw ZstdError.noMemory
    case ZSTD_error_checksum_wrong:
      throw Refusal(.zstdChecksum, "the zstd frame's checksum is not that of its content")
    case ZSTD_error_frameParameter_windowTooLarge:
      throw Refusal(.zstdWindow, "the zstd frame's window is more than \(Limits.window) bytes")
    default:
      throw Refusal(.zstdFrame, "the zstd frame is damaged")
    }
  }
}
