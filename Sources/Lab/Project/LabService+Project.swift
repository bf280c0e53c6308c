import AnnotationModel
public import Cryptography
import Store
import StrictJSON
import TUF
public import Vocabulary

/// What `project add` did.
public struct AddedProject: Sendable {
  /// The project's id.
  public let id: ID
  /// Its name among people.
  public let codename: String
  /// The version of its schema.
  public let version: Int64
  /// Images that were taken in, and those that may not leave: path and why.
  public let images: Int
  /// Images that may not leave, each with its reason.
  public let refusedImages: [String]
  /// The files that hold root keys, to be moved away; none for a new version.
  public let rootKeys: [String]
  /// The first root, where its holders have yet to sign it.
  public let waiting: WaitingRoot?
}

extension LabService {
  /// Takes in a project's folder: a new project with its trust root, or a new version of `existing`
  /// (its id or codename). All or nothing.
  ///
  /// `rootPassphrase` protects the root keys' files. Throws `DocumentFault` with file, line and
  /// place, or `Failure`.
  public func addProject(
    _ folder: String, to existing: String? = nil, root: RootPlan = RootPlan(),
    rootPassphrase: borrowing SecretBytes
  ) throws -> AddedProject {
    let source = try ProjectFolder(folder)
    if let existing { return try database.write { try update(existing, source, $0) } }
    let trust = try ProjectTrust(
      project: context.fresh(), plan: root, now: context.now())
    let taken = try database.write { sql in
      guard try !Projects(sql: sql).hasCodename(source.schema.codename) else {
        throw Failure(
          .refused,
          "there is a project \(source.schema.codename) already: give --project to add a version")
      }
      // Keys are on the disk before the root that names them can be used.
      try writeKeys(trust, rootPassphrase)
      return try insert(trust, source, sql)
    }
    return AddedProject(
      id: trust.project, codename: source.schema.codename, version: source.schema.version,
      images: taken.images, refusedImages: taken.refused,
      rootKeys: trust.freshRootKeys.map {
        "\(paths.rootKeys)/\(RootKeyFiles.fileName(of: $0.verifyingKey))"
      },
      waiting: trust.first.progress.isComplete
        ? nil
        : WaitingRoot(
          project: trust.project, codename: source.schema.codename, proposal: trust.first,
          previousFile: nil))
  }

  private func writeKeys(
    _ trust: ProjectTrust, _ passphrase: borrowing SecretBytes
  ) throws {
    for key in trust.freshRootKeys {
      try RootKeyFiles.write(key, to: paths.rootKeys, passphrase: passphrase, costs: costs)
    }
  }

  private func insert(
    _ trust: ProjectTrust, _ source: ProjectFolder, _ sql: SQL
  ) throws -> ProjectIntake.Taken {
    let now = context.now()
    try Projects(sql: sql).insert(
      ProjectRecord(
        id: trust.project, codename: source.schema.codename, made: now,
        version: source.schema.version, guidelines: SHA256.hash(source.guidelines)))
    try putRoot(trust, sql, now: now)
    let taken = try ProjectIntake(sql: sql, project: trust.project, context: context).take(source)
    try Journal(sql: sql, now: now).note("project") {
      $0.member("project", trust.project)
      $0.member("version", source.schema.version)
    }
    return taken
  }

  private func putRoot(_ trust: ProjectTrust, _ sql: SQL, now: Int64) throws {
    guard trust.first.progress.isComplete else {
      return try RootDrafts(sql: sql, project: trust.project).put(trust.first.file, trust.secrets)
    }
    let roots = Roots(sql: sql, project: trust.project)
    try roots.put(version: 1, trust.first.file)
    try roots.use(trust.secrets, now: now)
  }

  private func update(
    _ name: String, _ source: ProjectFolder, _ sql: SQL
  ) throws -> AddedProject {
    let projects = Projects(sql: sql)
    let project = try projects.named(name)
    guard source.schema.codename == project.codename else {
      throw Failure(
        .badInput,
        "project.json: /codename: is \(source.schema.codename), the project is "
          + "\(project.codename)")
    }
    guard source.schema.version >= project.version else {
      throw Failure(
        .badInput,
        "project.json: /version: is \(source.schema.version), there is \(project.version) already")
    }
    let taken = try ProjectIntake(sql: sql, project: project.id, context: context).take(source)
    try projects.update(
      project.id, version: source.schema.version, guidelines: SHA256.hash(source.guidelines))
    try Journal(sql: sql, now: context.now()).note("project") {
      $0.member("project", project.id)
      $0.member("version", source.schema.version)
    }
    return AddedProject(
      id: project.id, codename: project.codename, version: source.schema.version,
      images: taken.images, refusedImages: taken.refused, rootKeys: [],
      waiting: nil)
  }
}
