import Glibc

/// Looks at the host's interfaces and routes, as often as it is asked.
///
/// The files are opened once, when it is made. That matters: a process that later moves into a
/// network namespace of its own would see that empty one in freshly opened files, and the watch
/// would be blind; the files opened before go on showing the host.
public final class InterfaceWatch: Sendable {
  private let interfaces: OpenFile
  private let routes4: OpenFile
  /// Absent where the kernel was started without IPv6.
  private let routes6: OpenFile?

  /// A watch of the machine whose `/sys` and `/proc` stand under `root`.
  /// Throws `OpenFile.Failure` where these can't be opened.
  public init(root: String = "/") throws(OpenFile.Failure) {
    let root = root.hasSuffix("/") ? root : root + "/"
    interfaces = try OpenFile(root + "sys/class/net", flags: O_RDONLY | O_DIRECTORY)
    routes4 = try OpenFile(root + "proc/net/route", flags: O_RDONLY)
    do {
      routes6 = try OpenFile(root + "proc/net/ipv6_route", flags: O_RDONLY)
    } catch {
      guard error.code == ENOENT else { throw error }
      routes6 = nil
    }
  }

  /// The state at this moment. Throws where it can't be read: then nothing is known, which a
  /// caller must take for a network.
  public func look() throws(OpenFile.Failure) -> NetworkSnapshot {
    var found: [NetworkInterface] = []
    for name in try interfaces.names() {
      if let interface = try look(at: name) { found.append(interface) }
    }
    var routes = NetworkRoute.version4(try routes4.text())
    if let routes6 { routes += NetworkRoute.version6(try routes6.text()) }
    return NetworkSnapshot(interfaces: found, routes: routes)
  }

  /// One interface; nil where it went away meanwhile or is none (`bonding_masters` is a file).
  private func look(at name: String) throws(OpenFile.Failure) -> NetworkInterface? {
    let folder: OpenFile
    do {
      folder = try OpenFile(name, in: interfaces, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
      return nil
    }
    return NetworkInterface(
      name: name, operationalState: folder.value("operstate"),
      carrier: folder.value("carrier").flatMap { $0 == "1" ? true : $0 == "0" ? false : nil },
      flags: folder.value("flags").flatMap { $0.hasPrefix("0x") ? $0.dropFirst(2) : nil }
        .flatMap { UInt32($0, radix: 16) },
      type: folder.value("type").flatMap { UInt32($0) }, isHardware: folder.holds("device"))
  }
}
