import Store
import Vocabulary

extension Contractor {
  private static let purpose = "settings"

  /// The person's settings as the pages wrote them, JSON; nil where they never did.
  public func settings() throws -> [UInt8]? {
    try PersonFile.read(home.settings(who), keys: keys, purpose: Self.purpose)
  }

  /// Keeps the person's settings under their own key. Throws `Failure` where they are too long.
  public func keepSettings(_ body: [UInt8]) throws {
    guard body.count <= PersonFile.limit else {
      throw Failure(.badInput, "the settings are longer than \(PersonFile.limit) bytes")
    }
    try PersonFile.write(body, to: home.settings(who), keys: keys, purpose: Self.purpose)
  }
}
