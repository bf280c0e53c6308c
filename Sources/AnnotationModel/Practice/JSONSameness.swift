import StrictJSON

/// Whether two values say the same, whatever the order of members and the spelling of tokens.
enum JSONSameness {
  static func same(_ left: JSONValue?, _ right: JSONValue?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .object:
      let names = left.members.map(\.name)
      return names.count == right.members.map(\.name).count
        && names.allSatisfy { same(left[$0], right[$0]) }
    case .array:
      return left.count == right.count && zip(left.elements, right.elements).allSatisfy(same)
    case .number: return (try? left.number()) == (try? right.number())
    case .string: return (try? left.wtf8()) == (try? right.wtf8())
    default: return left.token.elementsEqual(right.token)
    }
  }

  /// Two arrays with the same elements in any order; none comes twice.
  static func sameSet(_ left: JSONValue, _ right: JSONValue) -> Bool {
    let others = Array(right.elements)
    return left.count == right.count
      && left.elements.allSatisfy { element in others.contains { same(element, $0) } }
  }

  /// Two arrays of objects that agree in the named members, in any order. What lacks a value at
  /// `blank`, or has null there, isn't there.
  static func sameParts(
    _ left: JSONValue, _ right: JSONValue, _ names: [String], unless blank: String? = nil
  ) -> Bool {
    func parts(_ value: JSONValue) -> [JSONValue] {
      value.elements.filter { part in
        guard let blank else { return true }
        return part[blank].map { !$0.isNull } ?? false
      }
    }
    let (mine, others) = (parts(left), parts(right))
    return mine.count == others.count
      && mine.allSatisfy { part in
        others.contains { other in names.allSatisfy { same(part[$0], other[$0]) } }
      }
  }
}
