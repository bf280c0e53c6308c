import AnnotationModel
import Foundation
import Testing

@testable import Lab

@Suite struct ImageInspectorTests {
  static let clean: [(ImageType, [UInt8])] = [
    (.png, TestImages.png(["IHDR", "gAMA", "IDAT", "IEND"])),
    (.jpeg, TestImages.jpeg([TestImages.jfif, (0xDB, [0, 1]), (0xC0, [8])])),
    (.gif, TestImages.gif([[0xF9, 4, 0, 0, 0, 0, 0]])),
    (.gif, TestImages.gif([TestImages.gifApplication("NETSCAPE2.0", [3, 1, 0, 0, 0])])),
    (.webp, TestImages.webp(["VP8 "])),
  ]

  static let marked: [[UInt8]] = [
    TestImages.png(["IHDR", "tEXt", "IDAT", "IEND"]), TestImages.png(["IHDR", "iCCP", "IEND"]),
    TestImages.png(["IHDR", "IEND"]) + [0] as [UInt8],
    TestImages.jpeg([(0xE1, Array("Exif\0\0".utf8))]), TestImages.jpeg([(0xFE, [65])]),
    TestImages.jpeg([(0xE0, Array("JFXX\0".utf8) + [0x10])]),
    TestImages.jpeg([TestImages.jfif], tail: [1, 2]),
    TestImages.gif([[0xFE, 1, 65, 0]]), TestImages.gif([[0x01, 1, 65, 0]]),
    TestImages.gif([TestImages.gifApplication("XMP DataXMP", [1, 65, 0])]),
    TestImages.gif([], tail: [0]), TestImages.webp(["VP8X", "EXIF", "VP8 "]),
    TestImages.webp(["VP8 ", "XMP "]), TestImages.webp(["VP8 "], tail: [0]),
  ]

  @Test(arguments: clean) func aCleanImage(type: ImageType, bytes: [UInt8]) throws {
    #expect(try ImageInspector.inspect(bytes) == type)
  }

  @Test(arguments: marked) func anImageWithMetadata(bytes: [UInt8]) {
    let error = #expect(throws: ImageProblem.self) { try ImageInspector.inspect(bytes) }
    guard case .metadata = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  /// Every prefix of an image is damaged, and none makes the reader go past its end.
  @Test(arguments: clean) func aCutImage(type: ImageType, bytes: [UInt8]) {
    for count in bytes.indices {
      #expect(throws: ImageProblem.self) { try ImageInspector.inspect(Array(bytes[..<count])) }
    }
  }

  @Test func otherFilesAreNoImages() {
    #expect(throws: ImageProblem.unknownType) { try ImageInspector.inspect(Array("<svg".utf8)) }
    #expect(throws: ImageProblem.unknownType) { try ImageInspector.inspect([]) }
  }
}
