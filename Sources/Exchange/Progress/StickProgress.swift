/// How far an exchange with a stick has come, for the person who stands beside it.
public struct StickProgress: Sendable, Equatable {
  /// What is being done. A phase may come again, since channels are taken one by one.
  public enum Phase: String, Sendable, CaseIterable {
    /// What lies on the stick is looked at and verified.
    case looking
    /// Files are copied from the stick.
    case takingIn = "taking-in"
    /// What was copied is opened and taken into the store.
    case opening
    /// What goes onto the stick is sealed.
    case sealing
    /// Files are written to the stick, each read back and compared.
    case puttingOut = "putting-out"
    /// The stick is told to bring everything to its memory.
    case settling
    /// Everything is there: the stick may be pulled out.
    case done
  }

  /// What is being done.
  public let phase: Phase
  /// Files of this phase that are finished, in all channels together.
  public let files: Int
  /// Files of this phase that are known to come, the finished ones counted.
  public let ofFiles: Int
  /// Bytes of this phase so far, of finished and unfinished files.
  public let bytes: Int64
  /// Bytes of this phase that are known to come.
  public let ofBytes: Int64

  /// A moment of an exchange.
  public init(phase: Phase, files: Int = 0, ofFiles: Int = 0, bytes: Int64 = 0, ofBytes: Int64 = 0)
  {
    self.phase = phase
    self.files = files
    self.ofFiles = ofFiles
    self.bytes = bytes
    self.ofBytes = ofBytes
  }

  /// True only after the last file was written, read back, renamed, and the whole file system
  /// synced.
  public var mayBePulledOut: Bool { phase == .done }

  /// One line in plain words: `Don't pull it out yet: 3 of 5 files put out`.
  public var line: String {
    let wait = "Don't pull it out yet: "
    return switch phase {
    case .looking: wait + "looking at what is on it"
    case .takingIn: wait + "\(count) taken in"
    case .opening: wait + "opening what came"
    case .sealing: wait + "sealing what goes out"
    case .puttingOut: wait + "\(count) put out"
    case .settling: wait + "the stick is finishing"
    case .done: "You may pull it out now"
    }
  }

  private var count: String { "\(files) of \(ofFiles) \(ofFiles == 1 ? "file" : "files")" }
}
