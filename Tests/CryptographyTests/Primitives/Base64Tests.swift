import Testing

@testable import Cryptography

@Suite struct Base64Tests {
  @Test func everyLengthGoesBothWays() {
    for count in 0..<100 {
      let bytes = AgeFiles.plaintext(count)
      for form in [Base64.Form.padded, .unpadded, .urlSafe] {
        #expect(Base64.decoded(Base64.encoded(bytes, form), form) == bytes)
      }
    }
  }

  @Test(arguments: [
    "A", "AB", "AA=", "AA===", "AAA", "AA==AA==", "AB==", "AAB=", "AA==\n", "AA ==", " AA==",
    "A-A=",
    "A_A=", "AAAA=", "====",
  ])
  func otherPaddedFormsAreRefused(_ text: String) {
    #expect(Base64.decoded(text.utf8, .padded) == nil)
  }

  @Test(arguments: ["A", "AB", "AA==", "AAA=", "AAB", "A A", "AA\n", "A-A", "A_A"])
  func otherUnpaddedFormsAreRefused(_ text: String) {
    #expect(Base64.decoded(text.utf8, .unpadded) == nil)
  }

  /// libsodium alone would take each of these for a slash.
  @Test func bytesBeyondASCIIAreRefused() {
    for byte in UInt8(0x80)...0xff {
      #expect(Base64.decoded([0x41, byte, 0x41, 0x41], .padded) == nil)
      #expect(Base64.decoded([0x41, byte, 0x41, 0x41], .unpadded) == nil)
      #expect(Base64.decoded([0x41, byte, 0x41, 0x41], .urlSafe) == nil)
    }
  }
}
