import BundleFormat
import Exchange
import Store
import StrictJSON
import Vocabulary

extension LabService {
  /// Gives an order: `letters` makes each channel's, in their order; none for a channel
  /// that gets none. The orders,
  /// the signed metadata that lead to them and the journal's line are one transaction; then they go
  /// onto the stick, if one is named.
  ///
  /// `check` comes last in the transaction and may undo it all.
  ///
  /// Throws `Failure`, also where the stick can't take it: the order is given then, and `sync` puts
  /// it on another.
  func give(
    _ name: String, to address: OrderAddress,
    _ letters: (OrderGiving, ChannelRecord) throws -> [OrderLetter],
    check: () throws -> Void = {}
  ) throws -> OrderReport {
    let drive = try address.exchange.map { try StickWriter.folder($0, create: true) }
    return try give(name, to: address, on: drive, letters, check: check)
  }

  /// The same onto any drive, or onto none.
  func give(
    _ name: String, to address: OrderAddress, on drive: (any Drive)?,
    _ letters: (OrderGiving, ChannelRecord) throws -> [OrderLetter],
    check: () throws -> Void = {}
  ) throws -> OrderReport {
    var (report, releases) = try database.write { sql in
      let project = try Projects(sql: sql).named(address.project)
      let channels = try ChannelChoice(sql: sql, project: project).channels(address.rooms)
      let giving = OrderGiving(sql: sql, project: project, channels: channels, context: context)
      let given = try give(name, giving, letters)
      try check()
      return given
    }
    report.isWritten = try put(releases, on: drive, given: "the order is given, sync puts it")
    return report
  }

  private func give(
    _ name: String, _ giving: OrderGiving,
    _ letters: (OrderGiving, ChannelRecord) throws -> [OrderLetter]
  ) throws -> (OrderReport, [Release]) {
    var report = OrderReport(project: giving.project.id, order: name)
    var told: [ChannelRecord] = []
    for var channel in giving.channels {
      let letters = try letters(giving, channel)
      for letter in letters {
        let bundle = try OrderIssue(sql: giving.sql, context: context).put(
          letter.order, into: &channel, guidelines: letter.guidelines)
        report.channels.append(
          .init(room: channel.room, channel: channel.id, sequence: bundle.sequence))
      }
      if !letters.isEmpty { told.append(channel) }
    }
    try Journal(sql: giving.sql, now: context.now()).note("order") {
      $0.member("project", giving.project.id)
      $0.member("order", name)
      $0.array("channels") { for channel in told { $0.string(channel.id.hex) } }
    }
    return (report, try release(told, giving.sql))
  }
}
