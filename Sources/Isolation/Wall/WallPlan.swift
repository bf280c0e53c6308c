/// What the workbench needs once the wall is closed.
public struct WallPlan: Sendable {
  /// The room's home: read and written.
  public let home: String
  /// The run's folder; nil without a browser.
  public let run: RunFolder?
  /// The browser to start; nil for one that a person starts, which leaves the listener in the
  /// host's namespace.
  public let browser: BrowserProgram?

  /// A plan with a browser of our own.
  public init(home: String, browser: BrowserProgram, run: RunFolder) {
    (self.home, self.browser, self.run) = (home, browser, run)
  }

  /// A plan for somebody else's browser.
  public init(home: String) {
    (self.home, browser, run) = (home, nil, nil)
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
    rules += Self.stickParents.map { Landlock.Rule(path: $0, rights: .keep) }
    // What the interface watch reads again and again, and the program that archives name. All of
    // /proc, since Dispatch looks there for its threads, by numbers that nobody knows before, and
    // crashes where it can't; other processes' memory and environment stay shut by Landlock itself.
    rules += ["/sys/class/net", "/sys/devices", "/proc", "/proc/self/exe"].map {
      Landlock.Rule(path: $0, rights: .read)
    }
    return rules
  }
}
