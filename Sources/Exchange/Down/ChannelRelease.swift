public import Cryptography
public import TUF

/// All that a lab puts on a stick for one channel.
public struct ChannelRelease {
  /// A sealed file and where its bytes are.
  public struct Target {
    public let file: TargetFile
    /// Gives the sealed bytes from the start, at each call.
    public let open: () throws -> any ByteSource

    /// The sealed file that `file` describes.
    public init(_ file: TargetFile, open: @escaping () throws -> any ByteSource) {
      self.file = file
      self.open = open
    }
  }

  /// Every root file, in order; the last is the newest.
  public let roots: [[UInt8]]
  /// What `ChannelPublisher.publish` gave, in its order.
  public let metadata: [(name: String, bytes: [UInt8])]
  /// The files that the metadata lists.
  public let targets: [Target]

  /// A release of these roots, metadata files and targets.
  public init(
    roots: [[UInt8]], metadata: [(name: String, bytes: [UInt8])], targets: [Target]
  ) {
    self.roots = roots
    self.metadata = metadata
    self.targets = targets
  }
}
