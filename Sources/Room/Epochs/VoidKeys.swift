import Cryptography
import Store
import TUF
import Vocabulary

/// Keys that a `rotate` order declared void: no later root may name one again.
struct VoidKeys {
  let channel: TrustedChannel

  /// Why a verified state is not to be trusted; nil where it names no void key.
  func refusal(of state: TrustState) throws -> Refusal? {
    let void = try channel.store.read(Self.all)
    guard !void.isEmpty else { return nil }
    guard let key = Self.named(by: try state.summary().root).first(where: void.contains) else {
      return nil
    }
    return Refusal(
      .tufKey,
      "the lab's root names key \(key.keyID.hex.prefix(8)), which the lab has declared void")
  }

  /// The keys of all roles of a root.
  static func named(by root: RootDocument) -> Set<VerifyingKey> {
    Set(Role.allCases.flatMap { root.keys(of: $0).keys.values })
  }

  static func all(in store: ProjectTransaction) throws -> Set<VerifyingKey> {
    var keys: Set<VerifyingKey> = []
    var rest = try store.bytes(.voidKeys)?[...] ?? []
    while !rest.isEmpty {
      guard let key = VerifyingKey(bytes: Array(rest.prefix(32))) else {
        throw Refusal("store-damaged", "a void key in the store is no key")
      }
      keys.insert(key)
      rest = rest.dropFirst(32)
    }
    return keys
  }

  static func add(_ keys: [VerifyingKey], to store: ProjectTransaction) throws {
    let all = try all(in: store).union(keys)
    try store.set(.voidKeys, all.sorted { $0.hex < $1.hex }.flatMap(\.bytes))
  }
}
