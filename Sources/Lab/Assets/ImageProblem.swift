/// Why an image may not leave the lab. Its text ends a sentence that begins with the file's name.
enum ImageProblem: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownType
  case tooLarge(limit: Int64)
  /// Something beside the picture, such as a camera's name or a place: which part it is.
  case metadata(String)
  case damaged(String)

  var description: String {
    switch self {
    case .unknownType: "is no PNG, JPEG, GIF or WebP image"
    case .tooLarge(let limit): "is larger than \(limit) bytes"
    case .metadata(let part):
      "carries metadata (\(part)), which would leave the lab with it: remove it from the image"
    case .damaged(let what): "is a damaged image: \(what)"
    }
  }
}
