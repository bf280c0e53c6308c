import Foundation
import Testing

/// Words of the round trip are looked for, as UTF-8 and as UTF-16, in every file that lab, room and
/// stick leave behind.
@Suite struct LeakTests {
  static let words = [
    "zanzibarquestion", "zanzibarresponse", "zanzibarguideline", "zanzibaranswer", "zanzibarfield",
    "zanzibarname", "zanzibarcodename",
  ]

  @Test func noWordOfTheRoundTripLiesOpen() throws {
    let world = try World()
    let folder = try world.project(
      "zanzibarcodename",
      fields: #"""
        {"name":"zanzibarfield","type":"text","from":"/question"},
        {"name":"responses","type":"outputs","from":["/one","/two"],"blind":true}
        """#,
      questions: #"{"name":"why","type":"text","required":true}"#,
      guidelines: "# zanzibarguideline\n")
    let project = try world.makeLab(folder)
    try world.makeRoom("a", project: project, contractor: "zanzibarname")
    try world.write(
      #"{"id":1,"question":"zanzibarquestion","one":"zanzibarresponse","two":"no"}"# + "\n",
      to: "tasks.jsonl")
    try world.lab(
      "pack", project, "--tasks", world.path("tasks.jsonl"), "--exchange", world.stick)
    try world.room("a", "sync", world.stick)
    let task = try #require(
      try world.tasks("a", project: project, as: "zanzibarname").first?["task"])
    try world.annotate(
      "a", project: project, as: "zanzibarname",
      [["task": task, "answers": ["why": "zanzibaranswer"]]])
    try world.room("a", "sync", world.stick)
    try world.lab("sync", world.stick)
    for place in ["lab", "a", "stick"] { try Self.expectNothing(in: world.path(place)) }
    // No person's name leaves the room, sealed or not: the lab's own reports don't know one.
    let status = try world.lab("status", project)
    #expect(!status.text.contains("zanzibarname"))
    try world.lab("export", project, "--format", "jsonl", "-o", world.path("out.jsonl"))
    let export = try String(contentsOfFile: world.path("out.jsonl"), encoding: .utf8)
    #expect(export.contains("zanzibaranswer") && !export.contains("zanzibarname"))
  }

  private static func expectNothing(in folder: String) throws {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    var files = 0
    for name in names {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      files += 1
      for word in words {
        let forms = [Data(word.utf8), try #require(word.data(using: .utf16LittleEndian))]
        for form in forms {
          #expect(data.range(of: form) == nil, "\(word) lies open in \(name)")
        }
        #expect(!name.contains(word), "\(word) is in a file's name")
      }
    }
    #expect(files > 3, "there was nothing to look through in \(folder)")
  }
}
