import AnnotationModel
import Vocabulary

/// A project with every kind of field and question, and one task, for the parsers that need them.
/// Records, tasks and answers of the exchange vectors fit it.
struct FixedProject: Sendable {
  let lab: ProjectSchema
  let room: ProjectSchema
  let task: AnnotationTask

  /// The one project; an unreadable one would fuzz nothing, so it ends the run.
  static let shared = mustParse("the fixed project is one") { try FixedProject() }

  private init() throws {
    lab = try ProjectSchema(parsing: Array(Self.project.utf8), side: .lab)
    room = try ProjectSchema(parsing: lab.leavingBytes, side: .room)
    task = try AnnotationTask(parsing: Array(Self.line.utf8), schema: room)
  }

  private static let project = #"""
    {"airlock":"project/1","codename":"heron","version":3,"retain":"wipe","fields":[
    {"name":"prompt","type":"markdown","from":"/instruction"},
    {"name":"history","type":"chat","from":"/history","optional":true},
    {"name":"temperature","type":"text","from":"/meta/temperature","optional":true},
    {"name":"tag","type":"text","from":"/meta/tags/0","optional":true},
    {"name":"picture","type":"image","from":"/picture","optional":true},
    {"name":"patch","type":"code","language":"diff","from":"/patch","optional":true},
    {"name":"solution","type":"steps","from":"/steps","optional":true},
    {"name":"paper","type":"document","from":"/paper","optional":true},
    {"name":"each","type":"outputs","from":"/each","each":"/text","optional":true},
    {"name":"responses","type":"outputs","from":["/response1","/response2"],"blind":true}],
    "questions":[
    {"name":"better","type":"preference","of":"responses","strength":3,"tie":true,"bothBad":true,
    "required":true},
    {"name":"why","type":"text","minLength":10,"maxLength":400,"when":{"better":{"not":"tie"}}},
    {"name":"care","type":"rating","scale":{"min":1,"max":5},"criteria":[{"name":"tone"},
    {"name":"facts"}]},
    {"name":"stars","type":"rating","of":"responses","scale":{"min":1,"max":3}},
    {"name":"topics","type":"choices","options":["refusal",{"value":"unsafe","label":"Unsafe"}]},
    {"name":"kind","type":"choice","options":["a","b"],"when":{"topics":"unsafe"}},
    {"name":"marks","type":"spans","of":"prompt","labels":["error","doubt"],"overlap":false},
    {"name":"order","type":"ranking","of":"responses","ties":true},
    {"name":"count","type":"number","min":-1,"max":50},
    {"name":"review","type":"stepLabels","of":"solution","critique":true,"correction":true},
    {"name":"calls","type":"toolCallLabels","of":"history"},
    {"name":"chain","type":"steps","minSteps":1,"alternatives":true,"final":true},
    {"name":"talk","type":"dialogue","roles":["user","agent","tool"],"minTurns":1,"maxTurns":9,
    "tools":[{"name":"find","arguments":["order"]}]}],
    "labOnly":{"gold":"/label"}}
    """#

  private static let line =
    #"{"id":"b02e2eeea186b452804beba97905d05e","fields":{"prompt":"Say \u201chi\u201d \ud83d"#
    + #" alone, \uD83D\uDE00 paired","history":[{"role":"user","content":"hi"},{"role":"assistant","#
    + #""content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"find","#
    + #""arguments":"{}"}}]},{"role":"tool","tool_call_id":"c1","content":"{}"}],"#
    + #""solution":["one","two"],"responses":[{"key":"k1","text":"A B"},"#
    + #"{"key":"k2","text":"one two"}]}}"#
}
