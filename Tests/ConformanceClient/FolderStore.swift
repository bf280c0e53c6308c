import Glibc
import TUF

/// Trusted metadata as the suite looks at it: `<role>.json` in one folder, without versions.
struct FolderStore: TrustStore {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  func trusted(_ role: String) throws -> [UInt8]? {
    guard unsafe access(place(role), F_OK) == 0 else { return nil }
    return try Files.read(place(role))
  }

  func keep(_ role: String, _ file: [UInt8]) throws { try Files.write(file, to: place(role)) }

  func forget(_ role: String) throws { _ = unsafe unlink(place(role)) }

  private func place(_ role: String) -> String { "\(folder)/\(PercentEncoding.name(role)).json" }
}
