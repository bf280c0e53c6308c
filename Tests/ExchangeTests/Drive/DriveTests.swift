import Cryptography
import Exchange
import Testing
import Vocabulary

/// What every drive does, a real folder and a simulated stick alike.
@Suite struct DriveTests {
  @Test(arguments: DriveKind.allCases)
  func whatIsWrittenIsRead(_ kind: DriveKind) throws {
    try kind.use { drive in
      let large = SystemRandom.bytes(700_000)
      try drive.write("a/b/c.bin", large)
      try drive.write("a/empty", [])
      #expect(try drive.read("a/b/c.bin", limit: 700_000) == large)
      #expect(try drive.read("a/empty", limit: 0) == [])
      #expect(try drive.list("a").map(\.name) == ["b", "empty"])
      #expect(
        try drive.list("a/b") == [
          DriveEntry(name: "c.bin", isRegular: true, isFolder: false, size: 700_000)
        ])
    }
  }

  @Test(arguments: DriveKind.allCases)
  func whatIsNotThereIsNil(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("a/file", [1])
      #expect(try drive.read("nowhere/at/all", limit: 1) == nil)
      #expect(try drive.read("a/other", limit: 1) == nil)
      #expect(try drive.read("a", limit: 1) == nil)
      #expect(try drive.list("nowhere") == [])
      try drive.remove("nowhere/at/all")
      try drive.remove("a")
      #expect(try drive.read("a/file", limit: 1) == [1])
    }
  }

  @Test(arguments: DriveKind.allCases)
  func moreThanTheLimitIsRefused(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("file", [1, 2, 3])
      #expect(try drive.read("file", limit: 3) == [1, 2, 3])
      #expect(throws: Refusal("size", "")) { try drive.read("file", limit: 2) }
      #expect(throws: Refusal("size", "")) { try drive.open("file", limit: 2) }
    }
  }

  @Test(arguments: DriveKind.allCases)
  func sameBytesAgainAreFineAndOthersAreNot(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("f", [1, 2, 3])
      try drive.write("f", [1, 2, 3])
      for other in [[1, 2, 4], [1, 2], [2, 2, 3, 4], []] as [[UInt8]] {
        #expect(throws: DriveFault(.different, "f")) { try drive.write("f", other) }
      }
      #expect(try drive.read("f", limit: 3) == [1, 2, 3])
      #expect(try drive.list("").map(\.name) == ["f"])
      try drive.write("f", replace: true, [9])
      #expect(try drive.read("f", limit: 3) == [9])
    }
  }

  @Test(arguments: DriveKind.allCases)
  func aTornBeginningIsCompleted(_ kind: DriveKind) throws {
    try kind.use { drive in
      for torn in [[], [1], [1, 2]] as [[UInt8]] {
        try drive.write("f", replace: true, torn)
        try drive.write("f", [1, 2, 3])
        #expect(try drive.read("f", limit: 3) == [1, 2, 3])
        try drive.remove("f")
      }
    }
  }

  @Test(arguments: DriveKind.allCases)
  func aLeftOverPartIsNoObstacle(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("f.part", [7])
      try drive.write("f", [1])
      #expect(try drive.list("").map(\.name) == ["f"])
    }
  }

  @Test(arguments: DriveKind.allCases)
  func aBrokenSourceLeavesNothing(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("f", [1])
      #expect(throws: BrokenSource.Broken.self) {
        try drive.write("f", replace: true, from: BrokenSource(after: 500_000))
      }
      #expect(try drive.list("").map(\.name) == ["f"])
      #expect(try drive.read("f", limit: 1) == [1])
    }
  }

  @Test(arguments: DriveKind.allCases)
  func aFileWhereAFolderShouldBe(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("a", [1])
      #expect(throws: DriveFault.self) { try drive.write("a/b", [1]) }
      #expect(throws: DriveFault.self) { try drive.list("a") }
      try drive.write("folder/file", [1])
      #expect(throws: DriveFault(.notAFile, "folder")) { try drive.write("folder", [1]) }
    }
  }

  @Test(arguments: DriveKind.allCases)
  func pathsLeadNowhereElse(_ kind: DriveKind) throws {
    try kind.use { drive in
      for path in ["../f", "/f", "a/../f", "a//f", "./f", "a/", "", "a\0b"] {
        #expect(throws: DriveFault.self, "\(path)") { try drive.write(path, [1]) }
      }
      for path in ["../f", "/f", "a/../f", "./f"] {
        #expect(throws: DriveFault.self, "\(path)") { try drive.read(path, limit: 1) }
      }
      let names = try drive.list("").map(\.name)
      #expect(names.isEmpty)
    }
  }

  @Test(arguments: DriveKind.allCases)
  func removedIsGone(_ kind: DriveKind) throws {
    try kind.use { drive in
      try drive.write("a/f", [1])
      try drive.remove("a/f")
      #expect(try drive.list("a") == [])
    }
  }
}
