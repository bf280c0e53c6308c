import Glibc
public import Vocabulary

/// Where a program keeps its home when `--home` doesn't say.
public enum HomeFolder {
  /// `$AIRLOCK_HOME`, else `airlock-lab` or `airlock-room` in the platform's data folder
  /// (XDG Base Directory: `$XDG_DATA_HOME` if absolute, else `~/.local/share`).
  ///
  /// - Throws: `Failure` with status 64 when none of the variables is set.
  public static func standard(
    for program: String, environment: (String) -> String? = variable
  ) throws(Failure) -> String {
    if let home = environment("AIRLOCK_HOME"), !home.isEmpty { return home }
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return "\(data)/\(program)" }
    // Never asks the user database: the programs are linked without its modules.
    if let user = environment("HOME"), user.hasPrefix("/") {
      return "\(user)/.local/share/\(program)"
    }
    throw Failure(.usage, "no home folder: give --home DIR or set AIRLOCK_HOME")
  }

  /// A variable of the environment, nil when unset.
  public static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
