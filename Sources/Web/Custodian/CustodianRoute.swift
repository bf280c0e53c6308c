/// Every address under `/api/custodian/`.
enum CustodianRoute: String {
  case state
  case signIn = "sign-in"
  case signOut = "sign-out"
  case make
  case alive
  case room
  case name
  case person
  case grant
  case revoke
  case card
  case cardFile = "card-file"
  case told
  case trustFiles = "trust-files"
  case trust
  case sticks
  case look
  case exchange
  case startExchange = "exchange-start"
  case dismissExchange = "exchange-dismiss"
  case acknowledge
  case wipeOutline = "wipe-outline"
  case wipe

  /// The one method that the route takes.
  var method: String {
    switch self {
    case .state, .room, .sticks, .exchange: "GET"
    default: "POST"
    }
  }

  /// Whether a program asks it again and again, so that it is no sign of a person.
  var isPoll: Bool {
    switch self {
    case .sticks, .exchange: true
    default: false
    }
  }

  /// Whether it may be done beside a network: what only reads names and counts.
  var isHarmless: Bool {
    switch self {
    case .alive, .room, .exchange, .dismissExchange, .acknowledge, .wipeOutline: true
    default: false
    }
  }
}
