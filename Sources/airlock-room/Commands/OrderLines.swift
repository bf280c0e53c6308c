import Room

/// What the lab's orders mean for whoever carries the stick.
enum OrderLines {
  /// What the lab wants and writes, then what came of it here.
  static func lines(_ order: SyncReport.TakenOrder, of name: String) -> [String] {
    let writes = order.text.isEmpty ? "" : ": \(order.text)"
    let head =
      switch order.name {
      case "message": "the lab writes\(writes)"
      case "freeze": "the lab has paused this project\(writes)"
      case "thaw": "the lab lets this project go on\(writes)"
      case "guidelines": "the lab sent new guidelines\(writes)"
      case "reply": "the lab answers a question\(writes)"
      case "recall": "the lab takes tasks back\(writes)"
      case "wipe": "the lab wants this project destroyed here\(writes)"
      case "rotate": "the lab replaces keys\(writes)"
      default: "the lab ordered \(order.name)\(writes)"
      }
    return (["\(head)"] + order.consequences).map { "\(name): \($0)" }
  }
}
