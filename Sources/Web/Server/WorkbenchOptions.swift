import Glibc

/// How a workbench server behaves; the defaults are what a room uses.
public struct WorkbenchOptions: Sendable {
  /// Port on 127.0.0.1; 0 lets the system choose one.
  public var port: Int = 0
  /// A socket that is bound to 127.0.0.1 and listens already, in place of `port`; the server
  /// closes it.
  public var listener: Int32?
  /// The browser that alone may see the pages; nil lets any browser see the sign-in page.
  public var entry: BrowserEntry?
  /// Milliseconds without a sign of a person after which they are signed out. Drafts stay.
  public var idleLimit: Int64 = 15 * 60_000
  /// Milliseconds of a clock that never jumps; a test drives its own.
  public var monotonic: @Sendable () -> Int64 = {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// How long a client may take; only a test shortens it.
  var deadlines = Deadlines()

  /// The defaults.
  public init() {}
}
