import CommandSupport
import Lab

/// What `custody` tells people.
struct CustodyText {
  let report: CustodyReport

  var lines: [String] {
    ["\(report.codename) (\(report.project))"] + report.channels.flatMap(lines)
  }

  private func lines(_ channel: CustodyReport.Channel) -> [String] {
    var lines = ["room \(channel.room), channel \(channel.channel)"]
    lines += channel.states.map { "  \($0.name) for \(age($0.since))" }
    lines += out(channel) + back(channel)
    lines += channel.refused.map { refused in
      let what = refused.sequence.map { "archive \($0)" } ?? "something"
      let often = refused.times > 1 ? ", \(refused.times) times" : ""
      return "  refused: \(what) (\(refused.code)), \(age(refused.last)) ago\(often)"
    }
    lines += channel.findings.map {
      "  finding \($0.id), \(age($0.at)) ago: \($0.why) (\($0.code))"
        + ($0.hasEvidence ? "; evidence is kept" : "")
    }
    return lines
  }

  private func out(_ channel: CustodyReport.Channel) -> [String] {
    let outstanding = channel.outstanding
    var lines = [
      "  out: \(Quantity.text(channel.bundles.count, "bundle")) with "
        + "\(Quantity.text(channel.tasks, "task")), the room has "
        + "\(channel.bundles.count - outstanding.count)"
    ]
    lines += outstanding.map { bundle in
      let what = bundle.kind == "tasks" ? Quantity.text(bundle.tasks, "task") : bundle.kind
      let way = bundle.sent.map { "on a stick for \(age($0))" } ?? "never on a stick"
      return
        "    outstanding: number \(bundle.sequence) (\(what)), made \(age(bundle.made)) ago, \(way)"
    }
    lines += channel.deliveries.map { delivery in
      var what = "no bundle"
      if let first = delivery.first, let last = delivery.last {
        what = first == last ? "number \(first)" : "numbers \(first) to \(last)"
      }
      return
        "    \(age(delivery.at)) ago onto \(delivery.stick.isEmpty ? "a stick" : delivery.stick): "
        + "\(what)"
    }
    return lines
  }

  private func back(_ channel: CustodyReport.Channel) -> [String] {
    guard let heard = channel.heard else { return ["  back: nothing came up yet"] }
    var lines = [
      "  back: \(Quantity.text(channel.archives.count, "archive")), the last \(age(heard)) ago; "
        + "\(channel.open) of \(Quantity.text(channel.tasks, "task")) without an answer"
    ]
    lines += channel.archives.map {
      "    archive \($0.sequence), \($0.size) leaves, \(age($0.taken)) ago: \($0.archive)"
    }
    lines += channel.recalls.map { recall in
      "    \(Quantity.text(recall.count, "recalled task")): \(Self.words[recall.state] ?? recall.state)"
    }
    return lines
  }

  private static let words = [
    "asked": "the room hasn't answered", "returned": "back, nobody saw them",
    "kept": "stay in the room, somebody saw them", "reissued": "went to another room",
  ]

  /// How long ago, in the unit that a person would say.
  private func age(_ time: Int64) -> String {
    let minutes = max(0, report.at - time) / 60_000
    if minutes < 1 { return "less than a minute" }
    if minutes < 120 { return Quantity.text(minutes, "minute") }
    if minutes < 2_880 { return Quantity.text(minutes / 60, "hour") }
    return Quantity.text(minutes / 1_440, "day")
  }
}
