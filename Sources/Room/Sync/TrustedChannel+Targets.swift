import Store
import TUF

extension TrustedChannel {
  /// The targets that this room hasn't taken in.
  func unknown(_ targets: [TargetFile]) throws -> [TargetFile] {
    try store.read { store in try targets.filter { try !store.hasBundle(manifest: $0.manifest) } }
  }
}
