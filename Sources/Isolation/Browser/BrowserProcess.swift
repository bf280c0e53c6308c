import CLinux
import Glibc

/// The forked process on its way to becoming the browser. One thread, and nobody to throw to: what
/// fails ends it with a status that says which step it was.
struct BrowserProcess {
  /// Statuses of a process that never became the browser.
  static let wallFailed: Int32 = 125
  static let notExecuted: Int32 = 126

  let program: BrowserProgram
  let run: RunFolder
  let isWalled: Bool
  /// One byte comes here when it is time; its end means that it never will be.
  let order: Int32

  func become(under parent: pid_t) -> Never {
    run.forgetLock()
    setsid()
    guard airlock_die_with_parent() == 0, getppid() == parent else { _exit(0) }
    forgetSignals()
    redirect()
    do throws(WallFailure) {
      if isWalled { try BrowserWall.close(program, run: run) }
    } catch {
      _exit(Self.wallFailed)
    }
    guard isTold() else { _exit(0) }
    execute()
  }

  /// Signals that this program ignores or waits for itself must reach the browser.
  private func forgetSignals() {
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigprocmask(SIG_SETMASK, &none, nil)
    _ = signal(SIGPIPE, SIG_DFL)
  }

  /// Nothing of what a browser prints may reach a terminal or a log on a disk.
  private func redirect() {
    _ = unsafe chdir(run.path)
    let nothing = unsafe open("/dev/null", O_RDWR)
    let log = unsafe open(run.path + "/\(Self.log)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    for (from, to) in [(nothing, STDIN_FILENO), (log, STDOUT_FILENO), (log, STDERR_FILENO)]
    where from >= 0 {
      dup2(from, to)
    }
  }

  static let log = "browser.log"

  private func isTold() -> Bool {
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(order, &byte, 1)
      if count < 0, errno == EINTR { continue }
      return count == 1
    }
  }

  private func execute() -> Never {
    let arguments = [program.path] + BrowserSetting.arguments(run: run, isWalled: isWalled)
    var argv = unsafe arguments.map { unsafe strdup($0) } + [nil]
    var environment = unsafe BrowserSetting.environment(run: run).map { unsafe strdup($0) } + [nil]
    unsafe execve(program.path, &argv, &environment)
    _exit(Self.notExecuted)
  }
}
