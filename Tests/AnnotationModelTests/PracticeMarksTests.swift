import AnnotationModel
import StrictJSON
import Testing

@Suite("Practice answers compared")
struct PracticeMarksTests {
  private func marks(
    _ question: String, _ given: String, against right: String
  ) throws -> [PracticeMarks.Verdict] {
    let schema = try ProjectSchema(
      parsing: Array(
        """
        {"airlock":"project/1","codename":"wren","version":1,"fields":[
        {"name":"reply","type":"outputs"},{"name":"steps","type":"steps"},
        {"name":"talk","type":"chat"},{"name":"text","type":"text"}],
        "questions":[\(question)]}
        """.utf8), side: .room)
    return PracticeMarks(
      try JSONDocument(Array(given.utf8)).root, against: try JSONDocument(Array(right.utf8)).root,
      in: schema
    ).verdicts.map(\.verdict)
  }

  @Test("Of a preference the winner counts, not by how much")
  func preference() throws {
    let question = #"{"name":"q","type":"preference","of":"reply","strength":3}"#
    let right = #"{"q":{"winner":"k2","strength":3}}"#
    #expect(try marks(question, #"{"q":{"winner":"k2","strength":1}}"#, against: right) == [.right])
    #expect(try marks(question, #"{"q":{"winner":"k1","strength":3}}"#, against: right) == [.wrong])
  }

  @Test("Choices and groups of a ranking in any order; their places count")
  func sets() throws {
    let choices = #"{"name":"q","type":"choices","options":["a","b","c"]}"#
    #expect(try marks(choices, #"{"q":["b","a"]}"#, against: #"{"q":["a","b"]}"#) == [.right])
    #expect(try marks(choices, #"{"q":["b"]}"#, against: #"{"q":["a","b"]}"#) == [.wrong])
    let ranking = #"{"name":"q","type":"ranking","of":"reply","ties":true}"#
    let right = #"{"q":[["k1","k2"],["k3"]]}"#
    #expect(try marks(ranking, #"{"q":[["k2","k1"],["k3"]]}"#, against: right) == [.right])
    #expect(try marks(ranking, #"{"q":[["k3"],["k1","k2"]]}"#, against: right) == [.wrong])
  }

  @Test("Step labels: blank is blank, neutral isn't; critique doesn't count")
  func steps() throws {
    let question = #"{"name":"q","type":"stepLabels","of":"steps","critique":true}"#
    let right = #"{"q":[{"step":0,"label":"+"},{"step":1,"label":"-"},{"step":2,"label":null}]}"#
    let same = #"{"q":[{"step":0,"label":"+"},{"step":1,"label":"-","critique":"no"}]}"#
    #expect(try marks(question, same, against: right) == [.right])
    let neutral = same.replacing("]}", with: #",{"step":2,"label":"0"}]}"#)
    #expect(try marks(question, neutral, against: right) == [.wrong])
  }

  @Test("What was left out is wrong; text is for the person to compare; more is nobody's matter")
  func others() throws {
    let number = #"{"name":"q","type":"number"}"#
    #expect(try marks(number, "{}", against: #"{"q":1}"#) == [.wrong])
    #expect(try marks(number, #"{"q":1.0}"#, against: #"{"q":1}"#) == [.right])
    #expect(try marks(number, #"{"q":1}"#, against: "{}") == [])
    let text = #"{"name":"q","type":"text"}"#
    #expect(try marks(text, #"{"q":"a"}"#, against: #"{"q":"b"}"#) == [.open])
  }
}
