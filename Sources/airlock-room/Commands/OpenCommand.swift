import ArgumentParser
import CommandSupport
import Glibc
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
  @Flag(help: "Don't start a browser: open the printed address yourself.") var noBrowser = false
  @Flag(help: "Open although a network interface is up.") var allowNetwork = false
  @Flag(help: "End when nobody who signed in has a task left.") var untilDone = false

  func run() throws {
    guard noBrowser else {
      throw Failure(
        .usage,
        "this version can't start a browser inside the wall yet: give --no-browser and open the "
          + "printed address in a browser on this machine")
    }
    let only = try project.map { try ProjectArgument.id($0) }
    let home = RoomHome(try common.home(of: "airlock-room"))
    try home.require()
    let network = try NetworkGuard(allowed: allowNetwork)
    // Signals are taken by `waitForEnd` alone, on this thread; threads started later inherit the
    // mask.
    let signals = EndSignals()
    let workbench = RoomWorkbench(
      room: try Workroom(home: home, context: .system), only: only, network: network)
    let server = try WorkbenchServer.start(service: workbench, context: .system)
    try Output.show(
      .members(["url": .text(server.url)]), json: common.json,
      lines: ["The workbench is open: \(server.url)", "Stop it with Ctrl-C."])
    while !signals.arrived(withinMilliseconds: 200) {
      if untilDone, workbench.isDone { break }
    }
    server.stop()
    workbench.close()
  }
}

/// Waits for SIGINT or SIGTERM without a handler.
struct EndSignals {
  private var set = sigset_t()

  init() {
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, SIGINT)
    unsafe sigaddset(&set, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Whether one of them came within the time.
  func arrived(withinMilliseconds milliseconds: Int) -> Bool {
    var set = set
    var time = timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000)
    return unsafe sigtimedwait(&set, nil, &time) > 0
  }
}
