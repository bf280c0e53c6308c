import AnnotationModel
import Testing
import Vocabulary

@Suite("Sittings and receipt codes")
struct SittingsTests {
  private let minute: Int64 = 60_000

  @Test("Half an hour without a leaf, and then an opening, begins a new sitting")
  func divides() {
    var sittings = Sittings(person: Samples.id)
    sittings.take(leaf: 0, at: 0, isOpening: false)
    sittings.take(leaf: 1, at: minute, isOpening: true)
    sittings.take(leaf: 2, at: 2 * minute, isOpening: false, act: ActTests.digest(1))
    // Another project for a while: closed and opened again.
    sittings.take(leaf: 5, at: 31 * minute, isOpening: true)
    // A long think is no new sitting, since nothing was opened.
    sittings.take(leaf: 6, at: 70 * minute, isOpening: false, act: ActTests.digest(2))
    sittings.take(leaf: 9, at: 100 * minute, isOpening: true)
    #expect(sittings.all.map(\.first) == [0, 9])
    #expect(sittings.all.first?.acts == [ActTests.digest(1), ActTests.digest(2)])
    #expect(sittings.all.first?.last == 6 && sittings.all.first?.to == 70 * minute)
  }

  @Test("The text is that of RECEIPT.md, an act a line")
  func text() {
    var sittings = Sittings(person: Samples.id)
    sittings.take(leaf: 7, at: 5, isOpening: true)
    sittings.take(leaf: 8, at: 6, isOpening: false, act: ActTests.digest(3))
    let text = sittings.all.first.map {
      String(decoding: $0.receiptText(in: ActTests.log), as: UTF8.self)
    }
    #expect(
      text == """
        airlock/receipt/1
        \(ActTests.log)
        \(Samples.id.hex)
        7
        \(ActTests.digest(3).hex)

        """)
  }

  @Test("The code is the hash's first 50 bits, five a character")
  func code() throws {
    let bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xC0, 0x00]
    let hash = try #require(Digest(bytes: bytes + [UInt8](repeating: 0, count: 24)))
    #expect(ReceiptCode(hash).description == "ZZZZZ-ZZZZZ")
    let other = try #require(
      Digest(bytes: [0x08, 0x42, 0x10] + [UInt8](repeating: 0, count: 29)))
    #expect(ReceiptCode(other).description == "11110-00000")
  }

  @Test("A code is read as people write it, and nothing else is one")
  func typed() {
    #expect(ReceiptCode(typed: "7k2qd 9wxe4")?.description == "7K2QD-9WXE4")
    #expect(ReceiptCode(typed: "OIL00-00000")?.description == "01100-00000")
    #expect(ReceiptCode(typed: "7K2QD-9WXE") == nil)
    #expect(ReceiptCode(typed: "7K2QD-9WXEU") == nil)
    #expect(ReceiptCode(typed: "") == nil)
  }
}
