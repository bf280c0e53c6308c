import Cryptography
import Testing

@Suite struct SecretBytesTests {
  @Test func newSecretIsZeros() {
    let (some, none) = (SecretBytes(count: 5).revealed(), SecretBytes(count: 0).revealed())
    #expect(some == [0, 0, 0, 0, 0])
    #expect(none == [])
  }

  @Test func wipingLeavesZerosBehind() {
    var bytes: [UInt8] = [1, 2, 3]
    let secret = SecretBytes(wiping: &bytes)
    #expect(bytes == [0, 0, 0])
    let secretBytes = secret.revealed()
    #expect(secretBytes == [1, 2, 3])
  }

  @Test func copiesAreSeparate() {
    var first = SecretBytes(copying: [1, 2, 3])
    let second = first.copy()
    first.withMutableBytes { $0.storeBytes(of: 9, toByteOffset: 0, as: UInt8.self) }
    let firstBytes = first.revealed()
    #expect(firstBytes == [9, 2, 3])
    let secondBytes = second.revealed()
    #expect(secondBytes == [1, 2, 3])
  }

  @Test func joiningKeepsTheOrder() {
    let joined = SecretBytes(joining: SecretBytes(copying: [1, 2]), SecretBytes(copying: [3]))
    let joinedBytes = joined.revealed()
    #expect(joinedBytes == [1, 2, 3])
  }

  @Test func equalityComparesEveryByte() {
    let secret = SecretBytes(copying: [1, 2, 3])
    let others: [[UInt8]] = [[1, 2, 3], [1, 2, 4], [1, 2]]
    #expect(others.map { secret.equals(SecretBytes(copying: $0)) } == [true, false, false])
  }

  @Test func lentBytesAreTheSame() {
    let secret = SecretBytes(copying: [7, 8])
    let second = secret.withBytes { unsafe $0.unsafeLoad(fromByteOffset: 1, as: UInt8.self) }
    #expect(second == 8)
  }

  @Test func randomSecretsDiffer() {
    let one = SecretBytes.random(count: 32)
    let same = one.equals(SecretBytes.random(count: 32))
    #expect(!same)
  }
}
