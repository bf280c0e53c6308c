/// A removable drive that is there now.
public struct StickFound: Sendable, Equatable {
  /// The folder where it is mounted.
  public var path: String
  /// What it is called.
  public var label: String
  /// Its maker and model, where it says so.
  public var model: String?
  /// How many bytes it holds.
  public var bytes: Int64
  /// Whether nothing can be put on it.
  public var isReadOnly: Bool

  /// A stick.
  public init(path: String, label: String, model: String?, bytes: Int64, isReadOnly: Bool) {
    self.path = path
    self.label = label
    self.model = model
    self.bytes = bytes
    self.isReadOnly = isReadOnly
  }
}
