import Glibc

@testable import Store

/// What a disk may hold after the power went: everything synced, and of the rest what luck left.
struct PowerCut {
  enum Luck: CaseIterable {
    /// The process was killed, the system lives: all of it.
    case everything
    /// Any of the changes, writes torn at sectors of 512 bytes.
    case anySubset
    /// The first ones, the last of them torn.
    case prefix
  }

  /// What reached the disk whole.
  private enum Fate { case whole, torn, lost }

  let operations: ArraySlice<FaultyDisk.Operation>
  let luck: Luck

  /// Makes the file `name` at `path` as it would be; what is there holds what `name` held before
  /// the first operation, if anything.
  func rebuild(_ name: String, at path: String, random: inout SeededRandom) throws {
    let changes = operations.filter { $0.file == name }.map(\.change)
    let safe = (changes.lastIndex { isSafe($0) } ?? -1) + 1
    let kept = Int.random(in: 0...(changes.count - safe), using: &random)
    for (index, change) in changes.enumerated() {
      let fate = index < safe ? .whole : fate(ofUnsynced: index - safe + 1, kept, &random)
      if fate != .lost { try apply(change, at: path, torn: fate == .torn, &random) }
    }
  }

  private func fate(
    ofUnsynced number: Int, _ kept: Int, _ random: inout SeededRandom
  ) -> Fate {
    switch luck {
    case .everything: .whole
    case .prefix: number < kept ? .whole : number == kept ? .torn : .lost
    case .anySubset: [.whole, .torn, .lost, .lost][Int.random(in: 0..<4, using: &random)]
    }
  }

  /// A sync brings all before it to the disk; names of files are synced where they are made.
  private func isSafe(_ change: FaultyDisk.Change) -> Bool {
    switch change {
    case .sync, .create, .delete: true
    case .write, .truncate: false
    }
  }

  private func apply(
    _ change: FaultyDisk.Change, at path: String, torn: Bool, _ random: inout SeededRandom
  ) throws {
    if case .delete = change {
      unsafe unlink(path)
      return
    }
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
    guard descriptor >= 0 else { throw POSIXFailure() }
    defer { close(descriptor) }
    switch change {
    case .truncate(let size): ftruncate(descriptor, Int(size))
    case .write(let offset, let bytes):
      var place = Int(offset)
      let end = place + bytes.count
      while place < end {
        let next = torn ? min(end, (place / 512 + 1) * 512) : end
        if !torn || Bool.random(using: &random) {
          unsafe bytes[(place - Int(offset))...].withUnsafeBytes { rest in
            _ = unsafe pwrite(descriptor, rest.baseAddress, next - place, place)
          }
        }
        place = next
      }
    case .sync, .create, .delete: break
    }
  }
}
