import CommandSupport
import Exchange
import Room
import Vocabulary

/// How the room stands, in a custodian's words.
struct StatusLines {
  let status: RoomStatus

  var lines: [String] {
    var lines = ["\(status.name): \(Quantity.text(status.people, "contractor")) can sign in."]
    if !status.memoryLocked {
      lines.append("Keys could not be locked in memory: with swap on they may reach the disk.")
    }
    if status.projects.isEmpty { lines.append("No project is trusted here yet.") }
    lines += status.projects.flatMap(project)
    lines += status.destroyed.map {
      "\($0.codename.isEmpty ? $0.project.hex : $0.codename): destroyed in this room."
    }
    return lines
  }

  private func project(_ project: RoomStatus.Project) -> [String] {
    let name = project.codename ?? project.project.hex
    guard project.lastBundle > 0 else { return ["\(name): nothing has come from the lab yet."] }
    var lines = [
      "\(name): \(Quantity.text(project.tasks, "task")); the lab has everything up to archive "
        + "\(project.receipted) of \(project.lastArchive)."
    ]
    if project.awaitsAcceptance { lines.append("\(name): \(SyncOutput.awaitsAcceptance)") }
    if let pause = project.pause { lines.append("\(name): \(pause.line)") }
    if let lease = project.lease.line { lines.append("\(name): \(lease)") }
    if let code = project.newestAlarm {
      let advice = RefusalAdvice(Refusal.Code(rawValue: code))
      lines.append(
        "\(name): \(Quantity.text(project.alarms, "alarm")), the newest: \(advice.wrong). "
          + "\(advice.tell) The lab's code for it: \(code)")
    }
    return lines
  }
}
