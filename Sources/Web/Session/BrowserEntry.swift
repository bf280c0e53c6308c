import StrictJSON
import Synchronization
public import Vocabulary

/// Lets one browser in and no other: it shows a token that counts once and for a minute, and has a
/// pass, a cookie, from then on.
///
/// The token travels in a file that only the room's user may read, and in the body of one request:
/// never in a command line or an address, which others can see and browsers keep.
public final class BrowserEntry: Sendable {
  /// Milliseconds for which the token counts.
  public static let lifetime: Int64 = 60_000

  private struct State {
    var token: String?
    var deadline: Int64
    var pass: String?
  }
  private let state: Mutex<State>
  private let fresh: @Sendable () -> String

  /// An entry whose token counts from the monotonic time `now` (milliseconds) on.
  public init(context: Context, now: Int64) {
    fresh = { Hex.encoded(context.random(32)) }
    state = Mutex(State(token: fresh(), deadline: now + Self.lifetime, pass: nil))
  }

  /// Whether the token counts no more at `now`: the file that holds it can go.
  public func isSpent(now: Int64) -> Bool {
    state.withLock { $0.token == nil || now > $0.deadline }
  }

  /// Whether a browser has come in.
  public var isUsed: Bool { state.withLock { $0.pass != nil } }

  /// The page that a browser is started with: sends the token to the server at `url`.
  public func startPage(url: String) -> [UInt8] {
    let token = state.withLock { $0.token ?? "" }
    return Array(
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Airlock</title>
      <form method="post" action="\(url)enter" autocomplete="off">
      <input type="hidden" name="token" value="\(token)">
      <noscript><button>Open the workbench</button></noscript>
      </form>
      <script>document.forms[0].submit()</script>
      </html>

      """.utf8)
  }

  /// Takes the token for a pass. Throws `Problem` for a wrong one, or one that counts no more.
  func exchange(_ request: Request, cookie: SessionCookie, now: Int64) throws(Problem) -> Response {
    let prefix = "token="
    let body = String(decoding: request.body, as: UTF8.self)
    guard request.header("content-type") == "application/x-www-form-urlencoded",
      body.hasPrefix(prefix)
    else { throw .form }
    let pass = state.withLock { state -> String? in
      guard let token = state.token, now <= state.deadline,
        TokenComparison.equal(String(body.dropFirst(prefix.count)), token)
      else { return nil }
      state.token = nil
      state.pass = fresh()
      return state.pass
    }
    guard let pass else { throw .noEntry }
    // A redirect would count as one from the file, and leave the cookie behind.
    var response = Response(200, type: "text/html; charset=utf-8", Array(Self.onward.utf8))
    response.headers.append(cookie.setting(pass))
    return response
  }

  /// Throws `Problem` for a request without the pass.
  func check(_ request: Request, cookie: SessionCookie) throws(Problem) {
    let pass = state.withLock { $0.pass }
    guard let pass, let shown = cookie.token(in: request), TokenComparison.equal(shown, pass) else {
      throw .noEntry
    }
  }

  private static let onward = """
    <!doctype html>
    <html lang="en"><meta charset="utf-8"><title>Airlock</title>
    <meta http-equiv="refresh" content="0; url=/">
    <a href="/">Open the workbench</a>
    </html>

    """
}

extension Problem {
  fileprivate static let noEntry = Problem(
    403, "entry",
    "This page is open in the browser that Airlock started. Close Airlock and open it again.")
}
