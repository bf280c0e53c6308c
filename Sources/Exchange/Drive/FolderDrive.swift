import CDrive
public import Cryptography
import Glibc
import Vocabulary

/// A folder of the machine, such as a mounted stick.
///
/// The folder is opened once, and everything else is found from there name by name, without
/// following links: a link on a stick can't lead into the machine, and after an unmount nothing
/// is written into the folder beneath.
public final class FolderDrive: Drive {
  /// The folder as the person named it.
  public let path: String
  let base: Descriptor

  /// Opens a folder. Throws `DriveFault`: absent, notAFolder where it is a file, denied.
  public init(_ path: String) throws(DriveFault) {
    let number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw DriveFault(number: errno, path) }
    self.path = path
    base = Descriptor(number)
  }

  public func list(_ folder: String) throws -> [DriveEntry] {
    guard let descriptor = try self.folder(folder) else {
      try checkPresence()
      return []
    }
    return try FolderListing.entries(of: descriptor, shown(folder))
  }

  public func open(_ path: String, limit: Int64) throws -> (any ByteSource)? {
    guard let descriptor = try file(path) else {
      try checkPresence()
      return nil
    }
    let refusal = Refusal("size", "\(path): more than \(limit) bytes")
    guard try descriptor.status().st_size <= limit else { throw refusal }
    return LimitedSource(
      DescriptorSource(descriptor, shown(path)), limit: limit, refusal: refusal)
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
    let status = try fileSystem()
    // Some file systems that run as programs don't say how large they are.
    guard status.f_blocks > 0 else { return nil }
    return Int64(clamping: status.f_bavail) * Int64(clamping: status.f_frsize)
  }

  public var label: String { path }

  public var allocationUnit: Int64 {
    get throws { max(1, Int64(clamping: try fileSystem().f_frsize)) }
  }

  public var isReadOnly: Bool {
    get throws { try fileSystem().f_flag & UInt(ST_RDONLY) != 0 }
  }

  /// Each file and folder was synced before; what is left is what FAT keeps beside them, such as
  /// the table of free clusters.
  public func settle() throws {
    guard syncfs(base.number) == 0 else { throw DriveFault(number: errno, path) }
  }

  private func fileSystem() throws(DriveFault) -> statvfs {
    var status = statvfs()
    guard unsafe fstatvfs(base.number, &status) == 0 else { throw DriveFault(number: errno, path) }
    return status
  }

  /// A place as a person knows it.
  func shown(_ place: String) -> String { place.isEmpty ? path : "\(path)/\(place)" }

  /// Tells a missing file from a missing stick: a removed folder has no links left.
  private func checkPresence() throws(DriveFault) {
    guard let status = try? base.status(), status.st_nlink > 0 else {
      throw DriveFault(.vanished, path)
    }
  }
}
