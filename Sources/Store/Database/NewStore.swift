import Cryptography
import GRDBSQLite
import Glibc

/// Makes the file of a new store: header and page 1, in place in one step.
enum NewStore {
  /// Does nothing where there is a file already, also where another process makes one meanwhile.
  static func make(at path: String, key: borrowing SecretBytes) throws {
    guard unsafe access(path, F_OK) != 0 else { return }
    let fileID = SystemRandom.bytes(PageFormat.fileIDBytes)
    let header = StoreHeader.make(fileID: fileID, key: key)
    let pages = StorePages(storeKey: key, fileID: fileID)
    let nonce = SystemRandom.bytes(PageFormat.nonceBytes)
    let sealed = XChaCha20Poly1305.seal(
      Array(FirstPage.bytes[..<PageFormat.bodyBytes]),
      associated: [PageFormat.Kind.main, 0, 0, 0, 1], nonce: nonce, key: pages.mainKey)
    // The array form puts the tag behind the ciphertext; a page has the nonce between them.
    let page = sealed[..<PageFormat.bodyBytes] + nonce + sealed[PageFormat.bodyBytes...]
    do throws(FileProblem) {
      try PrivateFile.write(header + page, to: path, replace: false)
    } catch {
      if error.number == EEXIST { return }
      throw StoreFailure(error.reason, path: path, detail: error.detail)
    }
  }
}
