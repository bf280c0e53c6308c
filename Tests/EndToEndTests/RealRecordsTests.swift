import Foundation
import Testing

/// Every record of the real data goes through pack, stick, import and `tasks` with its tokens
/// unchanged to the byte.
@Suite struct RealRecordsTests {
  static let files = [
    "a_single_rating", "b_pairwise", "c_ranking", "d_cot_math", "e_step_labeled",
    "f_tool_trajectories", "g_dialogues", "h_hard_text",
  ]

  /// Members that are no text, and the type of field that shows them whole.
  static let nested = [
    "d_cot_math": ["options": "steps"], "e_step_labeled": ["steps": "steps"],
    "f_tool_trajectories": ["traj": "chat", "history": "chat"],
    "h_hard_text": ["keywords": "steps"],
  ]

  @Test(.enabled(if: Shared.isHere), arguments: files)
  func tokensComeOutAsTheyWentIn(_ file: String) throws {
    let world = try World()
    let folder = try #require(Shared.folder).appending(path: "data/tasks/\(file).jsonl")
    let lines = try Data(contentsOf: folder).split(separator: 0x0a)
    // Any record's text can be held by a `document` under its own name; `id` identifies the record.
    let nested = Self.nested[file, default: [:]]
    let names = Self.textMembers(of: lines).filter { nested[$0] == nil } + nested.keys.sorted()
    let fields = (["id"] + names).map {
      #"{"name":"f_\#($0)","type":"\#(nested[$0] ?? "document")","from":"/\#($0)","optional":true}"#
    }
    let project = try world.makeLab(
      try world.project(
        "real", fields: fields.joined(separator: ","),
        questions: #"{"name":"note","type":"text"}"#))
    try world.makeRoom("a", project: project, contractor: "ann")
    try world.lab("pack", project, "--tasks", folder.path, "--exchange", world.stick)
    try world.room("a", "sync", world.stick)
    let listed = try world.room("a", ["tasks", project, "--as", "ann"], as: "ann").output
      .split(separator: 0x0a)
    #expect(listed.count == lines.count)
    for (line, task) in zip(lines, listed) {
      for name in ["id"] + names {
        guard let token = Self.token(of: name, in: line), token != Data("null".utf8) else {
          continue
        }
        let expected = Data("\"f_\(name)\":".utf8) + token
        #expect(task.range(of: expected) != nil, "\(file): \(name) changed")
      }
    }
  }

  /// Members that are strings or numbers in every record that has them.
  static func textMembers(of lines: [Data]) -> [String] {
    var good: [String: Bool] = [:]
    for line in lines {
      let object = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any] ?? [:]
      for (name, value) in object where name.allSatisfy({ $0.isLetter || $0 == "_" || $0.isNumber })
      {
        let isText = token(of: name, in: line).map { $0.first != 0x74 && $0.first != 0x66 } ?? false
        good[name] = (good[name] ?? true) && isText && (value is String || value is NSNumber)
      }
    }
    return good.filter { $0.value && $0.key != "id" }.keys.sorted()
  }

  /// A top-level member's exact bytes, found without a JSON library: names of these records are
  /// plain, and `", "` and `": "` are how their writer separates.
  static func token(of name: String, in line: Data) -> Data? {
    let bytes = [UInt8](line)
    var (depth, inString, index) = (0, false, 0)
    var start: Int?
    let key = Array("\"\(name)\": ".utf8)
    while index < bytes.count {
      let byte = bytes[index]
      if inString {
        if byte == 0x5c {
          index += 2
          continue
        }
        if byte == 0x22 { inString = false }
      } else {
        if let begin = start, depth == 1, byte == 0x2c || byte == 0x7d {
          return Data(bytes[begin..<index])
        }
        if byte == 0x22 {
          if depth == 1, start == nil, bytes[index...].starts(with: key),
            index == 1 || bytes[index - 2] == 0x2c
          {
            index += key.count
            start = index
            continue
          }
          inString = true
        }
        if byte == 0x7b || byte == 0x5b { depth += 1 }
        if byte == 0x7d || byte == 0x5d { depth -= 1 }
      }
      index += 1
    }
    return nil
  }
}
