import Cryptography
import Exchange
import TUF
import Testing
import Vocabulary

@Suite struct ExchangeListingTests {
  @Test(arguments: DriveKind.allCases)
  func channelsBothWays(_ kind: DriveKind) throws {
    try kind.use { drive in
      let channel = try TestChannel()
      let id = channel.binding.channel
      try channel.folder(drive).publish(
        try channel.release(1, [Sealed(count: 10), Sealed(count: 5)]))
      let epoch = EpochID(unchecked: SystemRandom.bytes(8))
      try UpFolder(drive, channel: id).put(1, in: epoch, note: [1], archive: MemorySource([1, 2]))
      try drive.write("airlock/down/software/metadata/1.root.json", [1])
      try drive.write("airlock/down/holiday.jpg", [1])
      let listing = try ExchangeListing(drive)
      #expect(listing.down.map(\.channel) == [id])
      #expect(listing.down.map(\.files) == [2] && listing.down.map(\.bytes) == [15])
      #expect(listing.up.map(\.channel) == [id])
      #expect(listing.up.map(\.files) == [1] && listing.up.map(\.bytes) == [2])
    }
  }

  @Test(arguments: DriveKind.allCases)
  func anEmptyStickHasNone(_ kind: DriveKind) throws {
    try kind.use { drive in
      let listing = try ExchangeListing(drive)
      #expect(listing.down.isEmpty && listing.up.isEmpty)
    }
  }
}
