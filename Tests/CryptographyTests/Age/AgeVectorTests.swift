import Testing
import Vocabulary

@testable import Cryptography

/// One file of the C2SP vectors: lines that say what must come out, a blank line, an age file.
private struct AgeVector {
  var values: [String: [String]] = [:]
  var file: [UInt8] = []

  init(_ name: String) throws {
    var rest = try SharedVectors.bytes("vectors/age/\(name)")[...]
    while let end = rest.firstIndex(of: 0x0a) {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      let colon = try #require(line.firstIndex(of: ":"))
      values[String(line[..<colon]), default: []].append(String(line[colon...].dropFirst(2)))
    }
    file = Array(rest)
    if self["compressed"] == "zlib" { file = try #require(Self.inflated[name]) }
  }

  /// The large vectors, which are stored compressed, by name. One run of Python for all of them.
  private static let inflated: [String: [UInt8]] =
    (try? withTemporaryFolder { folder in
      let script = """
        import os, sys, zlib
        for name in os.listdir(sys.argv[1]):
          head, _, body = open(os.path.join(sys.argv[1], name), 'rb').read().partition(b'\\n\\n')
          if b'compressed: zlib' in head: open(name, 'wb').write(zlib.decompress(body))
        """
      try write(Array(script.utf8), folder + "/inflate")
      let vectors = SharedVectors.root + "/vectors/age"
      guard try Shell.run("python3 inflate '\(vectors)' && rm inflate", in: folder) == 0 else {
        print("no python3 to inflate the large vectors with")
        return [:]
      }
      return try SharedVectors.contents(of: folder)
    }) ?? [:]

  subscript(_ name: String) -> String? { values[name]?.first }
  var isArmored: Bool { self["armored"] != nil }

  /// What the vectors call each of our reasons.
  static func word(for code: Refusal.Code) -> String {
    switch code {
    case .ageHeader, .ageStanza, .ageShare: "header failure"
    case .ageMAC: "HMAC failure"
    case .agePayload: "payload failure"
    case .ageNoMatch: "no match"
    default: code.rawValue
    }
  }
}

@Suite(.enabled(if: SharedVectors.areThere)) struct AgeVectorTests {
  static let names: [String] =
    SharedVectors.areThere
    ? ((try? SharedVectors.files(below: "vectors/age")) ?? [])
      .map { String($0.dropFirst("vectors/age/".count)) }.filter { $0 != "README.md" }
    : []

  @Test(arguments: names) func comesOutAsTheVectorSays(_ name: String) throws {
    let vector = try AgeVector(name)
    guard !vector.isArmored else {
      print("skipped \(name): Airlock neither writes nor reads ASCII armor")
      return
    }
    let expected = try #require(vector["expect"])
    for attempt in try attempts(vector) {
      let (outcome, given) = outcome(of: attempt)
      #expect(outcome == expected)
      // The vectors say what comes out before a failure too.
      #expect(given.map { SHA256.hash($0).hex } == vector["payload"])
    }
  }

  @Test func thereAreVectorsOfEveryKind() throws {
    let words = try Self.names.map { try AgeVector($0) }.filter { !$0.isArmored }
      .compactMap { $0["expect"] }
    #expect(
      Set(words).isSuperset(of: ["success", "no match", "header failure", "payload failure"]))
    #expect(words.count > 60)
  }

  private typealias Attempt = () throws -> AgeDecryptor

  /// One for each key that the vector names, and one without any where it names none.
  private func attempts(_ vector: AgeVector) throws -> [Attempt] {
    var attempts: [Attempt] = []
    for text in vector.values["identity"] ?? [] {
      let identity = try AgeIdentity(text: text)
      attempts.append {
        try AgeDecryptor(MemorySource(vector.file), identities: [identity], policy: .standard)
      }
    }
    for passphrase in vector.values["passphrase"] ?? [] {
      attempts.append {
        try AgeDecryptor(
          MemorySource(vector.file), passphrase: SecretBytes(copying: Array(passphrase.utf8)))
      }
    }
    if attempts.isEmpty {
      attempts.append {
        try AgeDecryptor(MemorySource(vector.file), identities: [], policy: .standard)
      }
    }
    return attempts
  }

  /// The vectors' word for how it ended, and the plaintext given where it got as far as that.
  private func outcome(of attempt: Attempt) -> (String, [UInt8]?) {
    do {
      let decryptor = try attempt()
      switch AgeFiles.drained(decryptor, buffer: 1_000) {
      case .success(let all): return ("success", all)
      case .failure(let interrupted): return (word(for: interrupted.error), interrupted.given)
      }
    } catch {
      return (word(for: error), nil)
    }
  }

  private func word(for error: any Error) -> String {
    (error as? Refusal).map { AgeVector.word(for: $0.code) } ?? "\(error)"
  }
}
