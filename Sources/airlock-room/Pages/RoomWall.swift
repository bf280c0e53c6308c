import CommandSupport
import Isolation
import Store
import Vocabulary
import Web

/// The wall of one run of the workbench, and the browser in it.
final class RoomWall {
  let inside: Wall.Inside
  /// What lets the browser in; nil where a person opens one.
  let entry: BrowserEntry?
  private let run: RunFolder?
  private let program: BrowserProgram?
  private var startPageWaits = false

  private static let startPage = RoomBrowser.startPage

  /// Closes the wall around a room's home and where sticks come. Only while there is one thread.
  init(home: String, browser: BrowserProgram?, sticks: [String]) throws {
    for folder in sticks where !PrivateFile.exists(folder) {
      throw Failure(.usage, "--stick \(folder): there is no such folder")
    }
    // What a killed run left behind is removed even where this one starts no browser.
    RunFolder.removeLeftovers()
    try PrivateFile.makeFolder(home)
    program = browser
    if let browser {
      let run = try RunFolder()
      self.run = run
      do {
        inside = try Wall.enter(WallPlan(home: home, sticks: sticks, browser: browser, run: run))
      } catch {
        run.remove()
        throw error
      }
      entry = BrowserEntry(context: .system, now: WorkbenchOptions().monotonic())
    } else {
      run = nil
      entry = nil
      inside = try Wall.enter(WallPlan(home: home, sticks: sticks))
    }
  }

  /// How the server is to be started.
  var options: WorkbenchOptions {
    var options = WorkbenchOptions()
    options.listener = inside.listener.descriptor
    options.entry = entry
    return options
  }

  /// Which layers hold, where memory is written to these places.
  func report(swap: [String]) -> WallReport {
    WallReport(
      layers: inside.layers, browser: program?.path, isProfileInMemory: run?.isInMemory ?? false,
      swap: swap)
  }

  /// Starts the browser on the server at `url`.
  func openBrowser(at url: String) throws {
    guard let browser = inside.browser, let entry, let run else { return }
    try run.write(entry.startPage(url: url), to: Self.startPage)
    startPageWaits = true
    browser.start()
  }

  /// Why the workbench should end: its browser has; nil while that runs, or isn't ours.
  func ending() -> BrowserEnding? {
    guard let browser = inside.browser, let entry, let program else { return nil }
    let isSpent = entry.isSpent(now: WorkbenchOptions().monotonic())
    if isSpent { removeStartPage() }
    if let ending = browser.ending() {
      return BrowserEnding(ending, wasIn: entry.isUsed, program: program, says: lastWords)
    }
    return isSpent && !entry.isUsed ? BrowserEnding(lateness: program) : nil
  }

  /// Ends the browser; what was typed is saved on its way out.
  func closeBrowser() { inside.browser?.stop() }

  /// Removes the browser's profile, once nothing writes there any more.
  func cleanUp() {
    guard let run, !run.remove() else { return }
    Output.complain("\(run.path) could not be removed; it goes when the workbench opens again")
  }

  private func removeStartPage() {
    guard startPageWaits else { return }
    run?.remove(Self.startPage)
    startPageWaits = false
  }

  private var lastWords: String? { run?.lastLine(of: RoomBrowser.log) }
}
