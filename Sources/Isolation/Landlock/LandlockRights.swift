/// What Landlock tells apart (the kernel's `LANDLOCK_ACCESS_FS_…`), as bits that never change.
struct LandlockRights: OptionSet {
  let rawValue: UInt64

  static let execute = Self(rawValue: 1 << 0)
  static let writeFile = Self(rawValue: 1 << 1)
  static let readFile = Self(rawValue: 1 << 2)
  static let readFolder = Self(rawValue: 1 << 3)
  static let removeFolder = Self(rawValue: 1 << 4)
  static let removeFile = Self(rawValue: 1 << 5)
  static let makeFolder = Self(rawValue: 1 << 7)
  static let makeFile = Self(rawValue: 1 << 8)
  static let makeSocket = Self(rawValue: 1 << 9)
  static let makePipe = Self(rawValue: 1 << 10)
  static let makeLink = Self(rawValue: 1 << 12)
  /// To link or rename from one folder into another; from version 2.
  static let moveAcross = Self(rawValue: 1 << 13)
  /// From version 3.
  static let truncate = Self(rawValue: 1 << 14)
  /// `ioctl` on devices; from version 5.
  static let controlDevice = Self(rawValue: 1 << 15)

  static let read: Self = [.readFile, .readFolder]
  static let readAndRun: Self = [.read, .execute]
  /// Ordinary files and folders in every way, but nothing that runs and no special file.
  static let keep: Self = [
    .read, .writeFile, .removeFolder, .removeFile, .makeFolder, .makeFile, .moveAcross, .truncate,
  ]
  /// What a program does in a temporary folder of its own.
  static let scratch: Self = [.keep, .makeSocket, .makePipe, .makeLink]
  /// What makes sense for something that is no folder.
  static let ofFiles: Self = [.execute, .writeFile, .readFile, .truncate, .controlDevice]

  /// Every right that a kernel with this version of Landlock can hold a process to.
  static func known(to version: Int) -> Self {
    switch version {
    case ..<1: []
    case 1: Self(rawValue: (1 << 13) - 1)
    case 2: Self(rawValue: (1 << 14) - 1)
    case 3, 4: Self(rawValue: (1 << 15) - 1)
    default: Self(rawValue: (1 << 16) - 1)
    }
  }
}
