import AnnotationModel
import Cryptography
import Exchange
import Foundation
import Store
import Testing
import Vocabulary

@testable import Lab
@testable import Room

extension WalkWorld {
  /// A backup of the room as it is, under a passphrase; returns its path.
  @discardableResult
  func backUp(as name: String = "backup.age") throws -> String {
    let custodian = try Custodian(
      home: home, keys: keys.custodian, context: context, lock: try HomeLock(home: home.path))
    _ = try RoomBackup.write(
      custodian, to: folder.path(name), under: .passphrase(WalkSetUp.passphrase))
    return folder.path(name)
  }

  /// The room's machine is lost, and a backup is restored into a new home under the same path.
  func restore(_ backup: String) throws {
    try loseRoom()
    let restore = try RoomRestore(into: home, context: context)
    _ = try restore.unpack(backup, key: .passphrase(WalkSetUp.passphrase))
    try restore.begin(keys.custodian)
  }

  func loseRoom() throws { try FileManager.default.removeItem(atPath: home.path) }

  /// Codes of what the lab refuses of a stick.
  func labRefusals(_ drive: SimulatedDrive) throws -> [String] {
    try lab.sync(on: drive).refused.map(\.code)
  }

  /// The lines of the room's log.
  func leaves() throws -> [Leaf] {
    try channel { _, channel in
      try channel.store.read { store in
        var leaves: [Leaf] = []
        try store.log.lines(from: 0, to: store.log.size()) { leaves.append(try Leaf(parsing: $0)) }
        return leaves
      }
    }
  }

  /// The lines of an export, one for each answer that counts, by record.
  func exported() throws -> [String] {
    let path = folder.path("export-\(UUID().uuidString).jsonl")
    _ = try lab.exportJSONL("siskin", to: path)
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
