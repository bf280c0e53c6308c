import StrictJSON
import Vocabulary

/// Tells a file that was cut off while it was written from one that somebody changed.
///
/// On a stick pulled out at the wrong moment a file may be empty, end early, or end in zeros: FAT
/// writes a name before the length that belongs to it. Such a file has more brackets opened than
/// closed. One with a changed byte has, but for the byte being a bracket, as many of both.
enum TornFile {
  /// Whether `file` was refused because it isn't JSON, and looks cut off.
  static func looksTorn(_ file: [UInt8], refused code: Refusal.Code) -> Bool {
    guard code == .jsonSyntax || code == .jsonEncoding else { return false }
    var depth = 0
    var isEmpty = true
    for byte in file where byte != 0 {
      isEmpty = false
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return isEmpty || depth > 0
  }
}
