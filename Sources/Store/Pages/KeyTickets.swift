import Cryptography
import Synchronization

/// Keys on their way into the VFS. SQLite knows a database by its address alone, and a key must not
/// stand there: a number does, good for one opening.
enum KeyTickets {
  /// A key under way; a class, since dictionaries hold no value that can't be copied.
  final class Key: Sendable {
    let secret: SecretBytes
    init(_ secret: consuming SecretBytes) { self.secret = secret }
  }

  private struct Waiting {
    var last: Int64 = 0
    var keys: [Int64: Key] = [:]
  }
  private static let waiting = Mutex(Waiting())

  /// A number, above 0, for one opening with the key.
  static func issue(_ key: borrowing SecretBytes) -> Int64 {
    let key = Key(key.copy())
    return waiting.withLock { waiting in
      waiting.last += 1
      waiting.keys[waiting.last] = key
      return waiting.last
    }
  }

  /// Takes the key of a ticket; nil for a number that isn't out.
  static func redeem(_ ticket: Int64) -> Key? {
    waiting.withLock { $0.keys.removeValue(forKey: ticket) }
  }

  /// Withdraws a ticket, if it is still out.
  static func cancel(_ ticket: Int64) {
    _ = redeem(ticket)
  }
}
