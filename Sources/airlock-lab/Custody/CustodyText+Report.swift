import CommandSupport
import Lab
import Vocabulary

extension CustodyText {
  /// For programs.
  func asReport(cases: Int?) -> Report {
    .members([
      "project": .text(report.project.hex), "codename": .text(report.codename),
      "at": .integer(report.at), "evidence": cases.map { .integer(Int64($0)) },
      "rooms": .list(report.channels.map(Self.channel)),
    ])
  }

  private static func channel(_ channel: CustodyReport.Channel) -> Report {
    .members([
      "room": .text(channel.room.hex), "channel": .text(channel.channel.hex),
      "states": .list(
        channel.states.map { .members(["state": .text($0.name), "since": .integer($0.since)]) }),
      "bundles": .list(channel.bundles.map(bundle)),
      "deliveries": .list(channel.deliveries.map(delivery)),
      "archives": .list(channel.archives.map(archive)),
      "refused": .list(channel.refused.map(refused)),
      "findings": .list(channel.findings.map(finding)),
      "heard": channel.heard.map { .integer($0) }, "tasks": .integer(channel.tasks),
      "open": .integer(channel.open),
      "recalls": .list(
        channel.recalls.map { .members(["state": .text($0.state), "tasks": .integer($0.count)]) }),
    ])
  }

  private static func bundle(_ bundle: CustodyReport.Bundle) -> Report {
    .members([
      "sequence": .integer(bundle.sequence), "kind": .text(bundle.kind),
      "tasks": .integer(bundle.tasks), "manifest": .text(bundle.manifest.hex),
      "made": .integer(bundle.made), "sent": bundle.sent.map { .integer($0) },
      "acknowledged": .bool(bundle.isAcknowledged),
    ])
  }

  private static func delivery(_ delivery: CustodyReport.Delivery) -> Report {
    .members([
      "at": .integer(delivery.at), "stick": .text(delivery.stick),
      "version": .integer(delivery.version), "first": delivery.first.map { .integer($0) },
      "last": delivery.last.map { .integer($0) },
    ])
  }

  private static func archive(_ archive: CustodyReport.Archive) -> Report {
    .members([
      "epoch": .text(archive.epoch.hex), "sequence": .integer(archive.sequence),
      "size": .integer(archive.size), "root": .text(archive.root.hex),
      "archive": .text(archive.archive.hex), "taken": .integer(archive.taken),
    ])
  }

  private static func refused(_ refused: CustodyReport.Refused) -> Report {
    .members([
      "reason": .text(refused.code), "epoch": refused.epoch.map { .text($0) },
      "sequence": refused.sequence.map { .integer($0) }, "first": .integer(refused.first),
      "last": .integer(refused.last), "times": .integer(refused.times),
    ])
  }

  private static func finding(_ finding: CustodyReport.Finding) -> Report {
    .members([
      "id": .integer(finding.id), "at": .integer(finding.at), "reason": .text(finding.code),
      "why": .text(finding.why), "evidence": .bool(finding.hasEvidence),
    ])
  }
}
