import Glibc

/// What somebody who had taken over the server would try.
struct Attempts {
  let home: String
  let listener: Int32

  func all() {
    sockets()
    programs()
    calls()
    files()
    work()
  }

  private func sockets() {
    let families = [
      ("inet", AF_INET), ("inet6", AF_INET6), ("unix", AF_UNIX), ("netlink", AF_NETLINK),
      ("packet", AF_PACKET), ("vsock", 40),
    ]
    for (name, family) in families {
      Self.tell("socket-\(name)", socket(family, Int32(SOCK_STREAM.rawValue), 0))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(53).bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    unsafe withUnsafePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        Self.tell("connect", unsafe connect(listener, address, size))
        Self.tell("bind", unsafe bind(listener, address, size))
      }
    }
    Self.tell("listen-again", listen(listener, 8))
    Self.tell("listen-elsewhere", listen(0, 8))
    var pair: [Int32] = [0, 0]
    Self.tell("socketpair", unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair))
  }

  private func programs() {
    let argv: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("true"), nil]
    // Where it worked there would be no next line.
    Self.tell("execve", unsafe execve("/bin/true", argv, argv))
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, "/bin/true", nil, nil, argv, argv)
    Probe.say("spawn \(code == 0 ? "ok" : "\(code)")")
    Self.tell("kill-init-0", kill(1, 0))
  }

  /// Calls by their numbers, which are the same on x86-64 and arm64 from 424 on.
  private func calls() {
    Self.tell("io_uring_setup", RawCall.make(425))
    Self.tell("open_tree", RawCall.make(428))
    Self.tell("pidfd_getfd", RawCall.make(438))
    Self.tell("clone3", RawCall.make(435))
    #if arch(x86_64)
      Self.tell("ptrace", RawCall.make(101))
      Self.tell("unshare", RawCall.make(272, 0x1000_0000))
      Self.tell("setns", RawCall.make(308))
      Self.tell("bpf", RawCall.make(321))
      Self.tell("process_vm_readv", RawCall.make(310))
      Self.tell("fork", RawCall.make(57))
      Self.tell("vfork-by-clone", RawCall.make(56, 17))
      Self.tell("x32-getpid", RawCall.make(0x4000_0000 + 39))
    #endif
  }

  private func files() {
    Self.tell("read-passwd", unsafe open("/etc/passwd", O_RDONLY))
    // The parent is a process of the same user: the test.
    for name in ["environ", "mem", "maps"] {
      Self.tell("read-parents-\(name)", unsafe open("/proc/\(getppid())/\(name)", O_RDONLY))
    }
    Self.tell("write-tmp", unsafe open("/tmp/airlock-probe-\(getpid())", O_RDWR | O_CREAT, 0o600))
    Self.tell("write-beside", unsafe open("\(home)-beside", O_RDWR | O_CREAT, 0o600))
    Self.tell("leave-home", unsafe open("\(home)/../secret", O_RDONLY))
    Self.tell("link-out", unsafe link("\(home)/../secret", "\(home)/linked"))
    Self.tell("make-fifo", unsafe mkfifo("\(home)/fifo", 0o600))
    Self.tell("symlink", unsafe symlink("/etc/passwd", "\(home)/symlinked"))
    Self.tell("truncate-out", unsafe truncate("\(home)/../secret", 0))
  }

  /// What must go on working.
  private func work() {
    Self.tell("write-home", unsafe open("\(home)/file", O_RDWR | O_CREAT, 0o600))
    Self.tell("rename-home", unsafe rename("\(home)/file", "\(home)/renamed"))
    Self.tell("remove-home", unsafe unlink("\(home)/renamed"))
    Self.tell("folder-home", unsafe mkdir("\(home)/folder", 0o700))
    Self.tell("read-itself", unsafe open("/proc/self/exe", O_RDONLY))
    Self.tell("read-interfaces", unsafe open("/sys/class/net", O_RDONLY))
    // Dispatch looks there how its threads do, by their numbers, and crashes where it can't.
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { _ in
        Attempts.tell("read-thread", unsafe open("/proc/\(RawCall.thread)/stat", O_RDONLY))
        return nil
      }, nil)
    Probe.say("thread \(code == 0 ? "ok" : "\(code)")")
    if code == 0 { pthread_join(thread, nil) }
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    Probe.say("core \(limit.rlim_max)")
  }

  private static func tell(_ name: String, _ result: some BinaryInteger) {
    let code = errno
    Probe.say("\(name) \(result >= 0 ? "ok" : "\(code)")")
  }
}
