import AnnotationModel
import Cryptography
import Store
import Vocabulary

/// Puts a project's folder into lab.sqlite: schema, guidelines and images.
struct ProjectIntake {
  let sql: SQL
  let project: ID
  let context: Context

  struct Taken {
    var images = 0
    var refused: [String] = []
  }

  /// Throws `Failure` where the version is there with another content, or the guidelines name an
  /// image that the folder doesn't have.
  func take(_ source: ProjectFolder) throws -> Taken {
    try putSchema(source)
    try Schemas(sql: sql, project: project)
      .putGuidelines(SHA256.hash(source.guidelines), source.guidelines)
    let taken = try takeImages(source.assets)
    let assets = Assets(sql: sql, project: project)
    for digest in AssetMentions.find(in: source.guidelines) where try !assets.holds(digest) {
      throw Failure(
        .badInput, "guidelines.md: names assets/\(digest), which is no image of assets/")
    }
    try takePractice(source)
    return taken
  }

  /// Makes every practice task once, so that what is wrong is said now and not by `pack`.
  private func takePractice(_ source: ProjectFolder) throws {
    if let practice = source.practice {
      let assets = Assets(sql: sql, project: project)
      _ = try practice.tasks(source.schema, image: assets.image, context: context)
    } else if let pass = source.schema.practicePass {
      throw Failure(
        .badInput,
        "project.json: /practice: asks for \(pass) right practice tasks; practice.jsonl is missing")
    }
    try Practices(sql: sql, project: project).put(source.practice)
  }

  private func putSchema(_ source: ProjectFolder) throws {
    let schemas = Schemas(sql: sql, project: project)
    let leaving = source.schema.leavingBytes
    let record = SchemaRecord(
      version: source.schema.version, hash: SHA256.hash(leaving), own: source.own,
      leaving: leaving)
    // Rooms would refuse it, and one version must mean one thing to everybody.
    if let known = try schemas.version(record.version), known.hash != record.hash {
      throw Failure(
        .refused,
        "project.json: /version: \(record.version) is there with other content: count it up")
    }
    try schemas.put(record)
  }

  /// Images that may not leave are kept by name with the reason, which `pack` says with the line of
  /// the record that names one.
  private func takeImages(_ folder: AssetFolder) throws -> Taken {
    let assets = Assets(sql: sql, project: project)
    var taken = Taken()
    try folder.each { path, bytes in
      do {
        guard let bytes else { throw ImageProblem.tooLarge(limit: Limits.asset) }
        let type = try ImageInspector.inspect(bytes)
        let digest = SHA256.hash(bytes)
        try assets.put(path, .image(digest, type: type.rawValue))
        try assets.putFile(digest, type: type.rawValue, bytes)
        taken.images += 1
      } catch let problem as ImageProblem {
        try assets.put(path, .problem(problem.description))
        taken.refused.append("assets/\(path) \(problem)")
      }
    }
    return taken
  }
}
