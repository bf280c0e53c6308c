import Glibc

/// System calls by number, for those that Swift has no name for.
enum RawCall {
  private typealias Function = @convention(c) (Int, Int, Int, Int, Int, Int, Int) -> Int

  /// The number of this thread.
  static var thread: Int {
    #if arch(x86_64)
      make(186)
    #else
      make(178)
    #endif
  }

  /// The result, -1 with `errno` for a refusal. The other arguments are zero.
  static func make(_ number: Int, _ first: Int = 0) -> Int {
    guard let symbol = unsafe dlsym(nil, "syscall") else {
      errno = ENOSYS
      return -1
    }
    let call = unsafe unsafeBitCast(symbol, to: Function.self)
    return call(number, first, 0, 0, 0, 0, 0)
  }
}
