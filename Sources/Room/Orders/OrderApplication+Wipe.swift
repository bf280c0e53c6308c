import Store
import Vocabulary

extension OrderApplication {
  /// The project is to be destroyed here. Nothing new is opened from now on; destroying is for the
  /// custodian to confirm (`Custodian.wipe`), once the lab has what people did.
  func wipe() throws -> OrderEffect {
    try store.set(.wiping, sequence)
    return effect(
      of: "wipe",
      [
        "Nothing is destroyed yet, and no new task is opened. Results go out first.",
        "When the lab has them, destroy it: airlock-room wipe \(channel.project.hex)",
      ])
  }
}
