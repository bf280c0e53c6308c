import StrictJSON
import Vocabulary

extension LeafEvent {
  /// Writes the members of the event, in the order of formats.md, section 8.
  func write(_ line: inout JSONWriter) {
    switch self {
    case .act(let person, let act, let signature):
      line.member("person", person)
      line.member("act", act)
      line.member("sig", Hex.encoded(signature))
    case .person(let person, let key, let why):
      line.member("person", person)
      line.member("key", key)
      line.member("why", why.rawValue)
    case .opened(let person), .closed(let person): line.member("person", person)
    case .shown(let person, let task):
      line.member("person", person)
      line.member("task", task)
    case .import, .export, .restored, .clock: writeNumbers(&line)
    case .network(let isUp):
      line.member("code", isUp ? "up" : "down")
      line.memberNull("hash")
    case .software(let version, let sha256):
      line.member("version", version)
      line.member("sha256", sha256)
    case .alarm(let code, let hash):
      line.member("code", code)
      if let hash { line.member("hash", hash) } else { line.memberNull("hash") }
    case .other: break
    }
  }

  private func writeNumbers(_ line: inout JSONWriter) {
    switch self {
    case .import(let sequence, let manifest, let root, let timestamp, let targets, let metadata):
      line.member("sequence", sequence)
      line.member("manifest", manifest)
      line.member("root", root)
      line.member("timestamp", timestamp)
      line.member("targets", targets)
      line.member("metadata", metadata)
    case .export(let sequence, let from, let to):
      line.member("sequence", sequence)
      line.member("from", from)
      line.member("to", to)
    case .restored(let epoch, let size, let root):
      line.member("epoch", epoch)
      line.member("size", size)
      line.member("root", root)
    case .clock(let from, let to):
      line.member("from", from)
      line.member("to", to)
    default: break
    }
  }
}
