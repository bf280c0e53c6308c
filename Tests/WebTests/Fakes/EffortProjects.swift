@testable import Web

/// Tasks as the table of keys counts them: 20 comparisons, 20 reviews of 8 steps, 5 chains of thought.
enum EffortProjects {
  static func desks(firstID: UInt8) throws -> [FakeDesk] {
    // Twice: one project is for keys, its twin for the pointer.
    try [["ruff", "snipe", "teal"], ["dovekie", "scaup", "smew"]].enumerated().flatMap { pair in
      let id = firstID + UInt8(pair.offset * 3)
      let names = pair.element
      return [
        try desk(id, names[0], comparison, count: 20, two),
        try desk(id + 1, names[1], review, count: 20, eight),
        try desk(id + 2, names[2], chain, count: 5, #"{"prompt":"6 times 7?"}"#),
      ]
    }
  }

  private static func desk(
    _ id: UInt8, _ codename: String, _ rest: String, count: Int, _ fields: String
  ) throws -> FakeDesk {
    let schema =
      #"{"airlock":"project/1","codename":"\#(codename)","version":1,"fields":["#
      + #"{"name":"prompt","type":"markdown"},"# + rest + "}"
    return try FakeDesk(
      id: id, schema: Array(schema.utf8),
      lines: (0..<count).map { FakeProjects.line($0, fields) })
  }

  private static let two =
    #"{"prompt":"Which?","responses":[{"key":"k1","text":"One."},{"key":"k2","text":"Two."}]}"#
  private static let eight =
    #"{"prompt":"6 times 7","solution":["a","b","c","d","e","f","g","h"]}"#

  private static let comparison =
    #"{"name":"responses","type":"outputs"}],"questions":[{"name":"better","type":"preference","#
    + #""of":"responses","strength":3,"tie":true,"bothBad":true,"required":true}]"#

  private static let review =
    #"{"name":"solution","type":"steps"}],"questions":[{"name":"signs","type":"stepLabels","#
    + #""of":"solution","critique":true,"required":true}]"#

  private static let chain =
    #"{"name":"hint","type":"text","optional":true}],"questions":[{"name":"reasoning","#
    + #""type":"steps","minSteps":6,"final":true,"required":true}]"#
}
