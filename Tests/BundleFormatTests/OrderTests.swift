import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

@Suite struct OrderTests {
  static let key = SigningKey.generate().verifyingKey
  static let epoch = EpochID(unchecked: [UInt8](repeating: 3, count: 8))
  static let orders: [(Order, String)] = [
    (.none, #"{"airlock":"order/1","order":"none"}"#),
    (.freeze(text: "Stop."), #"{"airlock":"order/1","order":"freeze","text":"Stop."}"#),
    (.thaw(text: "Go on."), #"{"airlock":"order/1","order":"thaw","text":"Go on."}"#),
    (.message(text: "a\n\"b\""), #"{"airlock":"order/1","order":"message","text":"a\n\"b\""}"#),
    (.guidelines(text: "New."), #"{"airlock":"order/1","order":"guidelines","text":"New."}"#),
    (.wipe(text: ""), #"{"airlock":"order/1","order":"wipe","text":""}"#),
    (
      .reply(act: .zero, text: "Yes."),
      #"{"airlock":"order/1","order":"reply","act":"\#(Digest.zero)","text":"Yes."}"#
    ),
    (
      .recall(tasks: [.zero, .zero], text: "Bad."),
      #"{"airlock":"order/1","order":"recall","tasks":["\#(Digest.zero)","\#(Digest.zero)"],"#
        + #""text":"Bad."}"#
    ),
    (
      .acceptEpoch(epoch),
      #"{"airlock":"order/1","order":"accept-epoch","epoch":"0303030303030303"}"#
    ),
    (
      .rotate(keys: [key], text: "Lost."),
      #"{"airlock":"order/1","order":"rotate","keys":["\#(key)"],"text":"Lost."}"#
    ),
  ]

  private func parse(_ text: String) throws -> Order { try Order(parsing: Array(text.utf8)) }

  @Test(arguments: orders) func bothWays(_ order: Order, _ text: String) throws {
    #expect(String(decoding: order.encoded(), as: UTF8.self) == text)
    #expect(try parse(text) == order)
  }

  @Test(arguments: orders) func anUnknownMember(_ order: Order, _ text: String) {
    #expect(throws: Refusal("json-member", "")) {
      try parse(text.dropLast() + #","extra":1}"#)
    }
  }

  @Test(arguments: orders.dropFirst()) func aMissingMember(_ order: Order, _ text: String) {
    #expect(throws: Refusal("json-member", "")) {
      try parse(#"{"airlock":"order/1","order":"\#(order.name)"}"#)
    }
  }

  @Test func unknownOrders() {
    for name in ["update", "None", "accept_epoch", ""] {
      #expect(throws: Refusal(.order, "")) {
        try parse(#"{"airlock":"order/1","order":"\#(name)","text":""}"#)
      }
    }
    #expect(throws: Refusal(.order, "")) { try parse(#"{"airlock":"order/2","order":"none"}"#) }
  }

  @Test func keysAndHashesOfAnotherForm() {
    #expect(throws: Refusal("json-member", "")) {
      try parse(#"{"airlock":"order/1","order":"rotate","keys":["00"],"text":""}"#)
    }
    #expect(throws: Refusal("json-member", "")) {
      try parse(#"{"airlock":"order/1","order":"recall","tasks":"\#(Digest.zero)","text":""}"#)
    }
  }

  @Test func anOrderBeyondItsLimit() {
    let text = String(repeating: "a", count: Int(Limits.order))
    #expect(throws: Refusal(.size, "")) {
      try Order(parsing: Order.message(text: text).encoded())
    }
  }

  @Test func onlyGuidelinesBringOtherEntries() throws {
    let alone = [ManifestEntry(path: EntryName.order, size: 1, sha256: .zero)]
    let more = alone + [ManifestEntry(path: EntryName.guidelines, size: 1, sha256: .zero)]
    try Order.none.check(alone)
    try Order.guidelines(text: "").check(more)
    #expect(throws: Refusal(.entryMissing, "")) { try Order.guidelines(text: "").check(alone) }
    #expect(throws: Refusal(.entryExtra, "")) { try Order.freeze(text: "").check(more) }
  }
}
