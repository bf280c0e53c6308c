import CommandSupport

/// The sheet as plain text: 78 columns, 66 lines a page, for any printer.
enum SheetText {
  private static let width = 78

  static func text(_ sheet: SheetContent) -> String {
    var lines = [sheet.title, String(repeating: "=", count: min(width, sheet.title.count)), ""]
    lines += wrapped(sheet.lead) + [""]
    for (name, value) in sheet.facts {
      let label = (name + ":").padded(to: 22)
      lines.append(label + (value ?? String(repeating: "_", count: 40)))
    }
    lines += ["", sheet.trustTitle, ""] + grid(sheet.trust) + [""]
    for (place, step) in sheet.steps.enumerated() {
      let number = "\(place + 1)."
      lines += ["[ ] \(number.padded(to: 4))\(step.title)"]
      lines += wrapped(step.text, indent: 8) + wrapped("-> " + step.answer, indent: 8) + [""]
    }
    lines += wrapped(sheet.cardTitle) + [""]
    lines += grid(sheet.card ?? Array(repeating: "____", count: 16)) + [""]
    lines += [sheet.troubleTitle, ""]
    for (when, then) in sheet.troubles { lines += wrapped(when + ":") + wrapped(then, indent: 4) }
    return lines.map(Inert.text).joined(separator: "\n") + "\n"
  }

  /// Four rows of four numbered groups.
  private static func grid(_ groups: [String]) -> [String] {
    stride(from: 0, to: groups.count, by: 4).map { row in
      let cells = groups[row..<min(row + 4, groups.count)].enumerated().map { place, group in
        "\("\(row + place + 1)".padded(to: 3))\(group)"
      }
      return "    " + cells.joined(separator: "       ")
    }
  }

  private static func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count + word.count >= width, line != margin {
        lines.append(line)
        line = margin
      }
      line += (line == margin ? "" : " ") + word
    }
    return lines + [line]
  }
}

extension String {
  /// Followed by blanks up to that many characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
