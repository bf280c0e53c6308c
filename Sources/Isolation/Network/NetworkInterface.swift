/// One network interface, as `/sys/class/net/<name>` shows it.
///
/// A value that could not be read is `nil`; where it would have decided, the worse is assumed.
public struct NetworkInterface: Hashable, Sendable {
  /// The kernel's name of it, such as `eth0` or `wlan0`.
  public let name: String
  /// RFC 2863's state: `up`, `down`, `dormant`, `lowerlayerdown`, `unknown` and so on.
  public let operationalState: String?
  /// Whether a cable or a radio link is there; the kernel doesn't say while it is switched off.
  public let carrier: Bool?
  /// The `IFF_…` bits.
  public let flags: UInt32?
  /// The `ARPHRD_…` number of its kind of link.
  public let type: UInt32?
  /// Whether a device stands behind it. veth, ifb, bridges and tunnels have none.
  public let isHardware: Bool

  /// An interface by its parts; tests make them up, `InterfaceWatch` reads them.
  public init(
    name: String, operationalState: String?, carrier: Bool?, flags: UInt32?, type: UInt32?,
    isHardware: Bool
  ) {
    self.name = name
    self.operationalState = operationalState
    self.carrier = carrier
    self.flags = flags
    self.type = type
    self.isHardware = isHardware
  }
}

extension NetworkInterface {
  /// The machine talking to itself: by kind and flag, since a name proves nothing.
  var isLoopback: Bool {
    let loopbackKind: UInt32 = 772  // ARPHRD_LOOPBACK
    let loopbackFlag: UInt32 = 0x8  // IFF_LOOPBACK
    return type == loopbackKind && (flags ?? 0) & loopbackFlag != 0
  }

  /// Switched on, with something at the other end as far as the kernel knows.
  var hasLink: Bool {
    guard (flags ?? 1) & 1 != 0 else { return false }  // IFF_UP
    switch operationalState {
    case "down", "notpresent", "lowerlayerdown", "testing": return false
    // A dormant link is there and waits for a log-in, as Wi-Fi does.
    case "up", "dormant": return true
    // Drivers that never say (tunnels, some modems) are told by their carrier.
    default: return carrier ?? true
    }
  }
}
