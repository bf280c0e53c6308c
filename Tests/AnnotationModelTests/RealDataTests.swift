import AnnotationModel
import StrictJSON
import Testing
import Vocabulary

@Suite("Real task data", .enabled(if: SharedData.has("data/tasks")))
struct RealDataTests {
  /// For each kind of record the fields that show it; a kind is told by the record's `task`.
  private static let fields: [String: String] = [
    "summary_rating_0_100":
      #"{"name":"q","type":"text","from":"/question_text"},{"name":"a","type":"document","from":"/response"},{"name":"n","type":"text","from":"/question_index"}"#,
    "next_turn_reward_0_1":
      #"{"name":"c","type":"document","from":"/context"},{"name":"g","type":"text","from":"/generation"}"#,
    "mqm_error_spans":
      #"{"name":"s","type":"text","from":"/source"},{"name":"t","type":"outputs","from":["/target"]},{"name":"errors","type":"outputs","from":"/ratings","each":"/rater"}"#,
    "pairwise_3_annotators":
      #"{"name":"i","type":"markdown","from":"/instruction"},{"name":"input","type":"text","from":"/input","optional":true},{"name":"r","type":"outputs","from":["/response1","/response2"],"blind":true}"#,
    "pairwise_gold":
      #"{"name":"i","type":"markdown","from":"/input"},{"name":"r","type":"outputs","from":["/output_1","/output_2"],"blind":true}"#,
    "rank_3_with_ratings":
      #"{"name":"d","type":"document","from":"/document","optional":true},{"name":"r","type":"outputs","from":"/systems","each":"/response","blind":true}"#,
    "rank_replies":
      #"{"name":"h","type":"outputs","from":"/history","each":"/text"},{"name":"r","type":"outputs","from":"/replies","each":"/text","blind":true}"#,
    "gsm8k":
      #"{"name":"q","type":"markdown","from":"/question"},{"name":"a","type":"code","from":"/answer"}"#,
    "gsm8k_socratic": #"{"name":"q","type":"markdown","from":"/question"}"#,
    "math_latex":
      #"{"name":"q","type":"markdown","from":"/question"},{"name":"level","type":"text","from":"/other/level","optional":true},{"name":"s","type":"markdown","from":"/other/solution"}"#,
    "gaokao_mathcloze_zh": #"{"name":"q","type":"markdown","from":"/question"}"#,
    "gaokao_mathqa_zh":
      #"{"name":"q","type":"markdown","from":"/question"},{"name":"o","type":"steps","from":"/options"}"#,
    "sat_math":
      #"{"name":"q","type":"markdown","from":"/question"},{"name":"o","type":"outputs","from":"/options","each":""}"#,
    "first_error_step":
      #"{"name":"q","type":"markdown","from":"/question"},{"name":"s","type":"steps","from":"/model_output_steps"}"#,
    "bbm_word_sorting":
      #"{"name":"q","type":"markdown","from":"/input"},{"name":"s","type":"steps","from":"/steps"}"#,
    "bbm_logical_deduction":
      #"{"name":"q","type":"markdown","from":"/input"},{"name":"s","type":"steps","from":"/steps"}"#,
    "prm800k":
      #"{"name":"q","type":"markdown","from":"/question/problem"},{"name":"s","type":"outputs","from":"/label/steps","each":"/completions/0/text"}"#,
    "tau_bench_airline":
      #"{"name":"goal","type":"text","from":"/info/task/instruction"},{"name":"run","type":"chat","from":"/traj"}"#,
    "intercode":
      #"{"name":"q","type":"text","from":"/query"},{"name":"a","type":"steps","from":"/turn_history/actions"}"#,
    "tooltalk":
      #"{"name":"s","type":"document","from":"/scenario","optional":true},{"name":"c","type":"outputs","from":"/conversation","each":"/text"}"#,
    "swe_agent":
      #"{"name":"h","type":"chat","from":"/history"},{"name":"t","type":"outputs","from":"/trajectory","each":"/observation","optional":true}"#,
    "toolbench_dfs":
      #"{"name":"q","type":"text","from":"/answer_generation/query"},{"name":"a","type":"document","from":"/answer_generation/final_answer"},{"name":"m","type":"chat","from":"/answer_generation/train_messages/0","optional":true}"#,
    "message_tree":
      #"{"name":"p","type":"markdown","from":"/prompt/text"},{"name":"r","type":"outputs","from":"/prompt/replies","each":"/text"}"#,
    "taskmaster4":
      #"{"name":"i","type":"document","from":"/instructions","optional":true},{"name":"u","type":"outputs","from":"/utterances","each":"/text"}"#,
    "kdconv_zh":
      #"{"name":"n","type":"text","from":"/name"},{"name":"m","type":"outputs","from":"/messages","each":"/message"}"#,
    "naughty_string": #"{"name":"t","type":"text","from":"/text"}"#,
    "translation_pair":
      #"{"name":"t","type":"text","from":"/text","language":"und"},{"name":"e","type":"text","from":"/english","optional":true}"#,
    "arabic_true_false": #"{"name":"q","type":"markdown","from":"/question"}"#,
    "emoji":
      #"{"name":"t","type":"text","from":"/text"},{"name":"k","type":"steps","from":"/keywords"}"#,
  ]

  private static let files =
    ((try? SharedData.list("data/tasks")) ?? []).filter { $0.hasSuffix(".jsonl") }

  @Test("Every record can be mapped, and keeps each value's token to the byte", arguments: files)
  func keepsTokens(_ file: String) throws {
    var schemas: [String: (lab: ProjectSchema, room: ProjectSchema)] = [:]
    var splitter = JSONLines()
    var count = 0
    let bytes = try SharedData.read("data/tasks/" + file)
    for start in stride(from: 0, to: bytes.count, by: 65_536) {
      try splitter.feed(bytes[start..<min(start + 65_536, bytes.count)]) { number, line in
        let record = try JSONDocument(line)
        let kind = try record.root.require("task").string()
        if schemas[kind] == nil {
          let fields = try #require(
            Self.fields[kind], "\(file):\(number) is of a new kind: \(kind)")
          let lab = try Samples.schema(fields: fields)
          schemas[kind] = (lab, try ProjectSchema(parsing: lab.leavingBytes, side: .room))
        }
        let schema = try #require(schemas[kind])
        let mapped = try RecordMapper(schema: schema.lab).map(
          record, taskID: Samples.id, shuffled: { Array((0..<$0).reversed()) },
          asset: { _ in throw DocumentFault(pointer: "", problem: "has no images") })
        let task = try AnnotationTask(parsing: mapped.line, schema: schema.room)
        try compare(task, record, mapped, schema.lab)
        count += 1
      }
    }
    try splitter.finish { _, _ in }
    #expect(count == bytes.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 })
  }

  private func compare(
    _ task: AnnotationTask, _ record: JSONDocument, _ mapped: MappedTask, _ schema: ProjectSchema
  ) throws {
    #expect(
      try record.root["id"]?.string() == mapped.record.map { String($0.dropFirst().dropLast()) })
    for field in schema.fields {
      if field.isOutputs {
        for (key, text) in task.outputs(of: field.name) {
          let pointer = try #require(mapped.outputs[field.name]?[key])
          #expect(record.root.at(try JSONPointer(pointer))?.token == text.token)
        }
      } else if case .one(let pointer) = field.source {
        let value = record.root.at(pointer)
        #expect(task.field(field.name)?.token == (value?.isNull == true ? nil : value?.token))
      }
    }
  }
}
