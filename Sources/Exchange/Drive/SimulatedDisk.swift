/// The two states of a simulated stick: what programs see, and what would survive a power cut.
struct SimulatedDisk: Sendable {
  private(set) var files: [String: [UInt8]]
  private(set) var steps = 0
  private var folders: Set<String> = [""]
  private var durable: [String: [UInt8]]
  /// What each file had when it was last synced under its name.
  private var synced: [String: [UInt8]]
  private var accident: Accident?
  private var armedAt = 0
  private var isGone = false
  private var room: Int?

  init(files: [String: [UInt8]]) {
    self.files = files
    durable = files
    synced = files
    for path in files.keys { folders.formUnion(DrivePath.folders(to: DrivePath.folder(of: path))) }
  }

  mutating func arm(_ accident: Accident) {
    self.accident = accident
    armedAt = steps
    switch accident {
    case .full(let bytes), .fullUnsaid(let bytes): room = bytes
    default: break
    }
  }

  mutating func plugIn() {
    accident = nil
    room = nil
    isGone = false
  }

  func list(_ folder: String) throws(DriveFault) -> [DriveEntry] {
    try checkPresence(folder)
    try DrivePath.check(folder)
    guard files[folder] == nil else { throw DriveFault(.notAFolder, folder) }
    var entries: [DriveEntry] = []
    for path in folders where !path.isEmpty && DrivePath.folder(of: path) == folder {
      entries.append(
        DriveEntry(name: DrivePath.name(of: path), isRegular: false, isFolder: true, size: 0))
    }
    for (path, bytes) in files where DrivePath.folder(of: path) == folder {
      entries.append(
        DriveEntry(
          name: DrivePath.name(of: path), isRegular: true, isFolder: false,
          size: Int64(bytes.count)))
    }
    return entries.sorted { $0.name < $1.name }
  }

  func entry(_ path: String) throws(DriveFault) -> DriveEntry? {
    try checkPresence(path)
    try DrivePath.check(path)
    let name = DrivePath.name(of: path)
    if folders.contains(path) {
      return DriveEntry(name: name, isRegular: false, isFolder: true, size: 0)
    }
    return files[path].map {
      DriveEntry(name: name, isRegular: true, isFolder: false, size: Int64($0.count))
    }
  }

  func bytes(_ path: String) throws(DriveFault) -> [UInt8]? {
    try checkPresence(path)
    return files[path]
  }

  func freeSpace() throws(DriveFault) -> Int64? {
    try checkPresence("")
    if case .fullUnsaid = accident { return nil }
    return room.map(Int64.init)
  }

  /// Everything was synced step by step; a stick that is gone says so.
  func settle() throws(DriveFault) { try checkPresence("") }

  mutating func makeFolder(_ path: String) throws(DriveFault) {
    try step(path) { $0.folders.insert(path) }
  }

  mutating func create(_ path: String) throws(DriveFault) {
    guard files[path] == nil else { throw DriveFault(.different, path) }
    try step(path) { $0.files[path] = [] }
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, to path: String) throws(DriveFault) {
    if let room {
      guard bytes.count <= room else { throw DriveFault(.full, path) }
      self.room = room - bytes.count
    }
    var bytes = Array(bytes)
    if case .flips(let number) = accident, number == steps - armedAt + 1, !bytes.isEmpty {
      bytes[bytes.count / 2] ^= 1
    }
    try step(path) { $0.files[path, default: []].append(contentsOf: bytes) }
  }

  mutating func syncFile(_ path: String) throws(DriveFault) {
    try step(path) { disk in
      disk.synced[path] = disk.files[path]
      disk.durable[path] = disk.files[path]
    }
  }

  mutating func rename(_ path: String, to target: String) throws(DriveFault) {
    guard let bytes = files[path] else { throw DriveFault(.absent, path) }
    try step(path) { disk in
      disk.files[path] = nil
      disk.files[target] = bytes
      // Its bytes are on the disk, but under the new name no length is until it is synced again.
      disk.synced[target] = nil
      disk.synced[path] = nil
    }
  }

  mutating func unlink(_ path: String) throws(DriveFault) {
    try step(path) { disk in
      if let bytes = disk.files[path], let room = disk.room { disk.room = room + bytes.count }
      disk.files[path] = nil
      disk.synced[path] = nil
    }
  }

  mutating func syncFolder(_ folder: String) throws(DriveFault) {
    try step(folder) { disk in
      for path in Set(disk.files.keys).union(disk.durable.keys)
      where DrivePath.folder(of: path) == folder {
        disk.durable[path] = disk.files[path].map { _ in disk.synced[path] ?? [] }
      }
    }
  }

  /// Takes one step that changes something, or has the accident that is due.
  private mutating func step(
    _ path: String, _ change: (inout SimulatedDisk) -> Void
  ) throws(DriveFault) {
    try checkPresence(path)
    if accident == .readOnly { throw DriveFault(.readOnly, path) }
    steps += 1
    switch accident {
    case .pulled(let number, let tear) where number <= steps - armedAt:
      change(&self)
      cutPower(tear)
      throw DriveFault(.vanished, path)
    case .fails(let number, let kind) where number == steps - armedAt:
      throw DriveFault(kind, path)
    default:
      change(&self)
    }
  }

  private mutating func cutPower(_ tear: Accident.Tear) {
    var left = durable
    for path in Set(files.keys).union(durable.keys) where files[path] != durable[path] {
      left[path] = Self.remains(of: files[path], over: durable[path], tear)
    }
    (files, durable, synced) = (left, left, left)
    isGone = true
  }

  private static func remains(
    of new: [UInt8]?, over old: [UInt8]?, _ tear: Accident.Tear
  ) -> [UInt8]? {
    switch tear {
    case .lost: old
    case .kept: new
    case .torn: new.map { Array($0.prefix($0.count / 2)) } ?? old
    case .gone: nil
    }
  }

  private func checkPresence(_ path: String) throws(DriveFault) {
    if isGone { throw DriveFault(.vanished, path) }
  }
}
