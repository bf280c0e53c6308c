/// A fault as the scanner sees it: small, since the place as a pointer is worked out only once
/// something is wrong.
struct ScanFault: Error {
  let code: JSONFault.Code
  let offset: Int
  let expected: StaticString

  init(_ code: JSONFault.Code, _ offset: Int, _ expected: StaticString) {
    self.code = code
    self.offset = offset
    self.expected = expected
  }
}
