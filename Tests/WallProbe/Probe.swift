import Glibc
import Isolation

/// Enters the wall as the workbench does, tries what it forbids, and prints one line for each try:
/// a name and `ok`, or the number of the error. For the tests of Isolation.
///
///     wall-probe HOME [BROWSER]
///
/// With a browser the wall has a namespace, and BROWSER is started inside it. Prints `ready` and
/// waits for the end of standard input before it ends.
@main
struct Probe {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      say("failed \(error)")
    }
  }

  /// Prints a line at once: standard output is a pipe.
  static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  private static func run(_ arguments: [String]) throws {
    guard let home = arguments.first else { return say("usage: wall-probe HOME [BROWSER]") }
    let watch = try InterfaceWatch()
    let swap = SwapWatch()
    let browser = arguments.dropFirst().first.flatMap { BrowserProgram(at: $0) }
    let run = try browser.map { _ in try RunFolder() }
    let plan =
      browser.flatMap { browser in run.map { WallPlan(home: home, browser: browser, run: $0) } }
      ?? WallPlan(home: home)
    let inside = try Wall.enter(plan)
    say("layers \(inside.layers)")
    say("port \(inside.listener.port)")
    Attempts(home: home, listener: inside.listener.descriptor).all()
    say("swap \(swap.places().count)")
    if let run { say("run \(run.path)") }
    try serve(inside, watch)
    inside.browser?.stop()
    run?.remove()
  }

  /// Answers `look` with the interfaces that have a link, and `start` by starting the browser, until
  /// standard input ends.
  private static func serve(_ inside: Wall.Inside, _ watch: InterfaceWatch) throws {
    say("ready")
    while let line = readLine() {
      switch line {
      case "look": say("linked \(try watch.look().linked.sorted().joined(separator: " "))")
      case "start":
        inside.browser?.start()
        while inside.browser?.ending() == nil { usleep(20_000) }
        say("ended \(inside.browser?.ending().map { "\($0)" } ?? "")")
      default: say("what")
      }
    }
  }
}
