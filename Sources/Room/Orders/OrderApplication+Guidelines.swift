import Store
import Vocabulary

extension OrderApplication {
  /// New guidelines for all that is done from now on: later acts cite them. Tasks keep the schema
  /// that they came with.
  func guidelines() throws -> OrderEffect {
    guard let guidelines = content.guidelines else {
      throw Refusal("entry-missing", "the order brings no guidelines")
    }
    try store.insertGuidelines(hash: guidelines.hash, body: guidelines.body)
    for asset in content.assets { try store.insertAsset(hash: asset.hash, body: asset.body) }
    return effect(of: "guidelines", ["The pages show them from now on."])
  }
}
