import CLinux

/// One instruction of the classic BPF machine that seccomp filters run on.
enum FilterInstruction {
  /// A word of the kernel's `struct seccomp_data`, by its place.
  enum Word: UInt32 {
    case number = 0
    case architecture = 4
    /// The lower half, on machines of either kind that the filters are written for.
    case firstArgument = 16
  }

  /// How a call ends (`SECCOMP_RET_…`).
  enum Answer {
    case allow
    case error(Int32)
    case kill

    var encoded: UInt32 {
      switch self {
      case .allow: 0x7fff_0000
      case .error(let code): 0x0005_0000 | UInt32(code)
      case .kill: 0x8000_0000
      }
    }
  }

  case load(Word)
  /// Skips so many instructions where the loaded word is the value, else the second number.
  case skipIfEqual(UInt32, UInt8, UInt8)
  case skipIfAtLeast(UInt32, UInt8, UInt8)
  case skipIfBits(UInt32, UInt8, UInt8)
  case answer(Answer)

  var encoded: sock_filter {
    switch self {
    case .load(let word): sock_filter(code: 0x20, jt: 0, jf: 0, k: word.rawValue)
    case .skipIfEqual(let value, let yes, let no):
      sock_filter(code: 0x15, jt: yes, jf: no, k: value)
    case .skipIfAtLeast(let value, let yes, let no):
      sock_filter(code: 0x35, jt: yes, jf: no, k: value)
    case .skipIfBits(let value, let yes, let no): sock_filter(code: 0x45, jt: yes, jf: no, k: value)
    case .answer(let answer): sock_filter(code: 0x06, jt: 0, jf: 0, k: answer.encoded)
    }
  }
}
