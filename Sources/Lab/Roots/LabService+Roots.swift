import Store
import StrictJSON
public import TUF
public import Vocabulary

/// The root of a project that waits for signatures.
public struct WaitingRoot: Sendable {
  /// The project's id and codename.
  public let project: ID
  public let codename: String
  /// What was signed so far.
  public let proposal: RootProposal
  /// The root before it, as the holders must have it beside the new one; nil for the first.
  public let previousFile: [UInt8]?
}

extension LabService {
  /// Makes the next root of a project, unsigned, and keeps it with its new secrets until
  /// `acceptRoot`. Nothing else changes: rooms go on under the current one.
  ///
  /// `anew` forgets a root that waits already. Throws `Failure` where there is one, and for a
  /// change that no root can have.
  public func draftRoot(
    of project: String, _ change: RootChange, anew: Bool = false
  ) throws -> WaitingRoot {
    try database.write { sql in
      let record = try Projects(sql: sql).named(project)
      let drafts = RootDrafts(sql: sql, project: record.id)
      let current = try Roots(sql: sql, project: record.id).current()
      if try drafts.file() != nil {
        guard anew else {
          throw Failure(
            .refused,
            "a root of \(record.codename) waits for signatures already: root accept it, or give "
              + "--anew to make another in its place")
        }
        try drafts.remove()
      }
      let secrets = RootSecrets.fresh(for: change.roles.sorted(), seal: change.seal)
      let draft = try NextRoot(change, secrets: secrets, now: context.now())
        .draft(after: RootDocument(trusting: current))
      let proposal = try RootProposal(
        RepositoryWriter.makeRoot(draft, signedBy: []), after: current)
      try drafts.put(proposal.file, secrets)
      try Journal(sql: sql, now: context.now()).note("root-draft") {
        $0.member("project", record.id)
        $0.member("version", proposal.claim.version)
      }
      return WaitingRoot(
        project: record.id, codename: record.codename, proposal: proposal, previousFile: current)
    }
  }

  /// The root under which a project is now. Throws `Failure` where its first one isn't signed yet.
  public func root(of project: String) throws -> RootDocument {
    try database.read { sql in
      try RootDocument(
        trusting: Roots(sql: sql, project: Projects(sql: sql).named(project).id).current())
    }
  }

  /// The root that waits for signatures; nil where none does.
  public func waitingRoot(of project: String) throws -> WaitingRoot? {
    try database.read { sql in try waiting(Projects(sql: sql).named(project), sql) }
  }

  /// Takes the signatures of copies of the root that waits. Once both thresholds are met it is the
  /// project's root, its keys and identity are those in use, and the next stick takes it to every
  /// room; until then the signatures are kept. All or nothing.
  ///
  /// Throws `Failure` where none waits, or a copy says something else, with the name of its file.
  public func acceptRoot(
    of project: String, _ copies: [(name: String, file: [UInt8])]
  ) throws -> WaitingRoot {
    try database.write { sql in
      let record = try Projects(sql: sql).named(project)
      guard let waiting = try waiting(record, sql) else {
        throw Failure(
          .refused, "no root of \(record.codename) waits for signatures; root rotate makes one")
      }
      var proposal = waiting.proposal
      for (name, file) in copies {
        do throws(Refusal) {
          proposal = try proposal.merging(file)
        } catch {
          throw Failure(.badInput, "\(name): \(error.why)")
        }
      }
      if proposal.progress.isComplete {
        try takeEffect(proposal, record, sql)
      } else {
        try RootDrafts(sql: sql, project: record.id).update(proposal.file)
      }
      return WaitingRoot(
        project: record.id, codename: record.codename, proposal: proposal,
        previousFile: waiting.previousFile)
    }
  }

  private func waiting(_ record: ProjectRecord, _ sql: SQL) throws -> WaitingRoot? {
    guard let file = try RootDrafts(sql: sql, project: record.id).file() else { return nil }
    let previous = try Roots(sql: sql, project: record.id).files().last?.file
    return WaitingRoot(
      project: record.id, codename: record.codename,
      proposal: try RootProposal(file, after: previous), previousFile: previous)
  }

  private func takeEffect(
    _ proposal: RootProposal, _ record: ProjectRecord, _ sql: SQL
  ) throws {
    let roots = Roots(sql: sql, project: record.id)
    let drafts = RootDrafts(sql: sql, project: record.id)
    try roots.put(version: proposal.claim.version, proposal.file)
    try roots.use(drafts.secrets(), now: context.now())
    try drafts.remove()
    try Journal(sql: sql, now: context.now()).note("root") {
      $0.member("project", record.id)
      $0.member("version", proposal.claim.version)
    }
  }
}
