import BundleFormat
import Vocabulary

extension LabService {
  /// Stops new work: rooms open no task that nobody had begun, and `pack` gives them none. Hours,
  /// drafts and results still come up.
  public func freeze(_ text: String, to address: OrderAddress) throws -> OrderReport {
    try give("freeze", to: address) { giving, channel in
      try ChannelStates(sql: giving.sql).set(.frozen, channel.id, at: giving.context.now())
      return [OrderLetter(order: .freeze(text: text))]
    }
  }

  /// Ends a freeze. Rooms that aren't frozen are told nothing.
  public func thaw(_ text: String, to address: OrderAddress) throws -> OrderReport {
    try give("thaw", to: address) { giving, channel in
      let states = ChannelStates(sql: giving.sql)
      guard try states.since(.frozen, channel.id) != nil else { return [] }
      try states.set(.frozen, channel.id, at: nil)
      return [OrderLetter(order: .thaw(text: text))]
    }
  }

  /// Has the project destroyed in rooms, which their custodians confirm once the lab has what
  /// people did there. Nothing new goes to these rooms, receipts excepted.
  public func wipe(_ text: String, to address: OrderAddress) throws -> OrderReport {
    try give("wipe", to: address) { giving, channel in
      try ChannelStates(sql: giving.sql).set(.wiped, channel.id, at: giving.context.now())
      return [OrderLetter(order: .wipe(text: text))]
    }
  }
}
