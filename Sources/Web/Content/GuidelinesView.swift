import AnnotationModel
import StrictJSON

/// Guidelines as the page gets them.
enum GuidelinesView {
  static func write(_ guidelines: DeskGuidelines, _ object: inout JSONWriter) {
    object.member("hash", guidelines.hash)
    object.member("version", Int64(guidelines.version))
    object.member("content") { MarkdownTree.write(guidelines.text, to: &$0) }
    object.array("unread") { write(guidelines.unread, &$0) }
    object.array("newest") { write(guidelines.newest, &$0) }
  }

  private static func write(_ changes: GuidelineChanges?, _ array: inout JSONWriter) {
    for passage in changes?.passages ?? [] {
      array.object { object in
        object.member("heading", passage.heading)
        object.array("parts") { parts in
          for part in passage.parts {
            parts.object { object in
              object.member("new", part.isNew)
              object.member("content") { MarkdownTree.write(Array(part.text.utf8), to: &$0) }
            }
          }
        }
      }
    }
  }
}
