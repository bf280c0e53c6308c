import BundleFormat
import Cryptography
import Exchange
import Foundation
import Testing
import Vocabulary

@testable import Lab

/// Images of a project: by path in the record, by hash in the bundle, and none with metadata.
@Suite struct PackImageTests {
  private let drive = SimulatedDrive()
  private let clean = TestImages.png(["IHDR", "IDAT", "IEND"])
  private let marked = TestImages.png(["IHDR", "eXIf", "IDAT", "IEND"])

  private func record(_ id: Int, _ picture: String) -> String {
    #"{"id":\#(id),"prompt":"p","a":"x","b":"y","picture":"\#(picture)"}"# + "\n"
  }

  @Test func aBundleBringsTheImagesOfItsTasksAndNoOthers() throws {
    let other = TestImages.png(["IHDR", "gAMA", "IDAT", "IEND"])
    let made = try TestProject(assets: ["in/dot.png": clean, "other.png": other])
    let file = try made.folder.write("t.jsonl", record(1, "in/dot.png") + record(2, "in/dot.png"))
    _ = try made.pack(made.request(file), on: drive)
    let bundle = try #require(made.room.open(drive).first)
    #expect(
      bundle.manifest.entries.filter { EntryName.isAsset($0.path) }.map(\.sha256)
        == [SHA256.hash(clean)])
  }

  @Test func anImageWithMetadataIsRefusedWithItsLine() throws {
    let made = try TestProject(assets: ["dot.png": clean, "camera.png": marked])
    let file = try made.folder.write("t.jsonl", record(1, "dot.png") + record(2, "camera.png"))
    let error = #expect(throws: (any Error).self) {
      _ = try made.pack(made.request(file), on: drive)
    }
    let text = error.map { "\($0)" } ?? ""
    #expect(text.contains("t.jsonl:2: /picture:"), "\(text)")
    #expect(text.contains("metadata"), "\(text)")
    #expect(drive.files.isEmpty)
  }

  @Test(arguments: ["nowhere.png", "../dot.png", "/etc/passwd", ""])
  func aPathThatIsNoImageOfTheProject(path: String) throws {
    let made = try TestProject(assets: ["dot.png": clean])
    let file = try made.folder.write("t.jsonl", record(1, path))
    let error = #expect(throws: (any Error).self) {
      _ = try made.pack(made.request(file), on: drive)
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("t.jsonl:1: /picture:"))
  }
}
