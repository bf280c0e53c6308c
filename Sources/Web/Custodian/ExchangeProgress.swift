public import Vocabulary

/// How far an exchange with a stick is, and how it ended.
public struct ExchangeProgress: Sendable, Equatable {
  /// Where it stands.
  public enum Phase: String, Sendable {
    /// It is being worked on: the stick must stay in.
    case running
    /// It is over, every file was read back and is under its name: the stick may go.
    case done
    /// It broke off; `trouble` says why.
    case stopped
  }

  /// What is being done while it runs. A step may come again: projects are taken one by one.
  public enum Step: String, Sendable, CaseIterable {
    /// What lies on the stick is looked at, and its signatures are checked.
    case looking
    /// Sealed files are copied from the stick.
    case copying
    /// They are opened, checked and stored.
    case opening
    /// What goes out is sealed.
    case sealing
    /// Files are written to the stick, each read back and compared.
    case writing
    /// The stick brings everything to its memory.
    case settling
  }

  /// What is known of one step.
  public struct Count: Sendable, Equatable {
    public var step: Step
    /// Finished files, and those that are known to come.
    public var files: Int
    public var ofFiles: Int
    /// Bytes so far, and those that are known to come.
    public var bytes: Int64
    public var ofBytes: Int64

    /// A step's numbers.
    public init(step: Step, files: Int, ofFiles: Int, bytes: Int64, ofBytes: Int64) {
      self.step = step
      self.files = files
      self.ofFiles = ofFiles
      self.bytes = bytes
      self.ofBytes = ofBytes
    }
  }

  /// Why it broke off.
  public struct Trouble: Sendable, Equatable {
    /// What the page tells apart.
    public enum Kind: String, Sendable {
      case vanished
      case full
      case readOnly = "read-only"
      case other
    }

    public var kind: Kind
    /// What happened, in one line.
    public var line: String

    /// A trouble.
    public init(_ kind: Kind, _ line: String) {
      self.kind = kind
      self.line = line
    }
  }

  /// An order of the lab that was taken in.
  public struct Order: Sendable, Equatable {
    /// Its name: "message", "freeze", …
    public var name: String
    /// What the lab writes with it.
    public var text: String
    /// What came of it in this room, a line each.
    public var consequences: [String]

    /// An order.
    public init(name: String, text: String, consequences: [String]) {
      self.name = name
      self.text = text
      self.consequences = consequences
    }
  }

  /// What came of one project.
  public struct Channel: Sendable, Equatable {
    public var project: ID
    public var codename: String?
    /// Numbers of what was taken in, and the tasks that came with it.
    public var imported: [Int64] = []
    public var tasks = 0
    /// What the lab ordered, or wrote.
    public var orders: [Order] = []
    /// The stick is older than what the room has.
    public var older = false
    /// The stick was pulled out at the lab before it was whole.
    public var unfinished = false
    /// Codes of what was refused.
    public var alarms: [String] = []
    /// The archive that went out, its log entries, and what they hold.
    public var archive: Int64?
    public var leaves: Int64 = 0
    public var acts = ActCounts()
    /// The lab has everything up to this archive, 0 for none.
    public var receipted: Int64 = 0
    /// The room was restored, and the lab has not accepted that yet.
    public var awaitsAcceptance = false

    /// A project before anything came of it.
    public init(project: ID, codename: String?) {
      self.project = project
      self.codename = codename
    }
  }

  public var phase = Phase.running
  /// The stick's name.
  public var stick: String
  public var direction: StickDirection
  /// Every step so far in the order in which it was first taken; the last taken is `step`.
  public var counts: [Count] = []
  public var step = Step.looking
  public var channels: [Channel] = []
  /// Folders of other rooms and projects on the stick.
  public var others = 0
  public var trouble: Trouble?

  /// An exchange that begins.
  public init(stick: String, direction: StickDirection) {
    self.stick = stick
    self.direction = direction
  }

  /// Takes in how far a step is.
  public mutating func note(_ count: Count) {
    step = count.step
    if let place = counts.firstIndex(where: { $0.step == count.step }) {
      counts[place] = count
    } else {
      counts.append(count)
    }
  }
}
