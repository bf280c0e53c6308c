/// The headers that every response carries, errors too, in one place.
enum SecurityHeaders {
  /// Nothing but our own files runs, shows or is asked; no HTML is ever parsed from a string.
  static let contentPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'",
    "img-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'self'",
    "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].joined(separator: "; ")

  /// For bytes that came on a stick: not even a document, should one open them on their own.
  static let assetPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

  /// `no-store`, because Chromium keeps cached pages on the disk in clear.
  private static let always: [(name: String, value: String)] = [
    (name: "cache-control", value: "no-store"),
    (name: "x-content-type-options", value: "nosniff"),
    (name: "referrer-policy", value: "no-referrer"),
    (name: "x-frame-options", value: "DENY"),
    (name: "cross-origin-opener-policy", value: "same-origin"),
    (name: "cross-origin-embedder-policy", value: "require-corp"),
    (name: "cross-origin-resource-policy", value: "same-origin"),
    (name: "origin-agent-cluster", value: "?1"),
    (name: "x-dns-prefetch-control", value: "off"),
    (
      name: "permissions-policy",
      value: "camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), "
        + "clipboard-read=(), display-capture=(), payment=(), publickey-credentials-get=()"
    ),
  ]

  /// Adds them; a policy that the route has set already stays.
  static func add(to response: inout Response) {
    if response.header("content-security-policy") == nil {
      response.headers.append((name: "content-security-policy", value: contentPolicy))
    }
    response.headers.append(contentsOf: always)
  }
}
