import Cryptography
import Testing
import Vocabulary

/// Files go both ways with the `age` command that people have.
@Suite(.enabled(if: Shell.has("age"))) struct AgeCommandTests {
  static let lengths = [0, 1, 65_535, 65_536, 65_537, 300_000]

  @Test(arguments: lengths) func ageOpensOurFiles(_ count: Int) throws {
    try withTemporaryFolder { folder in
      let identity = AgeIdentity.generate()
      let plaintext = AgeFiles.plaintext(count)
      let others = [AgeIdentity.generate().recipient, identity.recipient]
      try write(identity.secretText().revealed(), folder + "/key")
      try write(try AgeFiles.sealed(plaintext, to: others), folder + "/sealed")
      #expect(try Shell.run("age -d -i key sealed > opened", in: folder) == 0)
      #expect(try read(folder + "/opened") == plaintext)
    }
  }

  @Test(arguments: lengths) func weOpenFilesOfAge(_ count: Int) throws {
    try withTemporaryFolder { folder in
      let identity = AgeIdentity.generate()
      let plaintext = AgeFiles.plaintext(count)
      try write(plaintext, folder + "/plain")
      let recipient = identity.recipient.text
      #expect(try Shell.run("age -r \(recipient) -o sealed plain", in: folder) == 0)
      #expect(try AgeFiles.opened(try read(folder + "/sealed"), [identity]) == plaintext)
    }
  }

  @Test(.enabled(if: Shell.has("age-keygen"))) func weReadKeysOfAgeKeygen() throws {
    try withTemporaryFolder { folder in
      #expect(try Shell.run("age-keygen -o key && age-keygen -y -o public key", in: folder) == 0)
      let lines = try read(folder + "/key").split(separator: 0x0a)
      let secret = try #require(lines.first { !$0.starts(with: Array("#".utf8)) })
      let identity = try AgeIdentity(text: SecretBytes(copying: Array(secret)))
      let expected = String(decoding: try read(folder + "/public").dropLast(), as: UTF8.self)
      #expect(identity.recipient.text == expected)
    }
  }

  @Test(.enabled(if: Shell.has("script"))) func ageOpensOurPassphraseFiles() throws {
    try withTemporaryFolder { folder in
      let file = try AgeFiles.sealed([1, 2, 3], passphrase: "correct horse", workFactor: 16)
      try write(file, folder + "/sealed")
      try write(Array("correct horse\n".utf8), folder + "/typed")
      let open = "script -qec 'age -d -o opened sealed' terminal < typed"
      #expect(try Shell.run(open, in: folder) == 0)
      #expect(try read(folder + "/opened") == [1, 2, 3])
    }
  }

  @Test(.enabled(if: Shell.has("script"))) func weOpenPassphraseFilesOfAge() throws {
    try withTemporaryFolder { folder in
      try write([1, 2, 3], folder + "/plain")
      try write(Array("correct horse\ncorrect horse\n".utf8), folder + "/typed")
      let seal = "script -qec 'age -p -o sealed plain' terminal < typed"
      #expect(try Shell.run(seal, in: folder) == 0)
      let sealed = try read(folder + "/sealed")
      #expect(try AgeFiles.opened(sealed, passphrase: "correct horse") == [1, 2, 3])
      #expect(throws: Refusal(.ageNoMatch, "")) {
        try AgeFiles.opened(sealed, passphrase: "another horse")
      }
    }
  }

}
