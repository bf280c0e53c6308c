import Glibc
import Testing

@testable import Store

@Suite("PrivateFile")
struct PrivateFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ path: String) throws -> mode_t {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw POSIXFailure() }
    return status.st_mode & 0o777
  }

  @Test("files and folders are their owner's alone")
  func isPrivate() throws {
    try PrivateFile.makeFolder(folder.file("a/b"))
    try PrivateFile.write([1], to: folder.file("a/b/c"), replace: false)
    #expect(try mode(folder.file("a")) == 0o700)
    #expect(try mode(folder.file("a/b")) == 0o700)
    #expect(try mode(folder.file("a/b/c")) == 0o600)
  }

  @Test("a file is replaced as a whole or not at all, and nothing is left beside it")
  func replaces() throws {
    let path = folder.file("x")
    try PrivateFile.write([1, 2], to: path, replace: false)
    let problem = #expect(throws: FileProblem.self) {
      try PrivateFile.write([3], to: path, replace: false)
    }
    #expect(problem?.number == EEXIST)
    #expect(try PrivateFile.read(path, limit: 2) == [1, 2])
    try PrivateFile.write([3], to: path, replace: true)
    #expect(try PrivateFile.read(path, limit: 2) == [3])
    #expect(folder.names() == ["x"])
  }

  @Test("links, folders, pipes and files beyond the limit are not read")
  func refusesOtherKinds() throws {
    try PrivateFile.write([1, 2, 3], to: folder.file("x"), replace: false)
    unsafe symlink(folder.file("x"), folder.file("link"))
    unsafe mkfifo(folder.file("pipe"), 0o600)
    try PrivateFile.makeFolder(folder.file("folder"))
    let numbers = ["x", "link", "pipe", "folder", "none"].map { name in
      #expect(throws: FileProblem.self) { try PrivateFile.read(folder.file(name), limit: 2) }?
        .number
    }
    #expect(numbers == [EFBIG, ELOOP, EINVAL, EISDIR, ENOENT])
  }

  @Test("a folder under a file's name is said to be none")
  func refusesFileAsFolder() throws {
    try PrivateFile.write([], to: folder.file("x"), replace: false)
    #expect(throws: FileProblem.self) { try PrivateFile.makeFolder(folder.file("x")) }
    #expect(throws: FileProblem.self) { try PrivateFile.makeFolder(folder.file("x/y")) }
  }
}
