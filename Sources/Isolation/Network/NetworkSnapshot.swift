/// Everything that decides at one moment whether this machine is on a network.
public struct NetworkSnapshot: Hashable, Sendable {
  /// All interfaces, by name.
  public let interfaces: [NetworkInterface]
  /// All routes, both versions of IP.
  public let routes: [NetworkRoute]

  /// A snapshot by its parts; tests make them up, `InterfaceWatch` reads them.
  public init(interfaces: [NetworkInterface], routes: [NetworkRoute]) {
    self.interfaces = interfaces
    self.routes = routes
  }

  /// The names of all interfaces with a link, but for the loopback.
  public var linked: Set<String> {
    Set(interfaces.filter { !$0.isLoopback && $0.hasLink }.map(\.name))
  }

  /// An interface that counts as a network, and why it does.
  public struct Network: Hashable, Sendable, CustomStringConvertible {
    /// The interface's name.
    public let name: String
    /// What makes it one.
    public let reason: Reason

    /// A network by its parts.
    public init(name: String, reason: Reason) {
      self.name = name
      self.reason = reason
    }

    public var description: String { "\(name) \(reason.rawValue)" }
  }

  /// Why an interface counts. The raw value ends the sentence "eth0 …".
  public enum Reason: String, Sendable {
    /// A device with a link: even without an address it takes one as soon as someone offers it.
    case link = "is connected"
    /// No device stands behind it, but a route leads out by it: a tunnel, or a pair of virtual
    /// ends of which the other may be in reach of a device.
    case route = "leads out of this machine"
  }

  /// The interfaces that count as a network, by name; empty where the machine is alone.
  ///
  /// The loopback never counts. A virtual interface that nothing is routed to doesn't either:
  /// kernels and container services leave such ones about.
  public var networks: [Network] {
    let leadingOut = Set(routes.filter(\.leadsOut).map(\.interface))
    return interfaces.sorted { $0.name < $1.name }.compactMap { interface in
      guard !interface.isLoopback, interface.hasLink else { return nil }
      if interface.isHardware { return Network(name: interface.name, reason: .link) }
      guard leadingOut.contains(interface.name) else { return nil }
      return Network(name: interface.name, reason: .route)
    }
  }
}
