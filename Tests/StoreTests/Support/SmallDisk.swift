import Glibc

@testable import Store

/// A real disk of a few pages that can be made full or read-only: a tmpfs that one thread alone
/// sees. Needs root, as in the CI's containers; elsewhere tests that want it are skipped.
enum SmallDisk {
  static let isAvailable = geteuid() == 0

  fileprivate final class Work {
    let folder: String
    let bytes: Int
    let body: (String) throws -> Void
    var failure: (any Error)?

    init(_ folder: String, _ bytes: Int, _ body: @escaping (String) throws -> Void) {
      self.folder = folder
      self.bytes = bytes
      self.body = body
    }
  }

  /// Runs `body` on a thread for which `folder` is a disk of so many bytes.
  static func run(
    at folder: String, bytes: Int, _ body: @escaping (String) throws -> Void
  ) throws {
    let work = Work(folder, bytes, body)
    var thread = pthread_t()
    let created = unsafe pthread_create(
      &thread, nil, runSmallDiskWork, Unmanaged.passUnretained(work).toOpaque())
    guard created == 0 else { throw POSIXFailure() }
    pthread_join(thread, nil)
    if let failure = work.failure { throw failure }
  }

  /// Lets nothing be written any more.
  static func makeReadOnly(_ folder: String) throws {
    guard unsafe mount(nil, folder, nil, UInt(MS_REMOUNT | MS_RDONLY), nil) == 0
    else { throw POSIXFailure() }
  }

  fileprivate static func mountDisk(at folder: String, bytes: Int) throws {
    // Glibc's module has no unshare(2).
    typealias Unshare = @convention(c) (CInt) -> CInt
    let newMounts: CInt = 0x20000
    guard let symbol = unsafe dlsym(nil, "unshare"),
      unsafe unsafeBitCast(symbol, to: Unshare.self)(newMounts) == 0,
      unsafe mount(nil, "/", nil, UInt(MS_REC | MS_PRIVATE), nil) == 0,
      unsafe mount("tmpfs", folder, "tmpfs", 0, "size=\(bytes)") == 0
    else { throw POSIXFailure() }
  }
}

private func runSmallDiskWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument = unsafe argument else { return nil }
  let work = unsafe Unmanaged<SmallDisk.Work>.fromOpaque(argument).takeUnretainedValue()
  do {
    try SmallDisk.mountDisk(at: work.folder, bytes: work.bytes)
    try work.body(work.folder)
  } catch {
    work.failure = error
  }
  return nil
}
