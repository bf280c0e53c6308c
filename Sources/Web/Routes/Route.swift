import Vocabulary

/// Every address of the server. What isn't here doesn't exist.
enum Route: Equatable {
  case page
  case enter
  case custodianPage
  case custodian(CustodianRoute)
  case file(String)
  case state
  case signIn
  case signOut
  case tab
  case alive
  case projects
  case overview(ID)
  case guidelines(ID)
  case sections(ID)
  case task(ID, Int)
  case next(ID)
  case asset(ID, Digest)
  case practice(ID, Int)
  case mine(ID)
  case sittings(ID)
  case leaves(ID)
  case hours
  case settings
  case keepSettings
  case work(ID, Work)

  /// What a person does with a task.
  enum Work: String {
    case draft
    case submit
    case skip
    case withdraw
    case flag
    case ask
    case read
    case time
  }

  /// The route of a path; nil for one that we don't have.
  init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard let first = parts.first else { return nil }
    switch first {
    case "" where parts.count == 1: self = .page
    case "enter" where parts.count == 1: self = .enter
    case "p" where Self.isTaskPage(Array(parts.dropFirst())): self = .page
    case "me" where parts.count == 2 && Self.ownPages.contains(String(parts.last ?? "")):
      self = .page
    case "custodian" where parts.count <= 2: self = .custodianPage
    case "api":
      guard let route = Self.api(Array(parts.dropFirst())) else { return nil }
      self = route
    case "css", "js", "fonts", "icon.svg": self = .file(String(path.dropFirst()))
    default: return nil
    }
  }

  /// The one method that the route takes.
  var method: String {
    switch self {
    case .enter, .signIn, .signOut, .tab, .alive, .work, .mine, .keepSettings: "POST"
    case .custodian(let route): route.method
    default: "GET"
    }
  }

  /// Longest body that the route takes, in bytes.
  var bodyLimit: Int {
    switch self {
    case .work(_, .draft), .work(_, .submit): WebLimits.work
    default: method == "POST" ? WebLimits.small : 0
    }
  }

  /// Pages of a person, below `/me/`.
  private static let ownPages = ["hours", "settings"]
  /// Pages of a person in a project, below `/p/<project>/`.
  private static let projectPages = ["work", "changes", "practice"]

  /// `/p/<project>`, `/p/<project>/<position>` and the like are addresses of the page itself.
  private static func isTaskPage(_ parts: [Substring]) -> Bool {
    guard let first = parts.first, ID(hex: first) != nil else { return false }
    switch parts.count {
    case 1: return true
    case 2: return position(parts[1]) != nil || projectPages.contains(String(parts[1]))
    case 3: return parts[1] == "practice" && position(parts[2]) != nil
    default: return false
    }
  }

  private static func api(_ parts: [Substring]) -> Route? {
    guard parts.count > 1 else { return parts.first.flatMap { simple[String($0)] } }
    if parts[0] == "custodian", parts.count == 2 {
      return CustodianRoute(rawValue: String(parts[1])).map { .custodian($0) }
    }
    guard parts[0] == "projects", let project = ID(hex: parts[1]) else { return nil }
    return below(project, Array(parts.dropFirst(2)))
  }

  private static let simple: [String: Route] = [
    "state": .state, "sign-in": .signIn, "sign-out": .signOut, "tab": .tab, "alive": .alive,
    "projects": .projects, "hours": .hours, "settings": .settings,
    "keep-settings": .keepSettings,
  ]

  private static func below(_ project: ID, _ parts: [Substring]) -> Route? {
    switch (parts.first, parts.dropFirst().first, parts.count) {
    case (nil, _, _): .overview(project)
    case ("guidelines", _, 1): .guidelines(project)
    case ("sections", _, 1): .sections(project)
    case ("next", _, 1): .next(project)
    case ("mine", _, 1): .mine(project)
    case ("sittings", _, 1): .sittings(project)
    case ("leaves", _, 1): .leaves(project)
    case ("practice", let number?, 2): position(number).map { .practice(project, $0) }
    case ("tasks", let number?, 2): position(number).map { .task(project, $0) }
    case ("assets", let hash?, 2): Digest(hex: hash).map { .asset(project, $0) }
    case (let name?, _, 1): Work(rawValue: String(name)).map { .work(project, $0) }
    default: nil
    }
  }

  /// A position in the queue: digits without a leading zero, from 1.
  static func position(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count <= 9, text.utf8.first != UInt8(ascii: "0"),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
