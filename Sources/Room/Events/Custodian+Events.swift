extension Custodian {
  /// Keeps room-wide events for every project's log, which has them before its next archive.
  public func keep(_ events: [RoomEvent]) throws { try register.events.keep(events) }
}
