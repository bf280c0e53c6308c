import Testing
import Vocabulary

@testable import Cryptography

@Suite struct DSSETests {
  static let type = "application/vnd.airlock.test+json"
  static let keys = (0..<3).map { byte in
    SigningKey(seed: SecretBytes(copying: [UInt8](repeating: UInt8(byte + 1), count: 32)))
  }
  static var publicKeys: [VerifyingKey] { keys.map(\.verifyingKey) }

  /// The example of the protocol, "Test Vectors".
  @Test func preAuthenticationIsThatOfTheProtocol() {
    let bytes = DSSE.preAuthentication(
      type: "http://example.com/HelloWorld", body: Array("hello world".utf8))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "DSSEv1 29 http://example.com/HelloWorld 11 hello world")
  }

  @Test func lengthsCountBytes() {
    let bytes = DSSE.preAuthentication(type: "é", body: [])
    #expect(bytes == Array("DSSEv1 2 é 0 ".utf8))
  }

  @Test(.enabled(if: SharedVectors.areThere)) func actsOfTheWorldAreEncodedTheSame() throws {
    let expected = try World.expected()
    let bodies = try World.actBodies()
    #expect(!expected.actPae.isEmpty)
    for (act, encoding) in expected.actPae {
      let body = try #require(bodies.first { SHA256.hash($0).hex == expected.acts[act] })
      let ours = DSSE.preAuthentication(
        type: "application/vnd.airlock.act.v1+json", body: Array(body))
      #expect(ours == encoding.bytes)
    }
  }

  @Test func signedEnvelopeIsReadBack() throws {
    for payload in [[], [0], Array(#"{"a":"b"}"#.utf8), AgeFiles.plaintext(1_000)] {
      let envelope = DSSEEnvelope(signing: payload, type: Self.type, by: Self.keys)
      let read = try DSSEEnvelope(parsing: envelope.encoded)
      #expect(read == envelope)
      #expect(
        try read.verified(type: Self.type, by: Self.publicKeys, threshold: 3) == payload)
      #expect(read.signatures.map(\.keyID) == Self.publicKeys.map(\.keyID.hex))
    }
  }

  @Test func writtenFormIsFixed() throws {
    let text = String(
      decoding: DSSEEnvelope(signing: [1, 2], type: "a\"\\\n/é", by: [Self.keys[0]]).encoded,
      as: UTF8.self)
    let prefix =
      #"{"payload":"AQI=","payloadType":"a\"\\\u000a/é","signatures":[{"keyid":""#
      + Self.publicKeys[0].keyID.hex + #"","sig":""#
    #expect(text.hasPrefix(prefix) && text.hasSuffix(#"=="}]}"#))
    #expect(try DSSEEnvelope(parsing: Array(text.utf8)).payloadType == "a\"\\\n/é")
  }

  @Test func anyOrderAndWhiteSpaceIsRead() throws {
    let signature = Base64.encoded([UInt8](repeating: 0xfb, count: 64), .padded)
    let text = """
       { "signatures" : [ {"sig":"\(String(decoding: signature, as: UTF8.self))"\t,
      "keyid":"\\u0061b"} ]\r, "payloadType":"a\\/b", "payload" : "-_8=" }

      """
    let envelope = try DSSEEnvelope(parsing: Array(text.utf8))
    #expect(envelope.payloadType == "a/b")
    #expect(envelope.unverifiedPayload == [0xfb, 0xff])
    #expect(envelope.signatures.first?.keyID == "ab")
  }

  /// The protocol's own example, whose signature has no keyid.
  @Test func exampleOfTheProtocolIsRead() throws {
    let text = """
      {"payload": "aGVsbG8gd29ybGQ=",
       "payloadType": "http://example.com/HelloWorld",
       "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
      """
    let envelope = try DSSEEnvelope(parsing: Array(text.utf8))
    #expect(envelope.unverifiedPayload == Array("hello world".utf8))
    #expect(envelope.signatures.count == 1)
  }

  @Test func tooFewSignersAreRefused() throws {
    let envelope = DSSEEnvelope(signing: [1], type: Self.type, by: Array(Self.keys[..<2]))
    #expect(try envelope.verified(type: Self.type, by: Self.publicKeys, threshold: 2) == [1])
    #expect(throws: Refusal(.dsseSignature, "")) {
      try envelope.verified(type: Self.type, by: Self.publicKeys, threshold: 3)
    }
    #expect(throws: Refusal(.dsseSignature, "")) {
      try envelope.verified(type: Self.type, by: [])
    }
  }

  @Test func oneKeyTwiceCountsOnce() {
    let twice = DSSEEnvelope(signing: [1], type: Self.type, by: [Self.keys[0], Self.keys[0]])
    #expect(throws: Refusal(.dsseSignature, "")) {
      try twice.verified(
        type: Self.type, by: [Self.publicKeys[0], Self.publicKeys[0]], threshold: 2)
    }
  }

  @Test func keyOfAnotherIsRefusedWhateverItsHintSays() throws {
    let stranger = SigningKey.generate()
    let signed = DSSEEnvelope(signing: [1], type: Self.type, by: [stranger])
    let text = String(decoding: signed.encoded, as: UTF8.self)
      .replacing(stranger.verifyingKey.keyID.hex, with: Self.publicKeys[0].keyID.hex)
    let envelope = try DSSEEnvelope(parsing: Array(text.utf8))
    #expect(throws: Refusal(.dsseSignature, "")) {
      try envelope.verified(type: Self.type, by: Self.publicKeys)
    }
  }

  @Test func payloadOfAnotherTypeIsRefused() throws {
    let envelope = DSSEEnvelope(signing: [1], type: "application/other", by: Self.keys)
    #expect(throws: Refusal(.dsseType, "")) {
      try envelope.verified(type: Self.type, by: Self.publicKeys)
    }
  }

  @Test func everyPrefixIsRefused() {
    let bytes = DSSEEnvelope(signing: [1], type: Self.type, by: Self.keys).encoded
    for end in bytes.indices {
      #expect(throws: Refusal(.dsseForm, "")) {
        try DSSEEnvelope(parsing: Array(bytes[..<end]))
      }
    }
  }

  private static let signatures = #""signatures":[{"keyid":"a","sig":"AA=="}]"#

  @Test(arguments: [
    "[]", "null", "{}", #"{"payload":"","payloadType":"a"}"#, #"{"payload":"",\#(signatures)}"#,
    #"{"payloadType":"a",\#(signatures)}"#, #"{"payload":"","payloadType":"a","signatures":[]}"#,
    #"{"payload":"","payloadType":"a",\#(signatures),"more":"b"}"#,
    #"{"payload":"","payload":"","payloadType":"a",\#(signatures)}"#,
    #"{"payload":"","p\u0061yload":"","payloadType":"a",\#(signatures)}"#,
    #"{"payload":"","payloadType":"a",\#(signatures),\#(signatures)}"#,
    #"{"payload":"","payloadType":"a",\#(signatures),}"#,
    #"{"payload":"","payloadType":"a",\#(signatures)} x"#,
    #"{"payload":"","payloadType":"a",\#(signatures)}{}"#,
    #"{"payload":"AQ","payloadType":"a",\#(signatures)}"#,
    #"{"payload":"AR==","payloadType":"a",\#(signatures)}"#,
    #"{"payload":"+_8=","payloadType":"a",\#(signatures)}"#,
    #"{"payload":null,"payloadType":"a",\#(signatures)}"#,
    #"{"payload":"","payloadType":1,\#(signatures)}"#,
    #"{"payload":"","payloadType":"\ud800",\#(signatures)}"#,
    #"{"payload":"","payloadType":"\x",\#(signatures)}"#,
    "{\"payload\":\"\",\"payloadType\":\"\n\",\(signatures)}",
    #"{"payload":"","payloadType":"a","signatures":[{"keyid":"a"}]}"#,
    #"{"payload":"","payloadType":"a","signatures":[{"sig":"","sig":""}]}"#,
    #"{"payload":"","payloadType":"a","signatures":[{"sig":"","cert":""}]}"#,
    #"{"payload":"","payloadType":"a","signatures":[{"sig":""},]}"#,
    #"{"payload":"","payloadType":"a","signatures":{"sig":""}}"#,
    "\u{feff}" + #"{"payload":"","payloadType":"a",\#(signatures)}"#,
  ])
  func otherFormsAreRefused(_ text: String) {
    #expect(throws: Refusal(.dsseForm, "")) { try DSSEEnvelope(parsing: Array(text.utf8)) }
  }

  @Test func seventeenthSignatureIsRefused() {
    let many = [String](repeating: #"{"sig":"AA=="}"#, count: 17).joined(separator: ",")
    let text = #"{"payload":"","payloadType":"a","signatures":[\#(many)]}"#
    #expect(throws: Refusal(.dsseForm, "")) { try DSSEEnvelope(parsing: Array(text.utf8)) }
  }
}
