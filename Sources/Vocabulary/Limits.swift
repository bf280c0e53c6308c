/// Every bound on untrusted input, in one place (formats.md, section 9).
public enum Limits {
  /// Largest integer that a member of our formats may hold: 2^53 − 1.
  public static let maxInteger: Int64 = 9_007_199_254_740_991
  /// Deepest nesting of JSON; the outermost value is 1.
  public static let jsonDepth = 64

  /// TUF metadata other than root, in bytes.
  public static let metadata: Int64 = 5 << 20
  /// A TUF root document, in bytes.
  public static let root: Int64 = 512 << 10
  /// How many newer roots one sync may walk through.
  public static let rootsPerSync: Int64 = 1_024

  /// An age header, in bytes.
  public static let ageHeader = 64 << 10
  /// Recipient stanzas of an age file on a stick.
  public static let ageStanzas = 16
  /// A signed note, in bytes, and its signatures.
  public static let note: Int64 = 16 << 10
  public static let noteSignatures = 16

  /// manifest.json and order.json, in bytes.
  public static let manifest: Int64 = 64 << 20
  public static let order: Int64 = 1 << 20
  /// Entries of a bundle or an archive.
  public static let entries = 1_000_000
  /// Length of an entry's path in bytes, and how many folders deep it may lie.
  public static let path = 100
  public static let pathDepth = 8
  /// A tar, a sealed file, and the sum of all declared sizes, in bytes.
  public static let sealed: Int64 = 2_147_483_647
  /// The window of a zstd frame, in bytes (RFC 8878).
  public static let window: Int64 = 8 << 20

  /// A record of tasks.jsonl and the body of an act, in bytes.
  public static let record = 8 << 20
  /// A leaf of a log, in bytes.
  public static let leaf = 64 << 10
  /// Tasks of one bundle.
  public static let tasksPerBundle = 100_000
  /// Practice tasks of one bundle, and the bytes of practice.jsonl.
  public static let practiceTasks = 1_000
  public static let practice: Int64 = 64 << 20
  /// An image, in bytes.
  public static let asset: Int64 = 64 << 20
  /// project.json and guidelines.md, in bytes.
  public static let schema: Int64 = 1 << 20
  public static let guidelines: Int64 = 8 << 20
}
