import Foundation
import Isolation
import Testing

/// The watch over a made-up `/sys` and `/proc`, and over the machine's own.
@Suite struct InterfaceWatchTests {
  /// A folder that stands for the root of a machine, removed with the value that holds it.
  final class Machine {
    let root: URL

    init() throws {
      root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      try write("Iface\tDestination\n", "proc/net/route")
      try write("", "proc/net/ipv6_route")
      try interface("lo", state: "unknown", carrier: "1", flags: "0x9", type: "772")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ text: String, _ path: String) throws {
      let file = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      // Written in place: a new file under the same name would not be the one that is open.
      if !FileManager.default.fileExists(atPath: file.path) {
        try Data().write(to: file)
      }
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }

    func interface(
      _ name: String, state: String, carrier: String, flags: String, type: String = "1",
      hardware: Bool = false
    ) throws {
      let folder = "sys/class/net/\(name)/"
      try write(state + "\n", folder + "operstate")
      try write(carrier + "\n", folder + "carrier")
      try write(flags + "\n", folder + "flags")
      try write(type + "\n", folder + "type")
      let device = root.appendingPathComponent(folder + "device").path
      if hardware, !FileManager.default.fileExists(atPath: device) {
        try FileManager.default.createDirectory(atPath: device, withIntermediateDirectories: true)
      }
    }
  }

  @Test func aCableThatIsPluggedInIsSeen() throws {
    let machine = try Machine()
    try machine.interface("eth0", state: "down", carrier: "0", flags: "0x1003", hardware: true)
    let watch = try InterfaceWatch(root: machine.root.path)
    #expect(try watch.look().networks.isEmpty)
    try machine.interface("eth0", state: "up", carrier: "1", flags: "0x1003", hardware: true)
    #expect(try watch.look().networks == [.init(name: "eth0", reason: .link)])
    try machine.interface("eth0", state: "down", carrier: "0", flags: "0x1003", hardware: true)
    #expect(try watch.look().networks.isEmpty)
  }

  @Test func anInterfaceThatAppearsLaterIsSeen() throws {
    let machine = try Machine()
    let watch = try InterfaceWatch(root: machine.root.path)
    #expect(try watch.look().interfaces.map(\.name) == ["lo"])
    try machine.interface("wwan0", state: "unknown", carrier: "1", flags: "0x91", hardware: true)
    #expect(try watch.look().networks.map(\.name) == ["wwan0"])
  }

  @Test func aRouteThatAppearsLaterMakesATunnelANetwork() throws {
    let machine = try Machine()
    try machine.interface("wg0", state: "unknown", carrier: "1", flags: "0x91", type: "65534")
    let watch = try InterfaceWatch(root: machine.root.path)
    #expect(try watch.look().networks.isEmpty)
    try machine.write(
      "Iface\tDestination\nwg0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0\n",
      "proc/net/route")
    #expect(try watch.look().networks == [.init(name: "wg0", reason: .route)])
  }

  @Test func whatIsNoInterfaceIsPassedOver() throws {
    let machine = try Machine()
    try machine.write("", "sys/class/net/bonding_masters")
    let watch = try InterfaceWatch(root: machine.root.path)
    #expect(try watch.look().interfaces.map(\.name) == ["lo"])
  }

  @Test func aKernelWithoutVersion6IsWatchedToo() throws {
    let machine = try Machine()
    try FileManager.default.removeItem(
      at: machine.root.appendingPathComponent("proc/net/ipv6_route"))
    #expect(try InterfaceWatch(root: machine.root.path).look().networks.isEmpty)
  }

  @Test func aMachineThatCannotBeLookedAtIsAnError() throws {
    let machine = try Machine()
    try FileManager.default.removeItem(at: machine.root.appendingPathComponent("proc/net/route"))
    let error = #expect(throws: OpenFile.Failure.self) {
      _ = try InterfaceWatch(root: machine.root.path)
    }
    #expect(error?.description.hasSuffix("proc/net/route can't be read (error 2)") == true)
  }

  @Test func thisMachineHasALoopbackThatIsNoNetwork() throws {
    let snapshot = try InterfaceWatch().look()
    #expect(snapshot.interfaces.contains { $0.name == "lo" })
    #expect(!snapshot.networks.contains { $0.name == "lo" })
  }
}
