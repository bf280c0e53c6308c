import Glibc

/// The target that the environment names. Read once: libFuzzer keeps the command line to itself.
private let chosen: FuzzTarget = {
  let name = unsafe getenv("AIRLOCK_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    print("AIRLOCK_FUZZ_TARGET must be one of:")
    for target in FuzzTarget.all { print(target.name) }
    exit(name.isEmpty ? 0 : 64)
  }
  return target
}()

/// What libFuzzer calls before anything else; it makes sure of the target.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutablePointer<CInt>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> CInt {
  _ = chosen
  return 0
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: bytes, count: count))
  try? chosen.run(input)
  return 0
}
