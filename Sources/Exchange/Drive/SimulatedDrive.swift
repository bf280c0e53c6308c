public import Cryptography
import Synchronization
import Vocabulary

/// A stick in memory that fails when a test wants it to.
///
/// It tells what is written from what would survive a power cut: bytes survive once synced, names
/// once their folder is. Its steps are those of `SafeWrite`, which a real folder takes too.
public final class SimulatedDrive: Drive {
  private let state: Mutex<SimulatedDisk>
  private let pieceLimit: Int

  /// A stick that holds `files` by their paths; no read gives more than `pieceLimit` bytes.
  public init(files: [String: [UInt8]] = [:], pieceLimit: Int = .max) {
    state = Mutex(SimulatedDisk(files: files))
    self.pieceLimit = pieceLimit
  }

  /// What the stick holds, by path. After an accident: what survived.
  public var files: [String: [UInt8]] { state.withLock { $0.files } }

  /// How many steps that change something were taken so far: folders and files made, pieces
  /// written, syncs, renames, removals.
  public var steps: Int { state.withLock { $0.steps } }

  /// Lets `accident` happen from now on. The steps of `Accident` count from here.
  public func arm(_ accident: Accident) { state.withLock { $0.arm(accident) } }

  /// Puts the stick in again: what survived is there, and nothing fails any more.
  public func plugIn() { state.withLock { $0.plugIn() } }

  public func list(_ folder: String) throws -> [DriveEntry] {
    try state.withLock { disk throws(DriveFault) in try disk.list(folder) }
  }

  public func open(_ path: String, limit: Int64) throws -> (any ByteSource)? {
    try DrivePath.check(path)
    let bytes = try state.withLock { disk throws(DriveFault) in try disk.bytes(path) }
    guard let bytes else { return nil }
    guard Int64(bytes.count) <= limit else {
      throw Refusal("size", "\(path): more than \(limit) bytes")
    }
    return MemorySource(bytes, pieceLimit: pieceLimit)
  }

  public func write(_ path: String, replace: Bool, from source: any ByteSource) throws {
    try SafeWrite(system: self).write(path, replace: replace, from: source)
  }

  public func remove(_ path: String) throws {
    guard let entry = try entry(path), entry.isRegular else { return }
    try unlink(path)
    try syncFolder(DrivePath.folder(of: path))
  }

  public func freeSpace() throws -> Int64? {
    try state.withLock { disk throws(DriveFault) in try disk.freeSpace() }
  }

  public var allocationUnit: Int64 { 1 }

  /// A write-protected one shows it only once it is written to, as many do.
  public var isReadOnly: Bool { false }

  public func settle() throws {
    try state.withLock { disk throws(DriveFault) in try disk.settle() }
  }
}

extension SimulatedDrive: FileSystem {
  func entry(_ path: String) throws -> DriveEntry? {
    try state.withLock { disk throws(DriveFault) in try disk.entry(path) }
  }

  func makeFolder(_ path: String) throws {
    try state.withLock { disk throws(DriveFault) in try disk.makeFolder(path) }
  }

  func create(_ path: String) throws -> any PartFile {
    try state.withLock { disk throws(DriveFault) in try disk.create(path) }
    return SimulatedPartFile(self, path)
  }

  func source(_ path: String) throws -> any ByteSource {
    let bytes = try state.withLock { disk throws(DriveFault) in try disk.bytes(path) }
    guard let bytes else { throw DriveFault(.absent, path) }
    return MemorySource(bytes, pieceLimit: pieceLimit)
  }

  func rename(_ path: String, to target: String) throws {
    try state.withLock { disk throws(DriveFault) in try disk.rename(path, to: target) }
  }

  func unlink(_ path: String) throws {
    try state.withLock { disk throws(DriveFault) in try disk.unlink(path) }
  }

  func syncFolder(_ path: String) throws {
    try state.withLock { disk throws(DriveFault) in try disk.syncFolder(path) }
  }

  func append(_ bytes: ArraySlice<UInt8>, to path: String) throws {
    try state.withLock { disk throws(DriveFault) in try disk.append(bytes, to: path) }
  }

  func syncFile(_ path: String) throws {
    try state.withLock { disk throws(DriveFault) in try disk.syncFile(path) }
  }
}

/// A file that is being written to a simulated stick.
final class SimulatedPartFile: PartFile {
  private let drive: SimulatedDrive
  private let path: String

  init(_ drive: SimulatedDrive, _ path: String) {
    self.drive = drive
    self.path = path
  }

  func write(_ bytes: ArraySlice<UInt8>) throws { try drive.append(bytes, to: path) }
  func sync(_ path: String) throws { try drive.syncFile(path) }
  func readBack() throws -> any ByteSource { try drive.source(path) }
}
