import Foundation
import Isolation
import Testing

/// The browser's side of the wall: a script in the browser's place tries what a browser that was
/// taken over would.
@Suite(.enabled(if: WallProbe.hasNamespaces)) struct WalledBrowserTests {
  static let users = WallTests.users

  /// What the script wrote into the run's folder, by name.
  private func results(of script: String, as user: UInt32?) throws -> [String: String] {
    let probe = try WallProbe(
      as: user, browser: "#!/bin/bash\nexec >$HOME/result 2>/dev/null\n" + script + "\nexit 0\n")
    #expect(try probe.ask("start") == "ended closed")
    let run = try #require(probe["run"])
    let text = try String(contentsOfFile: "\(run)/profile/result", encoding: .utf8)
    return Dictionary(
      text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { $1 })
  }

  @Test("It has a network of its own with nothing but a loopback", arguments: users)
  func network(user: UInt32?) throws {
    let found = try results(
      of: """
        echo interfaces $(tail -n +3 /proc/self/net/dev | cut -d: -f1)
        timeout 5 bash -c 'echo > /dev/tcp/192.0.2.1/80' && echo outside open || echo outside shut
        """, as: user)
    #expect(found["interfaces"] == "lo")
    #expect(found["outside"] == "shut")
  }

  @Test("It sees neither home nor disk", .enabled(if: WallTests.hasLandlock), arguments: users)
  func files(user: UInt32?) throws {
    let found = try results(
      of: """
        here=$(dirname $(dirname "$0"))
        try() { name=$1; shift; if "$@"; then echo $name open; else echo $name shut; fi; }
        try home ls "$here/home"
        try secret cat "$here/secret"
        try temporary touch /tmp/airlock-browser-$$
        try upward touch "$here/beside"
        try root ls /root
        try own touch "$HOME/own"
        try shared touch /dev/shm/airlock-browser-$$
        rm -f /dev/shm/airlock-browser-$$
        """, as: user)
    for name in ["home", "secret", "temporary", "upward", "root"] {
      #expect(found[name] == "shut", "\(name)")
    }
    for name in ["own", "shared"] { #expect(found[name] == "open", "\(name)") }
  }

  @Test("It is no root inside, and gains nothing", arguments: users)
  func powers(user: UInt32?) throws {
    let found = try results(
      of: """
        echo user $(id -u)
        echo powers $(grep CapEff /proc/self/status | cut -f2)
        echo gains $(grep NoNewPrivs /proc/self/status | cut -f2)
        """, as: user)
    #expect(found["user"] != "0")
    #expect(found["powers"] == "0000000000000000")
    #expect(found["gains"] == "1")
  }

  @Test("Its folder goes with it, and after a kill at the next start")
  func folder() throws {
    let probe = try WallProbe(browser: "#!/bin/sh\nexec sleep 100\n")
    let run = try #require(probe["run"])
    #expect(FileManager.default.fileExists(atPath: run))
    let other = try RunFolder()
    RunFolder.removeLeftovers()
    #expect(FileManager.default.fileExists(atPath: run), "it lives")
    probe.kill()
    #expect(FileManager.default.fileExists(atPath: run), "nobody could remove it")
    RunFolder.removeLeftovers()
    #expect(!FileManager.default.fileExists(atPath: run))
    #expect(FileManager.default.fileExists(atPath: other.path), "another run's stays")
    #expect(other.remove() && !FileManager.default.fileExists(atPath: other.path))
  }

  @Test("An interface that comes up afterwards is seen from inside", .enabled(if: Self.canAddLinks))
  func interfaces() throws {
    let probe = try WallProbe(browser: "#!/bin/sh\nexit 0\n")
    let name = "al\(UInt16.random(in: 0...9_999))"
    #expect(!(try probe.ask("look").contains(name)))
    _ = try Run.program("ip", "link", "add", name, "type", "veth", "peer", "name", name + "p")
    defer { _ = try? Run.program("ip", "link", "delete", name) }
    for end in [name, name + "p"] { _ = try Run.program("ip", "link", "set", end, "up") }
    #expect(try probe.ask("look").contains(name))
  }

  /// Root with the means to make a pair of virtual interfaces; said where that isn't so.
  static let canAddLinks: Bool = {
    let outcome = try? Run.program("ip", "link", "add", "alprobe0", "type", "veth")
    if outcome?.status == 0 { _ = try? Run.program("ip", "link", "delete", "alprobe0") }
    if outcome?.status != 0 { print("skipped: adding an interface needs root and iproute2") }
    return outcome?.status == 0
  }()
}
