import Cryptography
import Glibc
public import Vocabulary

extension Context {
  /// The machine's clock and the kernel's generator (getrandom, through libsodium): what the executables run with.
  public static let system = Context(now: { systemTime() }, random: { SystemRandom.bytes($0) })
}

/// Milliseconds since 1970 UTC. A clock that can't be read counts as 1970: no side trusts it.
private func systemTime() -> Int64 {
  var time = timespec()
  guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
  return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}
