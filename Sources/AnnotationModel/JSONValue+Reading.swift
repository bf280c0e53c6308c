import StrictJSON
import Vocabulary

/// What the readers of this module ask of a value, with faults as people read them.
extension JSONValue {
  /// A fault at this value.
  func problem(_ problem: String) -> DocumentFault {
    DocumentFault(pointer: pointer, problem: problem, offset: offset)
  }

  func asText() throws(DocumentFault) -> String {
    do { return try string() } catch { throw DocumentFault(error) }
  }

  func asInteger(
    _ range: ClosedRange<Int64> = 0...Limits.maxInteger
  ) throws(DocumentFault) -> Int64 {
    do { return try integer(range) } catch { throw DocumentFault(error) }
  }

  func asNumber() throws(DocumentFault) -> Double {
    do { return try number() } catch { throw DocumentFault(error) }
  }

  func asBool() throws(DocumentFault) -> Bool {
    do { return try bool() } catch { throw DocumentFault(error) }
  }

  func asScalarCount() throws(DocumentFault) -> Int {
    do { return try scalarCount() } catch { throw DocumentFault(error) }
  }

  func asDigest() throws(DocumentFault) -> Digest {
    do { return try digest() } catch { throw DocumentFault(error) }
  }

  func asID() throws(DocumentFault) -> ID {
    do { return try id() } catch { throw DocumentFault(error) }
  }

  /// The value of a member that must be there.
  func needed(_ name: String) throws(DocumentFault) -> JSONValue {
    do { return try require(name) } catch { throw DocumentFault(error) }
  }

  /// Refuses members that aren't listed, and what is no object.
  func only(_ names: [String]) throws(DocumentFault) {
    do { try onlyMembers(names) } catch { throw DocumentFault(error) }
  }

  func asArray() throws(DocumentFault) -> JSONElements {
    guard kind == .array else { throw problem("must be an array") }
    return elements
  }

  func asObject() throws(DocumentFault) -> JSONMembers {
    guard kind == .object else { throw problem("must be an object") }
    return members
  }

  /// A member that is true or false; false where it is absent.
  func flag(_ name: String) throws(DocumentFault) -> Bool {
    guard let value = self[name] else { return false }
    return try value.asBool()
  }

  /// A member that is a string, if it is there.
  func text(_ name: String) throws(DocumentFault) -> String? {
    guard let value = self[name] else { return nil }
    return try value.asText()
  }

  /// A member that is an integer, if it is there.
  func integer(
    named name: String, _ range: ClosedRange<Int64> = 0...Limits.maxInteger
  ) throws(DocumentFault) -> Int64? {
    guard let value = self[name] else { return nil }
    return try value.asInteger(range)
  }
}
