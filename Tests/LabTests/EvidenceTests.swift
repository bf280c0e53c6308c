import Cryptography
import Store
import Testing
import Vocabulary

@testable import Lab

/// Both archive stores pass the same tests.
@Suite struct ArchiveStoreTests {
  enum Kind: CaseIterable { case folder, memory }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store(_ kind: Kind) -> any ArchiveStore {
    switch kind {
    case .folder: FolderArchiveStore(folder.path("archives"))
    case .memory: MemoryArchiveStore()
    }
  }

  @Test(arguments: Kind.allCases) func whatIsPutIsThere(kind: Kind) throws {
    let store = store(kind)
    let bytes = SystemRandom.bytes(300_000)
    let digest = SHA256.hash(bytes)
    #expect(try store.get(digest) == nil)
    #expect(try store.list() == [])
    try store.put(digest, from: MemorySource(bytes, pieceLimit: 1_000))
    try store.put(digest, from: MemorySource(bytes))
    #expect(try store.list() == [digest])
    #expect(try store.get(digest)?.readAll(limit: 400_000) == bytes)
  }

  @Test(arguments: Kind.allCases) func otherBytesAreNotKept(kind: Kind) throws {
    let store = store(kind)
    #expect(throws: Refusal("note-digest", "")) {
      try store.put(.zero, from: MemorySource([1, 2, 3]))
    }
    #expect(try store.list() == [])
    let digest = SHA256.hash([1])
    try store.put(digest, from: MemorySource([1]))
    #expect(throws: Refusal("note-digest", "")) {
      try store.put(digest, from: MemorySource([2]))
    }
    #expect(try store.get(digest)?.readAll(limit: 9) == [1])
  }

  @Test(arguments: Kind.allCases) func theListIsSorted(kind: Kind) throws {
    let store = store(kind)
    for byte in UInt8(0)..<20 { try store.put(SHA256.hash([byte]), from: MemorySource([byte])) }
    let list = try store.list()
    #expect(list == list.sorted())
    #expect(list.count == 20)
  }
}

/// Both ledgers pass the same tests.
@Suite struct LabLedgerTests {
  enum Kind: CaseIterable { case sqlite, memory }

  private let folder: TemporaryFolder
  private let channel = ID(unchecked: [UInt8](repeating: 1, count: 16))

  init() throws { folder = try TemporaryFolder() }

  private func with(_ kind: Kind, _ body: (any LabLedger) throws -> Void) throws {
    switch kind {
    case .memory: try body(MemoryLedger())
    case .sqlite:
      let lab = try LabService.make(in: folder)
      try lab.database.write { try body(SQLLedger($0)) }
    }
  }

  private func position(_ size: Int64, epoch: UInt8 = 1, root: UInt8 = 1) -> LogPosition {
    LogPosition(
      channel: channel, epoch: EpochID(unchecked: [UInt8](repeating: epoch, count: 8)),
      size: size, root: Digest(unchecked: [UInt8](repeating: root, count: 32)))
  }

  @Test(arguments: Kind.allCases) func itMovesFromWhereItStands(kind: Kind) throws {
    try with(kind) { ledger in
      #expect(try ledger.position(of: channel) == nil)
      try ledger.advance(from: nil, to: position(3))
      try ledger.advance(from: position(3), to: position(5))
      #expect(try ledger.position(of: channel) == position(5))
    }
  }

  @Test(arguments: Kind.allCases) func whoComesLateChangesNothing(kind: Kind) throws {
    try with(kind) { ledger in
      try ledger.advance(from: nil, to: position(3))
      let conflict = LedgerConflict(channel: channel)
      #expect(throws: conflict) { try ledger.advance(from: nil, to: position(4)) }
      #expect(throws: conflict) { try ledger.advance(from: position(2), to: position(4)) }
      #expect(throws: conflict) { try ledger.advance(from: position(3, root: 2), to: position(4)) }
      #expect(throws: conflict) { try ledger.advance(from: position(3, epoch: 2), to: position(4)) }
      #expect(throws: conflict) { try ledger.advance(from: position(3), to: position(2)) }
      #expect(try ledger.position(of: channel) == position(3))
      try ledger.advance(from: position(3), to: position(1, epoch: 2))
    }
  }
}
