import CommandSupport

/// The sheet as a page to print: one file, black on white, nothing from elsewhere.
enum SheetPage {
  static func html(_ sheet: SheetContent) -> String {
    """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(sheet.title))</title>
    <style>
    @page { size: A4; margin: 16mm }
    body { font: 10.5pt/1.4 serif; color: #000; background: #fff; max-width: 178mm; margin: 0 auto }
    h1 { font-size: 17pt; margin: 0 0 2mm } h2 { font-size: 12pt; margin: 6mm 0 2mm }
    dl { display: grid; grid-template-columns: 42mm 1fr; gap: 1mm 4mm; margin: 4mm 0 }
    dt { font-weight: bold } dd { margin: 0; font-family: monospace }
    dd:empty { border-bottom: 0.3mm solid #000; height: 6mm }
    .groups { display: grid; grid-template-columns: repeat(4, 1fr); gap: 2mm; padding: 0; margin: 0;
      list-style: none; font: bold 14pt monospace; break-inside: avoid }
    .groups li { border: 0.3mm solid #000; padding: 1.5mm 2mm; height: 7mm }
    .groups small { font: 8pt serif; display: inline-block; width: 6mm }
    ol.steps { list-style: none; padding: 0; counter-reset: step }
    ol.steps li { break-inside: avoid; padding-left: 14mm; position: relative; margin-bottom: 2.5mm }
    ol.steps li::before { counter-increment: step; content: "☐ " counter(step); position: absolute;
      left: 0; font-size: 12pt }
    ol.steps em { display: block } dl.troubles { grid-template-columns: 1fr; break-inside: avoid }
    dl.troubles dd { font-family: serif; margin-left: 6mm }
    </style>
    <h1>\(escaped(sheet.title))</h1>
    <p>\(escaped(sheet.lead))</p>
    <dl>\(sheet.facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value ?? ""))</dd>" }
      .joined())</dl>
    <h2>\(escaped(sheet.trustTitle))</h2>
    \(groups(sheet.trust))
    <ol class="steps">\(sheet.steps.map(step).joined(separator: "\n"))</ol>
    <h2>\(escaped(sheet.cardTitle))</h2>
    \(groups(sheet.card ?? Array(repeating: "", count: 16)))
    <h2>\(escaped(sheet.troubleTitle))</h2>
    <dl class="troubles">\(sheet.troubles.map {
      "<dt>\(escaped($0.when))</dt><dd>\(escaped($0.then))</dd>"
    }.joined(separator: "\n"))</dl>
    </html>

    """
  }

  private static func groups(_ groups: [String]) -> String {
    let items = groups.enumerated().map { place, group in
      "<li><small>\(place + 1)</small>\(escaped(group))</li>"
    }
    return "<ul class=\"groups\">\(items.joined())</ul>"
  }

  private static func step(_ step: SheetContent.Step) -> String {
    "<li><b>\(escaped(step.title))</b><br>\(escaped(step.text)) <em>\(escaped(step.answer))</em></li>"
  }

  /// Names are the lab's own, and still no markup.
  private static func escaped(_ text: String) -> String {
    Inert.text(text).map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
