import AnnotationModel

/// project.json of both sides: what leaves the lab must be a schema for the room.
func fuzzProject(_ input: [UInt8]) throws {
  if let lab = try? ProjectSchema(parsing: input, side: .lab) {
    let room = mustParse("what leaves the lab is a schema for the room") {
      try ProjectSchema(parsing: lab.leavingBytes, side: .room)
    }
    if let room { compare(lab, room) }
  }
  if let room = try? ProjectSchema(parsing: input, side: .room) {
    expect(room.leavingBytes == input, "a room keeps the bytes that came")
    expect(room.labOnly.isEmpty, "a room knows nothing of gold")
  }
}

private func compare(_ lab: ProjectSchema, _ room: ProjectSchema) {
  expect(room.codename == lab.codename, "the codename leaves")
  expect(room.version == lab.version && room.retain == lab.retain, "version and retain leave")
  expect(room.fields.map(\.name) == lab.fields.map(\.name), "all fields leave")
  expect(room.fields.map(\.kind) == lab.fields.map(\.kind), "fields keep their kinds")
  expect(room.questions.map(\.name) == lab.questions.map(\.name), "all questions leave")
  expect(room.questions.map(\.type) == lab.questions.map(\.type), "questions keep their types")
  expect(room.reasons == lab.reasons, "reasons leave")
  expect(room.fields.allSatisfy { $0.source == nil }, "no source leaves")
}
