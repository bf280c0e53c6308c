import Glibc

/// How the browser is started: what its command line, its environment and its profile say.
enum BrowserSetting {
  /// The command line. It stands in `ps` for everyone to read: no token, no name of a project.
  static func arguments(run: RunFolder, isWalled: Bool) -> [String] {
    // Behind the wall there is nobody to ask for names, and the browser would warn of the flag.
    let names = isWalled ? [] : ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    // Chromium refuses to start for root with its sandbox on. Behind the wall nobody is root.
    let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
    return names + sandbox + [
      "--user-data-dir=\(run.path)/profile", "--incognito", "--no-first-run",
      "--no-default-browser-check", "--disable-background-mode", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-breakpad",
      "--disable-extensions", "--disable-default-apps", "--disable-domain-reliability",
      "--disable-client-side-phishing-detection", "--disable-print-preview", "--no-pings",
      "--metrics-recording-only", "--password-store=basic", "--disk-cache-size=1",
      "--start-maximized",
      "--disable-features=Translate,MediaRouter,OptimizationHints,InterestFeedV2,"
        + "AutofillServerCommunication,SpellcheckService,DnsOverHttps,WebBluetooth,"
        + "LensOverlay,SideSearch",
      "file://\(run.path)/\(startPage)",
    ]
  }

  static let startPage = "start.html"

  /// Files of a fresh profile, by their place in it: no spelling service, nothing remembered.
  static let preferences = (
    path: "profile/Default/Preferences",
    text: #"""
    {"autofill":{"enabled":false,"profile_enabled":false,"credit_card_enabled":false},
    "browser":{"enable_spellchecking":false,"has_seen_welcome_page":true},
    "credentials_enable_service":false,"profile":{"password_manager_enabled":false},
    "download":{"prompt_for_download":false},"search":{"suggest_enabled":false},
    "signin":{"allowed":false},"spellcheck":{"dictionaries":[],"use_spelling_service":false},
    "translate":{"enabled":false},"net":{"network_prediction_options":2}}
    """#
  )

  /// What a window, a keyboard and a screen reader need; everything that is kept goes to the run's
  /// folder.
  static func environment(run: RunFolder) -> [String] {
    let passed = [
      "PATH", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "DISPLAY", "WAYLAND_DISPLAY",
      "XDG_RUNTIME_DIR", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS",
      "GTK_IM_MODULE", "QT_IM_MODULE", "XMODIFIERS", "TZ",
    ]
    var lines = passed.compactMap { name in
      Environment.variable(name).map { "\(name)=\($0)" }
    }
    if let authority = displayAuthority { lines.append("XAUTHORITY=\(authority)") }
    let folders = [
      "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
    ]
    return lines + folders.map { "\($0)=\(run.path)/profile" }
  }

  /// The file that lets a program onto an X display.
  static var displayAuthority: String? {
    if let given = Environment.variable("XAUTHORITY") { return given }
    return Environment.variable("HOME").map { "\($0)/.Xauthority" }
  }
}
