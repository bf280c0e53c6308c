public import Vocabulary

/// Divides the leaves that name one person into sittings.
///
/// Going from one project to another closes and opens logs within a minute; that is one sitting.
/// A new one begins with an `opened` leaf that comes half an hour or more after the person's last.
public struct Sittings: Sendable {
  /// How long nothing may happen before an `opened` leaf begins a new sitting, in milliseconds.
  public static let pause: Int64 = 30 * 60_000

  /// Whose leaves these are.
  public let person: ID
  /// The sittings so far, oldest first.
  public private(set) var all: [Sitting] = []

  /// No sittings yet.
  public init(person: ID) { self.person = person }

  /// Takes the next leaf that names the person; `act` is the hash of the act that it is about.
  public mutating func take(leaf index: Int64, at: Int64, isOpening: Bool, act: Digest? = nil) {
    if isNew(at: at, isOpening: isOpening) {
      all.append(Sitting(person: person, first: index, last: index, from: at, to: at))
    }
    guard let place = all.indices.last else { return }
    all[place].last = index
    all[place].to = at
    if let act { all[place].acts.append(act) }
  }

  private func isNew(at: Int64, isOpening: Bool) -> Bool {
    guard let last = all.last else { return true }
    return isOpening && at - last.to >= Self.pause
  }
}
