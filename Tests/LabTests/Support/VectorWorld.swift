import AnnotationModel
import BundleFormat
import Cryptography
import Foundation
import Store
import StrictJSON
import TUF
import TestSupport
import Testing
import Vocabulary

@testable import Lab

/// The lab's side of another implementation's world: a lab that has issued its bundles, under its
/// keys. Everything is read from the world's files.
struct VectorWorld {
  let root: URL
  let good: URL
  let keys: JSONValue
  let expected: JSONValue
  let project: ID
  let room: ID
  let channel: ID
  let epoch: EpochID

  init(_ root: URL) throws {
    self.root = root
    good = root.appending(path: "good")
    keys = try JSONDocument(good.appending(path: "keys.json").bytes()).root
    expected = try JSONDocument(good.appending(path: "expected.json").bytes()).root
    project = try expected.require("project").id()
    room = try expected.require("room").id()
    channel = try expected.require("channel").id()
    epoch = try expected.require("epoch").epoch()
  }

  /// Plain folders whose names begin so, in the order of their manifests' sequences.
  func plain(_ prefix: String) throws -> [URL] {
    let plain = good.appending(path: "plain")
    return try SharedFolder.names(in: plain).filter { $0.hasPrefix(prefix) }
      .map { plain.appending(path: $0) }
      .sorted { try sequence($0) < sequence($1) }
  }

  private func sequence(_ folder: URL) throws -> Int64 {
    try JSONDocument(folder.appending(path: "manifest.json").bytes()).root
      .require("sequence").integer()
  }

  /// The identities that open results: those to which a root of the world seals.
  func identities() throws -> [AgeIdentity] {
    let seals = Set(try roots().flatMap { try RootDocument(trusting: $0).seal.map(\.text) })
    return try keys.require("age").members.compactMap { _, value in
      let identity = try AgeIdentity(text: value.require("identity").string())
      return seals.contains(identity.recipient.text) ? identity : nil
    }
  }

  /// All root documents, oldest first.
  func roots() throws -> [[UInt8]] {
    let trust = try good.appending(path: "lab.trust").bytes()
    let metadata = good.appending(path: "stick/airlock/down/\(channel.hex)/metadata")
    var files = [trust]
    while true {
      let version = try RootDocument(trusting: files[files.count - 1]).version + 1
      let next = metadata.appending(path: "\(version).root.json")
      guard FileManager.default.fileExists(atPath: next.path) else { return files }
      files.append(try next.bytes())
    }
  }

  /// A stick with the good files, and over them those of a case, less what it removes.
  func stick(_ name: String? = nil, into folder: TemporaryFolder) throws -> URL {
    let stick = folder.url.appending(path: "stick-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: good.appending(path: "stick"), to: stick)
    // The shared files may be read-only, and their copies with them.
    try Self.makeWritable(stick)
    guard let name else { return stick }
    let bad = root.appending(path: "bad/\(name)")
    for path in try self.bad(name).require("removed").elements {
      try FileManager.default.removeItem(at: stick.appending(path: path.string()))
    }
    try Self.lay(bad.appending(path: "stick"), over: stick)
    return stick
  }

  /// What a case expects.
  func bad(_ name: String) throws -> JSONValue {
    try JSONDocument(root.appending(path: "bad/\(name)/expect.json").bytes()).root
  }

  /// The names of the cases that this side must refuse.
  func badNames() throws -> [String] {
    try SharedFolder.names(in: root.appending(path: "bad")).filter {
      try bad($0).require("by").string() == "lab"
    }
  }

  static func lay(_ folder: URL, over other: URL) throws {
    let walk = FileManager.default.enumerator(atPath: folder.path)
    while let path = walk?.nextObject() as? String {
      var isFolder: ObjCBool = false
      let from = folder.appending(path: path)
      let to = other.appending(path: path)
      _ = unsafe FileManager.default.fileExists(atPath: from.path, isDirectory: &isFolder)
      if isFolder.boolValue {
        try FileManager.default.createDirectory(at: to, withIntermediateDirectories: true)
      } else {
        try? FileManager.default.removeItem(at: to)
        try Data(try from.bytes()).write(to: to)
      }
    }
  }

  static func makeWritable(_ folder: URL) throws {
    let walk = FileManager.default.enumerator(atPath: folder.path)
    while let path = walk?.nextObject() as? String {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.appending(path: path).path)
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: folder.path)
  }
}
