import StrictJSON

/// JSON Lines: the same lines and the same verdict, however the stream is cut into pieces. The
/// first byte says how long a piece is.
func fuzzJSONLines(_ input: [UInt8]) throws {
  guard let first = input.first else { return }
  let stream = input.dropFirst()
  let whole = lines(stream, piece: max(stream.count, 1))
  let cut = lines(stream, piece: Int(first) + 1)
  expect(whole.fault == nil ? cut.fault == nil : cut.fault != nil, "a cut changes no verdict")
  expect(whole.lines == cut.lines, "a cut changes no line")
}

private func lines(
  _ stream: ArraySlice<UInt8>, piece: Int
) -> (lines: [[UInt8]], fault: (any Error)?) {
  var splitter = JSONLines(limit: 4_096, strict: stream.first != 0x20)
  var lines: [[UInt8]] = []
  func take(_ number: Int, _ line: ArraySlice<UInt8>) {
    lines.append(Array(line))
    expect(number == lines.count, "lines are numbered from 1")
  }
  do {
    var rest = stream
    while !rest.isEmpty {
      try splitter.feed(rest.prefix(piece), each: take)
      rest = rest.dropFirst(piece)
    }
    try splitter.finish(each: take)
    return (lines, nil)
  } catch {
    return (lines, error)
  }
}
