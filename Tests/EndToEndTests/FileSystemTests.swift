import Foundation
import Testing

/// Sticks with the file systems that sticks have, as real images: the whole way to and fro, and what
/// a stick holds that was pulled out while it was written.
@Suite(.serialized) struct FileSystemTests {
  @Test(arguments: StickImage.Kind.usable) func toAndFro(kind: StickImage.Kind) throws {
    let small = try SmallWorld(tasks: 0, packs: false)
    let image = try StickImage(kind, in: small.world)
    try small.world.write(records(0..<3), to: "tasks.jsonl")
    let pack = try image.lab([
      "pack", small.project, "--tasks", small.world.path("tasks.jsonl"), "--exchange", image.mount,
    ])
    #expect(pack.status == 0, "\(pack.errors)")
    // Names that differ in nothing but case are one name here, and nobody's mistake.
    let others = try image.run("sh", ["-c", "echo 1 >\"$0/README.TXT\"; echo x", image.mount])
    #expect(others.status == 0, "\(others.errors)")
    for _ in 0..<2 { #expect(try image.room(["sync", image.mount]).status == 0) }
    let answered = try small.answerAll()
    #expect(answered == 3)
    #expect(try image.room(["sync", image.mount]).status == 0)
    let sync = try image.lab(["sync", image.mount])
    #expect(sync.status == 0, "\(sync.errors)")
    #expect(try small.exported().count == answered)
    #expect(try image.room(["sync", image.mount]).status == 0)
    let listing = try image.run("find", [image.mount, "-type", "f", "-printf", "%T@ %P\\n"]).text
    let files = listing.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    #expect(files.contains { $0.last == "README.TXT" })
    for file in files where file.last?.hasPrefix("airlock/") == true {
      #expect(file.first?.hasPrefix("315532800") == true, "\(file): its time tells something")
      #expect(file.last?.hasSuffix(".part") == false)
    }
  }

  /// Copies of the image taken while it is written are what a stick may hold that was pulled out.
  @Test(arguments: StickImage.Kind.usable) func pulledOut(kind: StickImage.Kind) throws {
    let small = try SmallWorld(tasks: 0, packs: false)
    let image = try StickImage(kind, in: small.world)
    try small.world.write(records(0..<400), to: "tasks.jsonl")
    let pack = try image.lab(
      [
        "pack", small.project, "--tasks", small.world.path("tasks.jsonl"), "--exchange",
        image.mount,
      ], copies: true)
    #expect(pack.status == 0, "\(pack.errors)")
    for copy in try image.copies() {
      let room = small.world.path("a")
      try? FileManager.default.removeItem(atPath: room + "-before")
      try FileManager.default.copyItem(atPath: room, toPath: room + "-before")
      let outcome = try copy.room(["sync", copy.mount])
      // A file system that is torn itself can't be read: that is one line and no alarm.
      let line = outcome.errors.split(separator: "\n")
      #expect(outcome.status == 0 || line.count == 1, "\(outcome.errors)")
      let project = try #require(
        try small.world.room("a", "status").object()["projects"] as? [[String: Any]]
      ).first
      #expect(project?["alarms"] as? Int == 0, "\(outcome.errors)")
      #expect([0, 400].contains(project?["tasks"] as? Int ?? -1))
      try FileManager.default.removeItem(atPath: room)
      try FileManager.default.moveItem(atPath: room + "-before", toPath: room)
    }
    #expect(try image.room(["sync", image.mount]).status == 0)
    #expect(try small.tasks() == 400)
  }

  /// A stick's files through a FAT32 image and out again, by mtools, which need no mount: names, sizes
  /// and times are what FAT32 makes of them.
  @Test(.enabled(if: FATImage.isUsable)) func throughFAT32() throws {
    let small = try SmallWorld()
    let down = try FATImage.carry(small.world.stick, as: "down", in: small.world)
    try small.world.room("a", "sync", down)
    #expect(try small.answerAll() == 3)
    try small.world.room("a", "sync", down)
    let up = try FATImage.carry(down, as: "up", in: small.world)
    try small.world.lab("sync", up)
    #expect(try small.exported().count == 3)
    let back = try FATImage.carry(up, as: "back", in: small.world)
    try small.world.room("a", "sync", back)
    let status = try small.world.room("a", "status").object()["projects"] as? [[String: Any]]
    #expect(status?.first?["alarms"] as? Int == 0)
  }

  /// Records whose text doesn't shrink much, so that writing them takes a while.
  private func records(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let noise = (0..<40).map { _ in UUID().uuidString }.joined()
      return #"{"id":\#(number),"question":"\#(noise)","one":"1","two":"2"}"# + "\n"
    }.joined()
  }
}
