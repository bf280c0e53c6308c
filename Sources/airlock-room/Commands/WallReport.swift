import CommandSupport
import Isolation

/// Which layers of the wall hold, for people and for programs. What is missing is said.
struct WallReport {
  let layers: WallLayers
  /// The browser's executable; nil where there is none, or a person opens one.
  let browser: String?
  /// Whether a browser's profile lies in memory.
  let isProfileInMemory: Bool
  /// Where memory is written to a disk.
  let swap: [String]

  var report: Report {
    .members([
      "namespace": .bool(layers.namespace == .held), "landlock": .integer(Int64(layers.landlock)),
      "seccomp": .bool(layers.hasSeccomp), "hidden": true, "noCore": true,
      "root": .bool(layers.isRoot), "browser": browser.map { .text($0) } ?? .null,
      "profileInMemory": .bool(isProfileInMemory),
      "swap": .list(swap.map { .text($0) }), "notes": .list(lines.map { .text($0) }),
    ])
  }

  var lines: [String] {
    [network, files, calls, memory, browserLine, root].compactMap { $0 }
  }

  private var network: String {
    switch layers.namespace {
    case .held: "Network: shut out; server and browser have a loopback of their own and no more."
    case .unused:
      "Network: the page listens on this machine's loopback, for a browser that you start "
        + "(--no-browser); other users of the machine can reach its sign-in page."
    case .refused(let failure):
      "Network: this system refuses \(failure.step) (\(failure.reason)), so the browser is not "
        + "shut in; keep every network switched off."
    }
  }

  private var files: String {
    layers.landlock > 0
      ? "Files: only the room's home and sticks (Landlock \(layers.landlock))."
      : "Files: this kernel has no Landlock; the program could open what its user can."
  }

  private var calls: String {
    layers.hasSeccomp
      ? "System calls: no connection, no other program, no look into others (seccomp)."
      : "System calls: this kernel can't filter them (seccomp), and open refuses to work."
  }

  private var memory: String {
    swap.isEmpty
      ? "Memory: closed to this user's other programs, no core files, no swap."
      : "Memory: closed to this user's other programs, no core files; but swap is on "
        + "(\(swap.joined(separator: ", "))), where memory reaches a disk. Switch it off."
  }

  private var browserLine: String? {
    guard let browser else { return nil }
    return isProfileInMemory
      ? "Browser: \(browser), with a fresh profile in memory."
      : "Browser: \(browser); no folder in memory was found, so its profile is on a disk until "
        + "the workbench ends."
  }

  private var root: String? {
    guard layers.isRoot else { return nil }
    let sandbox =
      layers.namespace == .held || browser == nil
      ? "" : " The browser must do without its own sandbox."
    return "Root: you are root, whose other programs can look into this one and change its files."
      + sandbox + " Use an account of its own."
  }
}
