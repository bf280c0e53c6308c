import CLinux
import Glibc

/// What the browser is held to beyond its own sandbox: the largest program in the room, and it
/// shows content that strangers wrote.
///
/// It may read the system's programs and write the run's folder. It sees neither the room's home
/// nor a stick, and whatever it would keep (a saved page, a cache, a dictionary) can't reach a disk.
enum BrowserWall {
  static func close(_ program: BrowserProgram, run: RunFolder) throws(WallFailure) {
    try OwnProcess.gainNothing()
    if Landlock.version > 0 {
      // Graphics drivers are spoken to by ioctl.
      try Landlock.restrict(
        to: rules(program, run), deniesTCP: false, leaving: .controlDevice)
    }
    if SyscallFilter.isAvailable {
      var filter = SyscallFilter()
      unsafe filter.forbid(airlock_calls_of_the_kernel())
      // Some families pass a network namespace by: a virtual machine's way to its host, radio.
      filter.allowSockets(of: [AF_UNIX, AF_INET, AF_INET6, AF_NETLINK])
      try filter.install()
    }
  }

  private static func rules(_ program: BrowserProgram, _ run: RunFolder) -> [Landlock.Rule] {
    let system = [
      "/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/opt", "/etc", "/sys",
      "/var/cache/fontconfig", "/var/lib/dbus", "/run/systemd/resolve", "/nix/store",
    ]
    var rules = system.map { Landlock.Rule(path: $0, rights: .readAndRun) }
    rules.append(Landlock.Rule(path: program.folder, rights: .readAndRun))
    // Processes of its own are told things through /proc; devices are opened, never made.
    rules += ["/proc", "/dev"].map { Landlock.Rule(path: $0, rights: [.read, .writeFile]) }
    rules.append(
      Landlock.Rule(
        path: "/dev/shm", rights: [.read, .writeFile, .removeFile, .makeFile, .truncate]))
    if let authority = BrowserSetting.displayAuthority {
      rules.append(Landlock.Rule(path: authority, rights: .read))
    }
    rules.append(
      Landlock.Rule(
        path: run.path, rights: [.scratch, .execute], isRequired: true))
    return rules
  }
}
