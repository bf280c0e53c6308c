import TUF

/// A TUF repository's metadata over loopback HTTP.
struct HTTPRepository: RepositorySource {
  let base: HTTPAddress

  func metadata(_ role: String, version: Int64?, limit: Int64) throws -> [UInt8]? {
    let name = PercentEncoding.name(role)
    let prefix = version.map { "\($0)." } ?? ""
    return try LoopbackHTTP.get(base.appending("\(prefix)\(name).json"), limit: limit)
  }
}
