import Glibc

/// Waits for SIGINT or SIGTERM without a handler.
struct EndSignals {
  private var set = sigset_t()

  init() {
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGINT)
    unsafe sigaddset(&set, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether one of them came within the time.
  func arrived(withinMilliseconds milliseconds: Int) -> Bool {
    var set = set
    var time = timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000)
    return unsafe sigtimedwait(&set, nil, &time) > 0
  }
}
