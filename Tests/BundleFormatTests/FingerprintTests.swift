import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct FingerprintTests {
  private let print = Fingerprint(of: Array("card".utf8))

  @Test func itIsTheHashOfTheFile() {
    #expect(print.digest == SHA256.hash(Array("card".utf8)))
    #expect(print.hex == print.digest.hex)
    #expect(print.description.utf8.count == 64 + 15)
  }

  @Test func spacesHyphensAndCapitalsDoNotCount() throws {
    let hyphens = print.description.split(separator: " ").joined(separator: "-")
    for text in [
      print.hex, print.description, print.hex.uppercased(), hyphens, "  \(print.hex) -",
    ] {
      #expect(try Fingerprint(typed: text) == print)
    }
  }

  @Test func otherTextsAreNone() {
    let hex = print.hex
    for text in ["", String(hex.dropLast()), hex + "0", "g" + hex.dropFirst(), hex + "\n"] {
      #expect(throws: Refusal("fingerprint", "")) { try Fingerprint(typed: text) }
    }
  }
}
