import StrictJSON

/// The custodian's values as members of an object, as the pages read them.
extension JSONWriter {
  mutating func write(_ overview: RoomOverview) {
    member("cardWritten", overview.cardWritten)
    member("labTold", overview.labTold)
    array("people") { array in for name in overview.people { array.string(name) } }
    array("projects") { array in
      for project in overview.projects { array.object { $0.write(project) } }
    }
    array("alarms") { array in
      for alarm in overview.alarms { array.object { $0.write(alarm) } }
    }
  }

  private mutating func write(_ project: RoomOverview.Project) {
    member("id", project.id)
    optional("codename", project.codename)
    member("tasks", Int64(project.tasks))
    member("lastBundle", project.lastBundle)
    member("lastArchive", project.lastArchive)
    member("receipted", project.receipted)
    member("unanswered", project.unanswered)
    write(project.waiting)
    array("grants") { array in
      for grant in project.grants {
        array.object { object in
          object.member("name", grant.name)
          object.optional("since", grant.since)
          object.member("left", Int64(grant.left))
        }
      }
    }
    object("lease") { object in
      object.member("spent", project.lease.isSpent)
      object.optional("acts", project.lease.acts)
      object.optional("days", project.lease.days)
    }
    member("awaitsAcceptance", project.awaitsAcceptance)
    guard let pause = project.pause else { return memberNull("pause") }
    object("pause") { object in
      object.member("wiping", pause.isWiping)
      object.member("text", pause.text)
    }
  }

  private mutating func write(_ alarm: RoomOverview.Alarm) {
    member("id", alarm.id)
    member("project", alarm.project)
    optional("codename", alarm.codename)
    member("code", alarm.code)
    optional("hash", alarm.hash)
    member("at", alarm.at)
    optional("acknowledgedAt", alarm.acknowledgedAt)
  }

  mutating func write(_ counts: ActCounts) {
    member("answers", Int64(counts.answers))
    member("questions", Int64(counts.questions))
  }

  mutating func write(_ outcome: TrustOutcome) {
    switch outcome {
    case .trusted(let project): member("project", project)
    case .differs(let groups):
      array("differs") { array in for group in groups { array.integer(Int64(group)) } }
    }
  }

  mutating func optional(_ name: String, _ value: String?) {
    if let value { member(name, value) } else { memberNull(name) }
  }

  mutating func optional(_ name: String, _ value: Int64?) {
    if let value { member(name, value) } else { memberNull(name) }
  }
}
