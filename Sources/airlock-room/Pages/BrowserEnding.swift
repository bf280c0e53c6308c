import Isolation
import Vocabulary

/// How a browser's end ends the workbench.
enum BrowserEnding {
  /// Its last window was closed.
  case closed
  /// It broke off.
  case failed(Failure)

  /// A browser that runs and has not come in while its token counted.
  init(lateness program: BrowserProgram) {
    self = .failed(
      Failure(
        .refused,
        "\(program.path) has not shown the page within a minute. Try again, name another with "
          + "--browser, or give --no-browser and open the printed address yourself."))
  }

  init(
    _ ending: RoomBrowser.Ending, wasIn: Bool, program: BrowserProgram, says words: String?
  ) {
    let how: String
    switch ending {
    case .closed where wasIn:
      self = .closed
      return
    case .closed: how = "ended"
    case .failed(let status): how = "ended with status \(status)"
    case .killed(let signal): how = "was ended by signal \(signal)"
    }
    guard !wasIn else {
      self = .failed(
        Failure(
          .refused,
          "the browser \(how). What was typed is saved: open the workbench again."))
      return
    }
    let said = words.map { "; it said: \($0)" } ?? ""
    self = .failed(
      Failure(
        .refused,
        "\(program.path) \(how) before it showed the page\(said). Name another with --browser, or "
          + "give --no-browser and open the printed address yourself."))
  }
}
