import BundleFormat
import Cryptography
import Store
import StrictJSON
import TUF
import Vocabulary

/// Brings rotations forward, in the caller's transaction: orders go out once the root that replaces
/// the lab's keys is in effect, and a rotation is done once no old key verifies anywhere.
struct Rotations {
  let sql: SQL
  let context: Context

  private static let text =
    "The lab has replaced its keys. Rooms named here replace theirs: nothing is to be done by hand."

  /// Every open rotation, or that of one project.
  func advance(_ project: ID? = nil) throws {
    let rows = RotationRows(sql: sql)
    for rotation in try rows.open() where project == nil || rotation.project == project {
      let progress = RotationProgress(sql: sql, rotation: rotation)
      guard try progress.isRootInEffect() else { continue }
      try tellRooms(rotation, progress)
      let status = try progress.status()
      guard status.replaced == status.keys.count else { continue }
      try rows.finish(rotation, at: context.now())
      try Journal(sql: sql, now: context.now()).note("rotated") {
        $0.member("project", rotation.project)
        $0.member("number", rotation.number)
      }
    }
  }

  private func tellRooms(
    _ rotation: RotationRecord, _ progress: RotationProgress
  ) throws {
    let rows = RotationRows(sql: sql)
    let orders = try rows.orders(of: rotation)
    let keys = try rows.keys(of: rotation)
    for var channel in try progress.channels() where orders[channel.id] == nil {
      let void = keys.filter { $0.channel == nil || $0.channel == channel.id }
        .compactMap { VerifyingKey(hex: $0.key.key) }
      let bundle = try OrderIssue(sql: sql, context: context).put(
        .rotate(keys: void, text: Self.text), into: &channel)
      try rows.putOrder(bundle.sequence, channel: channel.id, of: rotation)
    }
  }
}
