import BundleFormat
import Exchange
import Room
import Vocabulary
import Web

/// The card and the lab's trust.
extension CustodianAtWork {
  func cardFingerprint(lab: String) throws -> String {
    try alone { try custodian.card(lab: try Self.labName(lab)).fingerprint.hex }
  }

  /// The file is named after the room's id for that lab: two rooms may share a stick, and the
  /// room's own name stays in the room.
  func writeCard(lab: String, to stick: String) throws -> String {
    try alone {
      let card = try custodian.card(lab: try Self.labName(lab))
      let file = "room-\(card.room.hex.prefix(8)).card"
      let drive = try FolderDrive(stick)
      try drive.write(file, replace: true, card.bytes)
      try drive.settle()
      try custodian.noteCardWritten()
      return file
    }
  }

  func noteLabTold() throws { try alone { try custodian.noteLabTold() } }

  func trustFiles(on stick: String) throws -> [String] {
    try CustodianTrouble.told { try Self.trustFiles(on: try FolderDrive(stick)) }
  }

  static func trustFiles(on drive: FolderDrive) throws -> [String] {
    let found = try drive.list("").filter {
      $0.isRegular && $0.name.hasSuffix(".trust") && $0.size <= Limits.root
    }
    return found.prefix(trustFileLimit).map(\.name)
  }

  func trust(
    _ file: String, on stick: String, fingerprint: String, lab: String
  ) throws -> TrustOutcome {
    try alone {
      let drive = try FolderDrive(stick)
      guard try Self.trustFiles(on: drive).contains(file),
        let bytes = try drive.read(file, limit: Limits.root)
      else { throw Failure(.badInput, "\(file): this file is not on the stick any more.") }
      let (typed, actual) = (try Self.typed(fingerprint), Fingerprint(of: bytes))
      guard typed == actual else { return .differs(Self.differences(typed, actual)) }
      return .trusted(try take(bytes, file, fingerprint, try Self.labName(lab)))
    }
  }

  private func take(
    _ bytes: [UInt8], _ file: String, _ fingerprint: String, _ lab: String
  ) throws -> ID {
    do {
      return try custodian.trust(bytes, fingerprint: fingerprint, lab: lab)
    } catch let refusal as Refusal {
      throw Failure(.refused, "\(file): no lab's trust that can be taken: \(refusal)")
    }
  }

  private static func typed(_ fingerprint: String) throws -> Fingerprint {
    do {
      return try Fingerprint(typed: fingerprint)
    } catch {
      throw Failure(.badInput, error.why)
    }
  }

  /// The groups of four, counted from 1, in which two fingerprints differ.
  private static func differences(_ left: Fingerprint, _ right: Fingerprint) -> [Int] {
    let groups = [left, right].map { $0.description.split(separator: " ") }
    return zip(groups[0], groups[1]).enumerated()
      .filter { $0.element.0 != $0.element.1 }.map { $0.offset + 1 }
  }

  private static func labName(_ lab: String) throws -> String {
    guard lab.isEmpty || NameRule.allows(lab) else {
      throw Failure(.badInput, "A lab's name has at most 100 bytes and no control characters.")
    }
    return lab
  }

  /// More than anybody puts on a stick.
  private static let trustFileLimit = 20
}
