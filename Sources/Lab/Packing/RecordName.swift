import Cryptography
import StrictJSON
import Vocabulary

/// What makes a record the same in two runs: its top-level `id`, or its bytes where it has none.
struct RecordName: Equatable {
  /// For comparing: what kind of name it is, then its content with escapes resolved, so that
  /// `"a"` and `"\u0061"` are one record while `"1"` and `1` are two.
  let compared: [UInt8]
  /// For the export: the token as the record spells it, or the line's SHA-256 as a string.
  let spelled: [UInt8]

  private enum Kind: UInt8 {
    case string = 0x73
    case number = 0x6E
    case line = 0x6C
  }

  /// The name of the record that `line` holds.
  ///
  /// Throws a fault for an `id` that is neither string nor number, since it would not name anything.
  init(of record: JSONDocument, line: ArraySlice<UInt8>) throws(JSONFault) {
    guard let id = record.root["id"], !id.isNull else {
      let hash = SHA256.hash(line)
      compared = [Kind.line.rawValue] + hash.bytes
      spelled = Array("\"\(hash.hex)\"".utf8)
      return
    }
    switch id.kind {
    case .string: compared = [Kind.string.rawValue] + (try id.wtf8())
    case .number: compared = [Kind.number.rawValue] + Array(id.token)
    default: throw id.fault(.type, "a string or a number that names the record")
    }
    spelled = Array(id.token)
  }
}
