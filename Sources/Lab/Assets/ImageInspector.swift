import AnnotationModel
import Vocabulary

/// Says whether a file is an image of a known type that holds nothing but its picture.
///
/// Everything that isn't known to be needed for showing the picture counts as metadata: cameras,
/// places, authors, thumbnails of an earlier crop, and bytes behind the picture's end.
enum ImageInspector {
  /// The type of a clean image; throws why these bytes are none.
  static func inspect(_ bytes: [UInt8]) throws(ImageProblem) -> ImageType {
    guard Int64(bytes.count) <= Limits.asset else {
      throw .tooLarge(limit: Limits.asset)
    }
    guard let type = ImageType(of: bytes) else { throw .unknownType }
    var cursor = ImageCursor(bytes)
    switch type {
    case .png: try PNGParts.check(&cursor)
    case .jpeg: try JPEGParts.check(&cursor)
    case .gif: try GIFParts.check(&cursor)
    case .webp: try WebPParts.check(&cursor)
    }
    guard cursor.isAtEnd else { throw .metadata("bytes after the picture's end") }
    return type
  }
}
