public import TUF
import Vocabulary

extension DownFolder: MetadataSource {
  /// No more candidates than these, the highest, are looked at beside `timestamp.json`: more are
  /// nobody's accident, and reading thousands would take a day.
  private static var timestampLimit: Int { 64 }

  public func root(version: Int64) throws -> [UInt8]? {
    try file(.root, version, limit: Limits.root)
  }

  public func snapshot(version: Int64) throws -> [UInt8]? {
    try file(.snapshot, version, limit: Limits.metadata)
  }

  public func targets(version: Int64) throws -> [UInt8]? {
    try file(.targets, version, limit: Limits.metadata)
  }

  public func highestRoot() throws -> Int64? {
    try metadataNames().filter { $0.name.role == .root }.compactMap(\.name.version).max()
  }

  public func timestamps() throws -> [[UInt8]] {
    let names = try metadataNames().filter { $0.name.role == .timestamp }
    let plain = names.filter { $0.name.version == nil }
    let numbered = names.filter { $0.name.version != nil }.suffix(Self.timestampLimit)
    return try (plain + numbered).compactMap { name in
      try drive.read("\(metadataFolder)/\(name.text)", limit: Limits.metadata)
    }
  }

  private func file(_ role: Role, _ version: Int64, limit: Int64) throws -> [UInt8]? {
    try drive.read("\(metadataFolder)/\(role.fileName(version: version))", limit: limit)
  }
}
