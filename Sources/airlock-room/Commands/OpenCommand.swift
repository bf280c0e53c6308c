import ArgumentParser
import CommandSupport
import Exchange
import Isolation
import Room
import Vocabulary
import Web

/// `open`: serves the workbench on loopback until it is told to stop.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Serve the workbench; people sign in on its page.")

  @OptionGroup var common: CommonOptions
  @Option(help: "Only this project.") var project: String?
  @Option(help: ArgumentHelp("The browser to start (default: a Chromium).", valueName: "path"))
  var browser: String?
  @Option(
    name: .customLong("stick"),
    help: ArgumentHelp(
      "A folder under which sticks are mounted, besides /media, /run/media and /mnt.",
      valueName: "dir"))
  var sticks: [String] = []
  @Flag(help: "Don't start a browser: open the printed address yourself.") var noBrowser = false
  @Flag(help: "Open although a network interface is up.") var allowNetwork = false
  @Flag(help: "End when nobody who signed in has a task left.") var untilDone = false

  func run() throws {
    let only = try project.map { try ProjectArgument.id($0) }
    let path = try common.home(of: "airlock-room")
    let home = RoomHome(path)
    let program = try noBrowser ? nil : chosenBrowser()
    let network = try NetworkGuard(allowed: allowNetwork)
    let swap = SwapWatch()
    let wall = try RoomWall(home: path, browser: program, sticks: sticks)
    // Here, since only from here on there is something that must be put away.
    defer { wall.cleanUp() }
    // Taken by `serve` alone, on this thread; threads started later inherit the mask.
    let signals = EndSignals()
    let workbench = RoomWorkbench(
      room: try Workroom.atFirst(home: home, context: .system), only: only, network: network,
      finder: try? StickFinder())
    let server = try WorkbenchServer.start(
      service: workbench, context: .system, options: wall.options)
    defer {
      wall.closeBrowser()
      server.stop()
      workbench.close()
    }
    try wall.openBrowser(at: server.url)
    try show(server.url, wall.report(swap: swap.places()))
    if !wall.inside.layers.isWhole {
      workbench.note(.partialWall(at: Context.system.now()))
    }
    try serve(
      workbench, wall, signals, RoomWatch(network: network, swap: swap, context: .system))
  }

  private func chosenBrowser() throws -> BrowserProgram {
    if let browser {
      guard let program = BrowserProgram(at: browser) else {
        throw Failure(.usage, "\(browser) is no program that can be started")
      }
      return program
    }
    guard let program = BrowserProgram.find() else {
      throw Failure(
        .refused,
        "no Chromium was found on this machine: name one with --browser, or give --no-browser and "
          + "open the printed address in a browser yourself")
    }
    return program
  }

  private func show(_ url: String, _ report: WallReport) throws {
    try Output.show(
      .members(["url": .text(url), "wall": report.report]), json: common.json,
      lines: ["The workbench is open: \(url)"] + report.lines + ["Stop it with Ctrl-C."])
  }

  /// Serves until a signal comes, the work is done or the browser has ended.
  private func serve(
    _ workbench: RoomWorkbench, _ wall: RoomWall, _ signals: EndSignals, _ watch: RoomWatch
  ) throws {
    var (looks, done) = (0, 0)
    while !signals.arrived(withinMilliseconds: 200) {
      // After the last answer the page asks what comes next: two seconds, so that it can say it.
      done = untilDone && workbench.isDone ? done + 1 : 0
      if done > 10 { return }
      if looks % 5 == 0 { watch.look().forEach(workbench.note) }
      looks += 1
      switch wall.ending() {
      case nil: continue
      case .failed(let failure): throw failure
      case .closed:
        guard !common.json else { return }
        return try Output.line(
          "The browser was closed, so the workbench ends. What was typed is saved.")
      }
    }
  }
}
