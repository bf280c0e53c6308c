import CLinux
import Glibc

/// A seccomp filter: which system calls this process, and what it starts, may still make.
///
/// A list of what is forbidden, since what a runtime, a C library and a kernel need of each other
/// changes with their versions; what is forbidden answers EPERM, so that a program says what it
/// couldn't do. A call of another architecture ends the process: its numbers mean other calls.
struct SyscallFilter {
  private(set) var program: [sock_filter] = []

  /// Whether the kernel has such filters and this architecture is known.
  static var isAvailable: Bool {
    airlock_architecture != 0 && airlock_seccomp_available() == 0
  }

  /// A filter that lets everything through but foreign calls.
  init() {
    add(.load(.architecture))
    add(.skipIfEqual(airlock_architecture, 1, 0))
    add(.answer(.kill))
    add(.load(.number))
    guard airlock_foreign_calls != 0 else { return }
    add(.skipIfAtLeast(airlock_foreign_calls, 0, 1))
    add(.answer(.error(EPERM)))
  }

  /// Forbids the calls of a list that ends with -1.
  mutating func forbid(_ calls: UnsafePointer<Int32>?) {
    guard var next = unsafe calls else { return }
    while unsafe next.pointee >= 0 {
      unsafe forbid(next.pointee, EPERM)
      unsafe next += 1
    }
  }

  /// Lets a process start threads, but no other process.
  mutating func allowOnlyThreads() {
    // The newer call hides its flags behind a pointer, where a filter can't look. C libraries go
    // back to the older one when the kernel doesn't know it.
    forbid(airlock_call_clone3, ENOSYS)
    add(.skipIfEqual(UInt32(airlock_call_clone), 0, 4))
    add(.load(.firstArgument))
    add(.skipIfBits(airlock_thread_flag, 1, 0))
    add(.answer(.error(EPERM)))
    add(.load(.number))
  }

  /// Lets a process make sockets of these families only (`AF_…`).
  mutating func allowSockets(of families: [Int32]) {
    allow(airlock_call_socket, only: families)
  }

  /// Lets a process listen on this socket only. Servers say so again to one that listens already.
  mutating func allowListening(on descriptor: Int32) {
    allow(airlock_call_listen, only: [descriptor])
  }

  /// Puts the filter in force, for good.
  consuming func install() throws(WallFailure) {
    guard Self.isAvailable else { throw WallFailure("seccomp", code: ENOSYS) }
    add(.answer(.allow))
    let result = unsafe program.withUnsafeBufferPointer { program in
      unsafe airlock_seccomp_install(program.baseAddress, UInt16(program.count))
    }
    guard result == 0 else { throw WallFailure("seccomp") }
  }

  /// Forbids a call unless its first argument is one of these.
  private mutating func allow(_ call: Int32, only values: [Int32]) {
    add(.skipIfEqual(UInt32(call), 0, UInt8(values.count + 3)))
    add(.load(.firstArgument))
    for (index, value) in values.enumerated() {
      add(.skipIfEqual(UInt32(value), UInt8(values.count - index), 0))
    }
    add(.answer(.error(EPERM)))
    add(.load(.number))
  }

  private mutating func forbid(_ call: Int32, _ code: Int32) {
    add(.skipIfEqual(UInt32(call), 0, 1))
    add(.answer(.error(code)))
  }

  private mutating func add(_ instruction: FilterInstruction) {
    program.append(instruction.encoded)
  }
}
