import CLinux
import Glibc

/// The wall around the workbench: what this process keeps for itself, once and for good.
///
/// Each layer is of the kernel's making and binds every thread that is started later, so it must be
/// closed while there is one. What must go on showing the host (`InterfaceWatch`, `SwapWatch`) is
/// opened before: a file opened inside shows the empty namespace, or can't be opened at all.
public enum Wall {
  /// What is left to work with.
  public struct Inside: Sendable {
    /// The only socket that this process will ever have.
    public let listener: Listener
    /// The browser, waiting to be started.
    public let browser: RoomBrowser?
    /// What holds.
    public let layers: WallLayers
  }

  /// Closes the wall. Throws `WallFailure` where seccomp is missing, or where a layer that the
  /// machine has can't be closed; the process is then in between and should end.
  public static func enter(_ plan: WallPlan) throws(WallFailure) -> Inside {
    var layers = WallLayers.survey()
    guard layers.hasSeccomp else { throw WallFailure("seccomp", code: ENOSYS) }
    try OwnProcess.leaveNoCore()
    if plan.browser == nil { layers.namespace = .unused }
    if layers.namespace == .held { try OwnNamespace.enter() }
    let listener = try Listener()
    let browser = try start(plan, layers)
    try OwnProcess.dropCapabilities()
    // Not earlier: the files of /proc that map users belong to root once a process is hidden.
    try OwnProcess.hide()
    try OwnProcess.gainNothing()
    if layers.landlock > 0 { try Landlock.restrict(to: plan.rules, deniesTCP: true) }
    try closeCalls(but: listener)
    return Inside(listener: listener, browser: browser, layers: layers)
  }

  /// Where there is no namespace a browser's own sandbox may need a helper that gains rights, and
  /// that is worth more than our filter.
  private static func start(
    _ plan: WallPlan, _ layers: WallLayers
  ) throws(WallFailure) -> RoomBrowser? {
    guard let program = plan.browser, let run = plan.run else { return nil }
    return try RoomBrowser(program, run: run, isWalled: layers.namespace == .held)
  }

  private static func closeCalls(but listener: Listener) throws(WallFailure) {
    var filter = SyscallFilter()
    unsafe filter.forbid(airlock_calls_of_the_world())
    unsafe filter.forbid(airlock_calls_of_the_kernel())
    filter.allowListening(on: listener.descriptor)
    filter.allowOnlyThreads()
    try filter.install()
  }
}
