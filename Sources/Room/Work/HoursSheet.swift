public import AnnotationModel
public import Store

/// What one person did in one project from some moment on, as it is recorded.
public struct HoursSheet: Sendable {
  /// Active time in cells of five minutes.
  public let cells: [AttentionCell]
  /// How many acts of each kind, those on practice tasks apart.
  public let acts: [ActKind: Int64]
  public let practice: Int64
}
