import GRDBSQLite
import Synchronization

@testable import Store

/// A disk that remembers every change and can fail: a VFS of SQLite under the page VFS.
///
/// Each test has its own, so that tests run beside each other.
final class FaultyDisk: Sendable {
  enum Change: Sendable {
    case write(offset: Int64, bytes: [UInt8])
    case truncate(Int64)
    case sync, create, delete
  }
  struct Operation: Sendable {
    let file: String
    let change: Change
  }
  enum Fault: CaseIterable, Sendable {
    case error, full, shortWrite
  }

  private struct State {
    var operations: [Operation] = []
    var names: [String] = []
    var calls = 0
    var failFrom = Int.max
    var failsOn = false
    var fault = Fault.error
  }
  private let state = Mutex(State())
  private static let count = Atomic(0)

  /// The name of a page VFS over this disk.
  let vfs: String

  /// Registers the disk; it stays for as long as the process lives, as SQLite wants it.
  init() throws {
    let number = Self.count.add(1, ordering: .relaxed).newValue
    vfs = "airlock-faulty-\(number)"
    guard unsafe PageVFS.registered != nil, let base = unsafe sqlite3_vfs_find("unix-excl"),
      let disk = unsafe FaultyVFS.register("faulty-\(number)", over: base, disk: self),
      unsafe PageVFS.register(vfs, over: disk) != nil
    else { throw POSIXFailure() }
  }

  /// What happened so far, in order.
  var operations: [Operation] { state.withLock { $0.operations } }
  /// How often SQLite asked the disk for something that can fail.
  var calls: Int { state.withLock { $0.calls } }

  /// Lets the call of this number from now fail, and with `goingOn` all that follow.
  func fail(after calls: Int, _ fault: Fault, goingOn: Bool) {
    state.withLock { state in
      state.failFrom = state.calls + calls
      state.failsOn = goingOn
      state.fault = fault
    }
  }

  /// Works again.
  func heal() { state.withLock { $0.failFrom = .max } }

  // MARK: For the VFS

  func number(of name: String) -> CInt {
    state.withLock { state in
      if let known = state.names.firstIndex(of: name) { return CInt(known) }
      state.names.append(name)
      return CInt(state.names.count - 1)
    }
  }

  func note(_ change: Change, file: CInt) {
    state.withLock { state in
      state.operations.append(Operation(file: state.names[Int(file)], change: change))
    }
  }

  /// The fault that this call shall have.
  func fault() -> Fault? {
    state.withLock { state in
      state.calls += 1
      let hit =
        state.calls == state.failFrom || state.failsOn && state.calls > state.failFrom
      return hit ? state.fault : nil
    }
  }
}
