import Glibc

/// Looks whether memory can reach a disk: as swap, or whole when the machine hibernates into it.
public final class SwapWatch: Sendable {
  private let file: OpenFile?

  /// A watch of the machine whose `/proc` stands under `root`; opened once, so that it can be read
  /// behind the wall.
  public init(root: String = "/") {
    file = try? OpenFile((root.hasSuffix("/") ? root : root + "/") + "proc/swaps", flags: O_RDONLY)
  }

  /// The files and devices that memory is written to now; none where swap is off, or the kernel
  /// has none. Compressed memory (zram) is no disk and doesn't count.
  public func places() -> [String] {
    guard let text = try? file?.text() else { return [] }
    return text.split(separator: "\n").dropFirst()
      .compactMap { $0.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map(String.init) }
      .filter { !$0.hasPrefix("/dev/zram") }
  }
}
