import Cryptography
import Testing
import Vocabulary

@testable import BundleFormat

/// Texts with a few bytes changed, cut or doubled: each is read or refused, never worse.
@Suite struct DamagedTextTests {
  private struct Damage: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }

    mutating func apply(to bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      for _ in 0..<Int.random(in: 1...3, using: &self) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &self)
        switch next() % 4 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[place], at: place)
        case 2: bytes.removeLast(bytes.count - place)
        default: bytes[place] = UInt8(truncatingIfNeeded: next())
        }
      }
      return bytes
    }
  }

  private func damage(_ good: [UInt8], _ parse: ([UInt8]) throws(Refusal) -> Void) {
    var damage = Damage(state: 7)
    var refused = 0
    for _ in 0..<3_000 {
      do { try parse(damage.apply(to: good)) } catch { refused += 1 }
    }
    #expect(refused > 1_500)
  }

  @Test func manifests() {
    let down = Crafted.manifest(Crafted.entries(Crafted.largeFiles)).encoded()
    damage(down) { bytes throws(Refusal) in _ = try DownManifest(parsing: bytes) }
  }

  @Test func orders() {
    for (order, _) in OrderTests.orders {
      damage(order.encoded()) { bytes throws(Refusal) in _ = try Order(parsing: bytes) }
    }
  }

  @Test func headers() {
    let tar = TarHeader(path: "tasks.jsonl", size: 812).encoded()
    damage(tar) { bytes throws(Refusal) in _ = try TarHeader(parsing: bytes, entry: 0) }
    let zstd = ZstdFrameHeader.magic + [0xA4, 0, 0, 0x10, 0]
    damage(zstd) { bytes throws(Refusal) in _ = try ZstdFrameHeader(parsing: bytes) }
  }

  @Test func notesAndCards() {
    let key = SigningKey.generate()
    let card = RoomCard(
      room: Crafted.room, seal: Crafted.identity.recipient, key: key.verifyingKey)
    damage(card.signed(by: key)) { bytes throws(Refusal) in _ = try RoomCard(verifying: bytes) }
  }
}
