import Isolation
import Testing

/// Which interfaces count as a network, on machines as they are met.
@Suite struct NetworkSnapshotTests {
  static let loopback = interface("lo", "unknown", flags: 0x9, type: 772, hardware: false)

  static func interface(
    _ name: String, _ state: String?, carrier: Bool? = true, flags: UInt32? = 0x1003,
    type: UInt32? = 1, hardware: Bool = true
  ) -> NetworkInterface {
    NetworkInterface(
      name: name, operationalState: state, carrier: carrier, flags: flags, type: type,
      isHardware: hardware)
  }

  static func networks(
    _ interfaces: [NetworkInterface], routes: [NetworkRoute] = []
  ) -> [NetworkSnapshot.Network] {
    NetworkSnapshot(interfaces: [loopback] + interfaces, routes: routes).networks
  }

  @Test func loopbackAloneIsNoNetwork() {
    let routes = [NetworkRoute(interface: "lo", leadsOut: true)]
    #expect(Self.networks([], routes: routes).isEmpty)
  }

  @Test func aCableWithALinkIsOneEvenWithoutAnAddress() {
    let found = Self.networks([Self.interface("eth0", "up")])
    #expect(found == [.init(name: "eth0", reason: .link)])
  }

  @Test(arguments: ["down", "lowerlayerdown", "notpresent"])
  func aSocketWithoutACableIsNone(_ state: String) {
    #expect(Self.networks([Self.interface("eth0", state, carrier: false)]).isEmpty)
  }

  @Test func switchedOffIsNone() {
    let off = Self.interface("wlan0", "down", carrier: nil, flags: 0x1002)
    #expect(Self.networks([off]).isEmpty)
  }

  @Test func wirelessThatWaitsForItsLogInIsOne() {
    #expect(Self.networks([Self.interface("wlan0", "dormant")]).map(\.name) == ["wlan0"])
  }

  @Test func virtualOnesThatNothingIsRoutedToAreNone() {
    let left = [
      Self.interface("ifb0", "unknown", flags: 0x83, hardware: false),
      Self.interface("veth1", "up", hardware: false),
      Self.interface("docker0", "up", hardware: false),
    ]
    let routes = left.map { NetworkRoute(interface: $0.name, leadsOut: false) }
    #expect(Self.networks(left, routes: routes).isEmpty)
  }

  @Test func aTunnelWithARouteIsOne() {
    let tunnel = Self.interface("tun0", "unknown", flags: 0x10D1, type: 65534, hardware: false)
    let found = Self.networks([tunnel], routes: [NetworkRoute(interface: "tun0", leadsOut: true)])
    #expect(found == [.init(name: "tun0", reason: .route)])
  }

  @Test func aDeviceNamedLikeTheLoopbackDoesNotPassForIt() {
    let disguised = Self.interface("lo", "up", type: 1)
    #expect(NetworkSnapshot(interfaces: [disguised], routes: []).networks.map(\.name) == ["lo"])
  }

  @Test func whatCannotBeReadCountsAsANetwork() {
    let unread = Self.interface("eth0", nil, carrier: nil, flags: nil, type: nil)
    #expect(Self.networks([unread]).map(\.name) == ["eth0"])
  }

  @Test func networksAreNamedInOrder() {
    let found = Self.networks([Self.interface("wlan0", "up"), Self.interface("eth0", "up")])
    #expect(found.map(\.name) == ["eth0", "wlan0"])
  }
}
