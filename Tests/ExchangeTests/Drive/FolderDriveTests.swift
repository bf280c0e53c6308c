import Foundation
import Glibc
import Testing
import Vocabulary

@testable import Exchange

/// What a stick that somebody prepared could try, and what the machine may say.
@Suite struct FolderDriveTests {
  let folder: TemporaryFolder
  let drive: FolderDrive

  init() throws {
    folder = try TemporaryFolder()
    drive = try FolderDrive(folder.path)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: name).path, withDestinationPath: target)
  }

  @Test func aLinkIsNeverReadNorReplaced() throws {
    try folder.put("secret", [1, 2, 3])
    try link("alias", to: "secret")
    #expect(try drive.read("alias", limit: 10) == nil)
    #expect(throws: DriveFault.self) { try drive.write("alias", replace: true, [9]) }
    try drive.remove("alias")
    #expect(folder.bytes("alias") == [1, 2, 3])
    let entry = try drive.list("").first { $0.name == "alias" }
    #expect(entry?.isRegular == false && entry?.isFolder == false)
  }

  @Test func aLinkedFolderIsNeverEntered() throws {
    let outside = try TemporaryFolder()
    try outside.put("f", [1])
    try link("airlock", to: outside.path)
    #expect(throws: DriveFault(.notAFolder, "\(folder.path)/airlock")) {
      try drive.read("airlock/f", limit: 1)
    }
    #expect(throws: DriveFault.self) { try drive.list("airlock") }
    #expect(throws: DriveFault.self) { try drive.write("airlock/g", [1]) }
    #expect(outside.files() == ["f": [1]])
  }

  @Test func aLinkInPlaceOfThePartIsNotFollowed() throws {
    try folder.put("victim", [1])
    try link("f.part", to: "victim")
    #expect(throws: DriveFault(.notAFile, "f.part")) { try drive.write("f", [9]) }
    #expect(folder.bytes("victim") == [1])
  }

  @Test func aPipeDoesNotHang() throws {
    #expect(unsafe mkfifo(folder.url.appending(path: "1.root.json").path, 0o600) == 0)
    #expect(try drive.read("1.root.json", limit: 1) == nil)
    #expect(throws: DriveFault.self) { try drive.write("1.root.json", [1]) }
  }

  @Test func timesAreThoseOf1980() throws {
    try drive.write("airlock/up/f", [1])
    for path in ["airlock", "airlock/up", "airlock/up/f"] {
      var status = stat()
      #expect(unsafe lstat(folder.url.appending(path: path).path, &status) == 0)
      #expect(status.st_mtim.tv_sec == 315_532_800, "\(path)")
    }
    try drive.remove("airlock/up/f")
    var status = stat()
    #expect(unsafe lstat(folder.url.appending(path: "airlock/up").path, &status) == 0)
    #expect(status.st_mtim.tv_sec == 315_532_800)
  }

  @Test func aFileGivenForAFolder() throws {
    try folder.put("f", [1])
    let path = "\(folder.path)/f"
    let fault = #expect(throws: DriveFault(.notAFolder, path)) { try FolderDrive(path) }
    #expect(fault?.description == "\(path): this is not a folder")
    let absent = folder.path + "/none"
    #expect(throws: DriveFault(.absent, absent)) { try FolderDrive(absent) }
  }

  @Test func aFolderThatIsGoneIsNotAnEmptyStick() throws {
    try FileManager.default.removeItem(at: folder.url)
    #expect(throws: DriveFault(.vanished, folder.path)) { try drive.list("airlock") }
    #expect(throws: DriveFault(.vanished, folder.path)) { try drive.read("airlock/f", limit: 1) }
    #expect(throws: DriveFault(.vanished, folder.path)) { try drive.write("airlock/f", [1]) }
  }

  @Test func aFolderMovedAwayIsStillTheSameStick() throws {
    let other = try TemporaryFolder()
    let moved = other.url.appending(path: "stick")
    try FileManager.default.moveItem(at: folder.url, to: moved)
    try folder.make("airlock")
    try drive.write("airlock/f", [1])
    #expect(folder.files().isEmpty)
    #expect(other.bytes("stick/airlock/f") == [1])
  }

  @Test func theSystemsReasonsAreTold() {
    for (number, kind) in [
      (ENOSPC, .full), (EROFS, .readOnly), (EIO, .vanished), (ENODEV, .vanished),
      (EFBIG, .tooLarge), (EACCES, .denied), (EISDIR, .notAFile), (EINVAL, .other(EINVAL)),
    ] as [(CInt, DriveFault.Kind)] {
      let fault = DriveFault(number: number, "x")
      #expect(fault.kind == kind)
      #expect(fault.description.hasPrefix("x: ") && !fault.description.contains("\n"))
    }
  }

  @Test func freeSpaceIsKnown() throws {
    #expect(try #require(try drive.freeSpace()) > 0)
  }
}
