import Glibc
import Testing

@testable import Store

@Suite("Full and read-only disks", .enabled(if: SmallDisk.isAvailable))
struct SmallDiskTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("a full disk fails the write, keeps what there was, and work goes on once there is room")
  func full() throws {
    try SmallDisk.run(at: folder.path, bytes: 512 << 10) { folder in
      let database = try Fixtures.open(folder + "/store")
      try Fixtures.insert(database, 1...50)
      #expect(throws: StoreFailure(.diskFull, path: "", detail: "")) {
        try Fixtures.insert(database, 51...2000)
      }
      #expect(try Fixtures.count(database) == 50)
      try database.check()
      try Fixtures.insert(database, 51...60)
      try database.close()
      let again = try Fixtures.open(folder + "/store")
      #expect(try Fixtures.count(again) == 60)
    }
  }

  @Test("no store is made on a full disk, and no part of one is left")
  func fullAtCreation() throws {
    try SmallDisk.run(at: folder.path, bytes: 4096) { folder in
      #expect(throws: StoreFailure(.diskFull, path: "", detail: "")) {
        try Fixtures.open(folder + "/store")
      }
      #expect(TemporaryFolder.names(folder) == [])
    }
  }

  @Test("a file that doesn't fit leaves the old one")
  func keepsOldFile() throws {
    try SmallDisk.run(at: folder.path, bytes: 16 << 10) { folder in
      try PrivateFile.write([1], to: folder + "/x", replace: false)
      let problem = #expect(throws: FileProblem.self) {
        try PrivateFile.write(
          [UInt8](repeating: 2, count: 1 << 20), to: folder + "/x", replace: true)
      }
      #expect(problem?.number == ENOSPC)
      #expect(try PrivateFile.read(folder + "/x", limit: 9) == [1])
      #expect(TemporaryFolder.names(folder) == ["x"])
    }
  }

  @Test("a read-only disk is said to be one")
  func readOnly() throws {
    try SmallDisk.run(at: folder.path, bytes: 512 << 10) { folder in
      try Fixtures.open(folder + "/store").close()
      try SmallDisk.makeReadOnly(folder)
      #expect(throws: StoreFailure(.readOnly, path: "", detail: "")) {
        try Fixtures.open(folder + "/store")
      }
      #expect(throws: StoreFailure(.readOnly, path: "", detail: "")) {
        try Fixtures.open(folder + "/new")
      }
    }
  }
}
