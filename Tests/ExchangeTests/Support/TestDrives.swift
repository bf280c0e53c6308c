import Cryptography
import Exchange

/// The drives that must behave alike.
enum DriveKind: CaseIterable, Sendable {
  case folder, simulated, simulatedInSmallPieces

  /// Runs `body` with an empty drive of this kind.
  func use(_ body: (any Drive) throws -> Void) throws {
    switch self {
    case .folder:
      let folder = try TemporaryFolder()
      try body(try FolderDrive(folder.path))
    case .simulated: try body(SimulatedDrive())
    case .simulatedInSmallPieces: try body(SimulatedDrive(pieceLimit: 7))
    }
  }
}

/// Gives nothing but an error.
final class BrokenSource: ByteSource {
  struct Broken: Error {}
  private var left: Int

  /// Breaks after so many bytes.
  init(after count: Int) { left = count }

  func read(into buffer: inout [UInt8]) throws -> Int {
    guard left > 0 else { throw Broken() }
    let count = min(left, buffer.count)
    left -= count
    return count
  }
}
