import Foundation
import Testing

@testable import Web

/// The files of the pages: all of them embedded, none of them doing what the policy would have to
/// stop, every word in the one table.
struct PageFileTests {
  private static let folder = SampleProjects.root.appending(path: "Sources/CAssets/files")

  private static let names: [String] = {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).filter { $0.contains(".") }.sorted()
  }()

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("Every file is embedded, byte for byte")
  func embedded() throws {
    #expect(Self.names.count > 40)
    for name in Self.names {
      let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
      #expect(PageFile.bytes(named: name) == bytes, "\(name): add it to assets.c")
    }
  }

  @Test("No script parses HTML, runs a string, keeps anything, or sets a style")
  func forbiddenWords() throws {
    let words = [
      "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "srcdoc",
      "eval(", "new Function", "setHTML", "createContextualFragment", "localStorage",
      "sessionStorage", "indexedDB", "caches.", "document.cookie", ".style.", "\"style\"",
      "window[", "document.forms", "importScripts", "http://", "https://",
    ]
    for name in Self.names where name.hasSuffix(".js") {
      let text = try Self.text(name).replacing("http://www.w3.org/2000/svg", with: "")
      for word in words { #expect(!text.contains(word), "\(name) has \(word)") }
    }
  }

  @Test("Page and styles load nothing from elsewhere and hold no script or style of their own")
  func noForeignAddresses() throws {
    for name in ["page.html", "custodian.html"] {
      let page = try Self.text(name)
      #expect(!page.contains("http") && !page.contains("style=") && !page.contains("<style"))
      #expect(page.components(separatedBy: "<script").count == 2)
    }
    for name in Self.names where name.hasSuffix(".css") {
      #expect(try !Self.text(name).contains("http"))
    }
  }

  @Test("Every word that a page says is in the table, and every word in the table is said")
  func words() throws {
    let tables = Self.names.filter { $0.hasPrefix("js/words") && $0.hasSuffix(".js") }
    let table = try tables.map(Self.text).joined()
    let said = try Self.names.filter { $0.hasSuffix(".js") && !tables.contains($0) }
      .map(Self.text).joined()
    let keys = Set(table.matches(of: /"([a-z]+\.[a-z0-9-]+)":/).map { String($0.1) })
    let used = Set(said.matches(of: /"([a-z]+\.[a-z0-9-]+)"/).map { String($0.1) })
      .filter { !$0.hasSuffix(".js") }
    #expect(used.subtracting(keys).isEmpty)
    // Some are put together from a stem and a name: `mark.${name}`.
    let stems = said.matches(of: /`([a-z]+\.[a-z0-9-]*)\$\{/).map { String($0.1) }
    let built = keys.subtracting(used).filter { key in !stems.contains { key.hasPrefix($0) } }
    #expect(built.isEmpty)
  }
}
