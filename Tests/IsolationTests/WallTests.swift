import Foundation
import Isolation
import Testing

/// The wall from inside: a process that entered it tries what it forbids.
@Suite struct WallTests {
  /// Users that a test can be: this one, and an ordinary one where this one is root.
  static let users: [UInt32?] = WallProbe.isRoot ? [nil, 65_534] : [nil]

  static let refused = "\(EPERM)"

  @Test("No socket, no connection, no other program, no look into others", arguments: users)
  func calls(user: UInt32?) throws {
    let probe = try WallProbe(as: user)
    let forbidden = [
      "socket-inet", "socket-inet6", "socket-unix", "socket-netlink", "socket-packet",
      "socket-vsock", "connect", "bind", "listen-elsewhere", "socketpair", "execve", "spawn",
      "io_uring_setup", "open_tree", "pidfd_getfd",
    ]
    for name in forbidden { #expect(probe[name] == Self.refused, "\(name)") }
    // A C library goes back to clone(2) for this answer alone.
    #expect(probe["clone3"] == "\(ENOSYS)")
    #if arch(x86_64)
      for name in [
        "ptrace", "unshare", "setns", "bpf", "process_vm_readv", "fork", "vfork-by-clone",
        "x32-getpid",
      ] {
        #expect(probe[name] == Self.refused, "\(name)")
      }
    #endif
  }

  @Test("What the workbench does goes on working", arguments: users)
  func work(user: UInt32?) throws {
    let probe = try WallProbe(as: user)
    for name in [
      "write-home", "rename-home", "remove-home", "folder-home", "read-itself", "read-interfaces",
      "read-thread",
      "thread", "listen-again",
    ] {
      #expect(probe[name] == "ok", "\(name)")
    }
    #expect(probe["core"] == "0")
  }

  @Test("Only the home can be opened", .enabled(if: Self.hasLandlock), arguments: users)
  func files(user: UInt32?) throws {
    let probe = try WallProbe(as: user)
    for name in [
      "read-passwd", "read-parents-environ", "read-parents-mem", "read-parents-maps",
      "write-tmp", "write-beside", "leave-home", "symlink",
      "truncate-out",
    ] {
      #expect(probe[name] == "\(EACCES)", "\(name)")
    }
    #expect(["\(EACCES)", "\(EXDEV)"].contains(probe["link-out"]))
    let secret = try Data(contentsOf: probe.folder.appending(path: "secret"))
    #expect(secret == Data("a secret".utf8))
  }

  @Test("Another program of the same user can't look into it", arguments: users)
  func hidden(user: UInt32?) throws {
    let probe = try WallProbe(as: user)
    let identifier = probe.process.processIdentifier
    // Root's may; that is said where the workbench opens.
    guard let user = user ?? (WallProbe.isRoot ? nil : geteuid()) else { return }
    for file in ["mem", "environ", "maps", "fd/0"] {
      let outcome = try Run.asUser(user, "cat", "/proc/\(identifier)/\(file)")
      #expect(outcome.status != 0, "\(file)")
    }
  }

  static let hasLandlock: Bool = {
    let layers = (try? WallProbe())?["layers"]
    let has = layers.map { !$0.contains("landlock: 0") } ?? false
    if !has { print("skipped: this kernel has no Landlock") }
    return has
  }()
}
