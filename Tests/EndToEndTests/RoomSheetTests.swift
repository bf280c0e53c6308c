import Foundation
import Testing

/// The sheet that a lab prints for a room's first day.
@Suite struct RoomSheetTests {
  private let small: SmallWorld

  init() throws { small = try SmallWorld() }

  private func sheet(_ arguments: String..., as name: String) throws -> String {
    let outcome = try Program.run(
      "airlock-lab",
      ["--home", small.world.path("lab"), "room", "sheet", small.project] + arguments
        + ["-o", small.world.path(name), "--passphrase-file", try small.world.passphrase("lab")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try String(contentsOfFile: small.world.path(name), encoding: .utf8)
  }

  /// The groups of `sha256sum FILE`, as the page numbers them.
  private func groups(_ file: String) throws -> [String] {
    let sum = try Program.run("sha256sum", [small.world.path(file)]).text.prefix(64)
    return stride(from: 0, to: 64, by: 4).map {
      String(sum.dropFirst($0).prefix(4))
    }
  }

  @Test func textHasEveryGroupInItsPlaceAndFitsOnPaper() throws {
    let text = try sheet("--new", as: "sheet.txt")
    for (place, group) in try groups("lab.trust").enumerated() {
      #expect(
        text.contains("\(place + 1)".padding(toLength: 3, withPad: " ", startingAt: 0) + group))
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 78 }, "wider than paper")
    #expect(text.allSatisfy { $0.isASCII }, "not every printer has more")
    #expect(text.contains("The lab's telephone:  ____"))
    #expect(text.contains("____"), "places to write the card's groups in")
    var rest = text[...]
    for step in [
      "Make the room", "Write this room's card", "by telephone", "Take the lab's trust",
      "Add the people", "Say who may open", "Take in the first tasks", "Almost no group agrees",
    ] {
      let found = try #require(rest.range(of: step), "\(step)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func aKnownRoomsSheetHasItsCard() throws {
    let room = try small.world.room("a", "card", "-o", small.world.path("again.card"))
      .string("room")
    let text = try sheet(String(room.prefix(6)), as: "known.txt")
    for group in try groups("a.card") { #expect(text.contains(group)) }
    #expect(text.contains(room))
  }

  @Test func thePageLoadsNothing() throws {
    let page = try sheet("--new", as: "sheet.html")
    #expect(page.contains("default-src 'none'") && page.contains("@page"))
    for word in ["http://", "https://", "src=", "<script", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    for group in try groups("lab.trust") { #expect(page.contains("</small>\(group)</li>")) }
  }

  @Test func wrongUseIsALineAndNoFile() throws {
    for (arguments, status) in [
      (["--new", "-o", small.world.path("sheet.pdf")], 64),
      (["-o", small.world.path("x.txt")], 64),
      (["ffff", "-o", small.world.path("x.txt")], 65),
    ] as [([String], Int32)] {
      let outcome = try Program.run(
        "airlock-lab",
        ["--home", small.world.path("lab"), "room", "sheet", small.project] + arguments
          + ["--passphrase-file", try small.world.passphrase("lab")])
      #expect(outcome.status == status, "\(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(!FileManager.default.fileExists(atPath: small.world.path("x.txt")))
  }
}
