public import AnnotationModel

/// A sitting with the code that leads the lab to it.
public struct SittingReceipt: Sendable {
  public let sitting: Sitting
  public let code: ReceiptCode
  /// How many acts of each kind, and the active milliseconds that they claim.
  public let kinds: [ActKind: Int64]
  public let activeMs: Int64
}
