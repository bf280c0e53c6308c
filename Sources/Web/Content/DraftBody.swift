import AnnotationModel
import StrictJSON

/// What a page keeps of an answer that isn't given yet, and the common part of a submission.
///
/// The answers are the page's own affair until they are submitted: kept byte for byte.
struct DraftBody {
  /// Exact token of the object question → value so far.
  let answers: ArraySlice<UInt8>
  /// Attention in milliseconds, as the page counts it.
  let activeMs: Int64
  let origins: [Act.Origin]
  /// The row on which the person was; the page's own name for it.
  let place: String?

  /// Reads the members of a request's body. Throws `JSONFault`.
  init(_ body: JSONValue) throws(JSONFault) {
    let value = try body.require("answers")
    try value.expect(.object, "an object")
    answers = value.token
    activeMs = try body.require("activeMs").integer()
    origins = try Self.origins(in: body.require("origin"))
    place = try body["place"]?.string()
  }

  /// The bytes to store; `activeMs` has been capped by then.
  func encoded(activeMs: Int64) -> [UInt8] {
    var writer = JSONWriter(capacity: answers.count + 256)
    writer.object { object in
      object.member("activeMs", activeMs)
      object.member("answers", raw: answers)
      object.object("origin") { object in
        for origin in origins {
          object.object(origin.question) {
            $0.member("typed", origin.typed)
            $0.member("pasted", origin.pasted)
          }
        }
      }
      if let place { object.member("place", place) }
    }
    return writer.bytes
  }

  /// The attention noted in a stored draft; 0 where there is none or it isn't a page's.
  static func activeMs(in draft: Draft?) -> Int64 {
    guard let draft, let document = try? JSONDocument(draft.body) else { return 0 }
    return (try? document.root["activeMs"]?.integer()) ?? 0
  }

  private static func origins(in value: JSONValue) throws(JSONFault) -> [Act.Origin] {
    try value.expect(.object, "an object")
    var origins: [Act.Origin] = []
    for (question, counts) in value.members {
      try counts.onlyMembers(["typed", "pasted"])
      origins.append(
        Act.Origin(
          question: question, typed: try counts.require("typed").integer(),
          pasted: try counts.require("pasted").integer()))
    }
    return origins
  }
}
