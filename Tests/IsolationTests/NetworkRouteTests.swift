import Isolation
import Testing

/// Rows of the kernel's route tables.
@Suite struct NetworkRouteTests {
  static let heading =
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"

  @Test func defaultAndNeighbourRoutesOfVersion4LeadOut() {
    let text =
      Self.heading
      + "eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
      + "tun0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
    #expect(
      NetworkRoute.version4(text) == [
        NetworkRoute(interface: "eth0", leadsOut: true),
        NetworkRoute(interface: "tun0", leadsOut: true),
      ])
  }

  @Test func aRejectRouteOfVersion4LeadsNowhere() {
    let text = Self.heading + "*\t000200C0\t00000000\t0201\t0\t0\t0\t00FFFFFF\t0\t0\t0\n"
    #expect(NetworkRoute.version4(text) == [NetworkRoute(interface: "*", leadsOut: false)])
  }

  @Test func theHeadingAloneIsNoRoute() {
    #expect(NetworkRoute.version4(Self.heading).isEmpty)
    #expect(NetworkRoute.version4("").isEmpty)
  }

  @Test(arguments: [
    // The reject route at the end of the table, on lo, with the last metric of all.
    ("00000000000000000000000000000000 00", "ffffffff", "00200200", false),
    // An address of our own.
    ("fd000000000000000000000000000002 80", "00000000", "80200001", false),
    // The neighbourhood and the groups that each interface has by itself.
    ("fe800000000000000000000000000000 40", "00000100", "00000001", false),
    ("ff000000000000000000000000000000 08", "00000100", "00000001", false),
    // A network, and the way to all others.
    ("fd000000000000000000000000000000 40", "00000100", "00000001", true),
    ("00000000000000000000000000000000 00", "00000400", "00000003", true),
  ])
  func routesOfVersion6(_ destination: String, metric: String, flags: String, leadsOut: Bool) {
    let none = String(repeating: "0", count: 32)
    let row = "\(destination) \(none) 00 \(none) \(metric) 00000001 00000000 \(flags)     wg0\n"
    #expect(NetworkRoute.version6(row) == [NetworkRoute(interface: "wg0", leadsOut: leadsOut)])
  }

  @Test func aRowThatIsNotUnderstoodCountsAsAWayOut() {
    let text = Self.heading + "tun0\tsomething new\n"
    #expect(NetworkRoute.version4(text) == [NetworkRoute(interface: "tun0", leadsOut: true)])
    #expect(
      NetworkRoute.version6("new form tun0\n") == [NetworkRoute(interface: "tun0", leadsOut: true)])
  }
}
