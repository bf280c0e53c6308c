import Foundation
import TestSupport

/// The folder of data and vectors that lies beside the package, or where AIRLOCK_SHARED says.
enum SharedData {
  static let root = SharedFolder.place

  /// Whether a folder is there; says so if it isn't.
  static func has(_ path: String) -> Bool { SharedFolder.part(path) != nil }

  static func read(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: root.appending(path: path)))
  }

  static func list(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: path).path()).sorted()
  }

  /// The lines of a file, without their line feeds.
  static func lines(_ path: String) throws -> [[UInt8]] { try lines(of: read(path)) }

  static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0A).map { Array($0) }
  }
}
