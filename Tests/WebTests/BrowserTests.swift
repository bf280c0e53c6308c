import Foundation
import Synchronization
import Testing
import Vocabulary

@testable import Web

/// The pages in a real Chromium, driven by the scripts in `browser/`.
///
/// They need Python with playwright (`AIRLOCK_PYTHON`, else `.venv/bin/python` beside
/// Package.swift); without it this says so and is skipped.
struct BrowserTests {
  static let python: String? = {
    let given = ProcessInfo.processInfo.environment["AIRLOCK_PYTHON"]
    let path = given ?? SampleProjects.root.appending(path: ".venv/bin/python").path
    guard FileManager.default.isExecutableFile(atPath: path),
      (try? run(path, ["-c", "import playwright, axe_playwright_python"], [:]))?.status == 0
    else {
      print("BrowserTests skipped: no Python with playwright at \(path) (see scripts/setup)")
      return nil
    }
    return path
  }()

  /// Scripts that open the real task data.
  static let dataScripts = ["real.py"]

  /// The scripts; `AIRLOCK_SCRIPTS`, names with spaces between, runs only some.
  static let scripts: [String] = {
    let all =
      [
        "walk.py", "review.py", "ranking.py", "trajectory.py", "dialogue.py", "spans.py",
        "hostile.py", "truth.py", "keys.py", "reading.py", "effort.py", "shots.py",
        "custodian.py", "first_run.py", "custodian_shots.py",
      ] + (RealContentTests.folder == nil ? [] : dataScripts)
    guard let some = ProcessInfo.processInfo.environment["AIRLOCK_SCRIPTS"] else { return all }
    return all.filter(some.split(separator: " ").map(String.init).contains)
  }()

  @Test("The pages in Chromium", .enabled(if: python != nil), arguments: scripts)
  func script(_ name: String) throws {
    let service = FakeService(
      try Self.desks(for: name),
      custodian: name == "first_run.py" ? FakeCustodian(room: nil) : Self.busyRoom())
    service.fakeCustodian?.state.withLock { state in
      state.sticks = [
        StickFound(
          path: "/media/KINGSTON", label: "KINGSTON", model: "Kingston DataTraveler",
          bytes: 16_000_000_000, isReadOnly: false)
      ]
    }
    let server = try WorkbenchServer.start(service: service, context: Self.context)
    defer { server.stop() }
    let path = SampleProjects.root.appending(path: "Tests/WebTests/browser/\(name)").path
    let environment = [
      "AIRLOCK_URL": server.url, "AIRLOCK_NAME": FakeService.name,
      "AIRLOCK_PASSPHRASE": FakeService.passphrase,
      "AIRLOCK_CUSTODIAN": FakeCustodian.passphrase,
    ]
    let result = try Self.run(try #require(Self.python), [path], environment)
    #expect(result.status == 0, "\(result.output)")
  }

  /// The sample projects; for scripts that open everything there is, the real data too.
  private static func desks(for script: String) throws -> [FakeDesk] {
    let samples =
      try SampleProjects.desks() + [
        HostileProject.desk(hasLetters: script == "hostile.py"), FakeProjects.spans(),
        FakeProjects.reading(),
        FakeProjects.twoSpans(),
      ]
    if script == "effort.py" { return try EffortProjects.desks(firstID: 16) }
    guard dataScripts.contains(script) else { return samples }
    return try samples + RealProjects.desks(firstID: 32)
  }

  /// A room with work in it, whose first exchange ends well; from the second the stick is pulled.
  private static func busyRoom() -> FakeCustodian {
    let custodian = FakeCustodian(overview: FakeRoom.busy)
    custodian.state.withLock { $0.scripts = [FakeRoom.script, FakeRoom.pulled] }
    return custodian
  }

  static let context = Context(
    now: { Int64(Date().timeIntervalSince1970 * 1_000) },
    random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })

  /// Runs a program to its end; gives its status and what it printed.
  static func run(
    _ path: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
