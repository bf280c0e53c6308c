import Vocabulary

/// Which stanzas an age file may have.
public enum AgePolicy: Sendable {
  /// What lies on a stick (formats.md, section 5): 1 to 16 X25519 stanzas and no other, so that
  /// a header hides nothing and costs no more than so many trials. Grease is refused too.
  case exchange
  /// age v1: stanzas of other kinds are ignored; an scrypt stanza stands alone.
  case standard

  /// Throws `age-stanza` where the policy forbids what the header holds.
  func check(_ stanzas: [AgeStanza]) throws(Refusal) {
    let passphrases = stanzas.count { $0.kind == ScryptStanza.kind }
    guard passphrases == 0 || stanzas.count == 1 else {
      throw Refusal(.ageStanza, "an scrypt stanza stands beside others")
    }
    guard self == .exchange else { return }
    guard stanzas.count <= Limits.ageStanzas else {
      throw Refusal(
        .ageStanza, "\(stanzas.count) stanzas, where at most \(Limits.ageStanzas) are allowed")
    }
    guard stanzas.allSatisfy({ $0.kind == X25519Stanza.kind }) else {
      throw Refusal(.ageStanza, "a stanza that is not X25519")
    }
  }
}
