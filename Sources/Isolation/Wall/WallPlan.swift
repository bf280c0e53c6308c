/// What the workbench needs once the wall is closed.
public struct WallPlan: Sendable {
  /// The room's home: read and written.
  public let home: String
  /// Folders under which sticks are mounted, besides the usual ones.
  public let sticks: [String]
  /// The run's folder; nil without a browser.
  public let run: RunFolder?
  /// The browser to start; nil for one that a person starts, which leaves the listener in the
  /// host's namespace.
  public let browser: BrowserProgram?

  /// A plan with a browser of our own.
  public init(home: String, sticks: [String] = [], browser: BrowserProgram, run: RunFolder) {
    (self.home, self.sticks, self.browser, self.run) = (home, sticks, browser, run)
  }

  /// A plan for somebody else's browser.
  public init(home: String, sticks: [String] = []) {
    (self.home, self.sticks, browser, run) = (home, sticks, nil, nil)
  }

  /// Where desktops mount sticks; parents, since a stick comes after the wall is closed.
  static let stickParents = ["/media", "/run/media", "/mnt"]

  var rules: [Landlock.Rule] {
    var rules = [Landlock.Rule(path: home, rights: .keep, isRequired: true)]
    if let run {
      rules.append(Landlock.Rule(path: run.path, rights: .keep, isRequired: true))
      // Only to remove the folder itself.
      rules.append(Landlock.Rule(path: run.parent, rights: .removeFolder))
    }
    rules += (Self.stickParents + sticks).map { Landlock.Rule(path: $0, rights: .keep) }
    // What the interface watch reads again and again, and the program that archives name. All of
    // /proc, since Dispatch looks there for its threads, by numbers that nobody knows before, and
    // crashes where it can't; other processes' memory and environment stay shut by Landlock itself.
    rules += ["/sys/class/net", "/sys/devices", "/proc", "/proc/self/exe"].map {
      Landlock.Rule(path: $0, rights: .read)
    }
    return rules
  }
}
