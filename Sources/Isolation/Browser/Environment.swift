import Glibc

/// Variables of this process's environment.
enum Environment {
  /// A variable's value; nil when it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
