import Vocabulary

extension TarHeader {
  /// Reads the header of entry `number` (from 0), a whole block that is not all zeros.
  ///
  /// Throws `tar-header`, `tar-type`, `tar-mode` or `path`: links, devices, pax and GNU headers,
  /// sparse files and all that carries an owner, a time or a mode of its own are refused.
  init(parsing block: [UInt8], entry number: Int) throws(Refusal) {
    let place = "entry \(number) of the tar"
    guard block.count == Self.blockBytes,
      Self.octal(block[Field.checksum.range]) == Self.checksum(of: block),
      block[Field.magic.range].starts(with: "ustar".utf8)
    else {
      throw Refusal(.tarHeader, "\(place) has no ustar header")
    }
    guard block[Field.type.range].elementsEqual("0".utf8) else {
      throw Refusal(.tarType, "\(place) is not a regular file")
    }
    guard Self.octal(block[Field.mode.range]) == 0o644 else {
      throw Refusal(.tarMode, "\(place) has a mode other than 0644")
    }
    try Self.checkConstants(block, place)
    guard let size = Self.octal(block[Field.size.range]) else {
      throw Refusal(.tarHeader, "\(place) has no size that can be read")
    }
    self.size = size
    path = try Self.path(block[Field.name.range], place)
  }

  /// The fields that have one value in every bundle.
  private static func checkConstants(_ block: [UInt8], _ place: String) throws(Refusal) {
    guard block[Field.magic.range].elementsEqual("ustar\u{0}00".utf8) else {
      throw Refusal(.tarHeader, "\(place) has a header of another kind of tar")
    }
    for field in [Field.owner, .group, .time] where octal(block[field.range]) != 0 {
      throw Refusal(.tarHeader, "\(place) has an owner or a time")
    }
    for field in [Field.link, .ownerName, .groupName, .prefix, .rest]
    where !block[field.range].allSatisfy({ $0 == 0 }) {
      throw Refusal(.tarHeader, "\(place) has a field filled that must be empty")
    }
    for field in [Field.major, .minor] {
      let bytes = block[field.range]
      guard bytes.allSatisfy({ $0 == 0 }) || octal(bytes) == 0 else {
        throw Refusal(.tarHeader, "\(place) has a device number")
      }
    }
  }

  private static func path(_ field: ArraySlice<UInt8>, _ place: String) throws(Refusal) -> String {
    let bytes = field.prefix { $0 != 0 }
    guard field.dropFirst(bytes.count).allSatisfy({ $0 == 0 }) else {
      throw Refusal(.path, "the path of \(place) goes on behind a NUL")
    }
    if let problem = EntryPath.problem(bytes) {
      throw Refusal(.path, "the path of \(place) \(problem)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number in octal digits that fill the front of its field and end in spaces or NULs; nil for
  /// another spelling, so also for the base-256 numbers of GNU tar.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int64? {
    let digits = field.prefix { 0x30...0x37 ~= $0 }
    let end = field.dropFirst(digits.count)
    guard !digits.isEmpty, !end.isEmpty, end.allSatisfy({ $0 == 0 || $0 == 0x20 }) else {
      return nil
    }
    // At most 11 digits, so 33 bits.
    return digits.reduce(0) { $0 << 3 | Int64($1 - 0x30) }
  }
}
