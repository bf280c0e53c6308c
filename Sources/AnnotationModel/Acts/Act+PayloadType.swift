extension Act {
  /// The DSSE payload type under which acts are signed (formats.md, section 8).
  public static let payloadType = "application/vnd.airlock.act.v1+json"
}
