import AnnotationModel
import Cryptography
import Store
import StrictJSON
import Vocabulary

/// A file of answers for `annotate`: JSON lines `{"task", "answers", "activeMs"}`.
public struct AnswersFile: Sendable {
  private let path: String

  /// The file at `path`.
  public init(path: String) { self.path = path }

  /// Throws `Failure` when there is no such file that can be read.
  public func check() throws {
    let source = try InputFile.open(path)
    var byte: [UInt8] = [0]
    do {
      guard try source.read(into: &byte) > 0 else {
        throw Failure(.badInput, "\(path): is empty; one JSON object a line is expected")
      }
    } catch let error as FileError {
      throw Failure(.badInput, error.description)
    }
  }

  /// Gives each answer in turn. What is wrong with one is named with file and line.
  public func each(_ body: (AnswerToSubmit) throws -> Void) throws {
    let source = try InputFile.open(path)
    var lines = JSONLines(limit: Limits.record, strict: false)
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let take: (Int, ArraySlice<UInt8>) throws -> Void = { number, line in
      do {
        try body(try answer(line))
      } catch let fault as DocumentFault {
        throw fault.at(file: path, line: number)
      } catch let fault as JSONFault {
        throw DocumentFault(fault).at(file: path, line: number)
      } catch let failure as Failure {
        throw Failure(failure.exit, "\(path):\(number): \(failure.line)")
      }
    }
    do {
      while true {
        let count = try source.read(into: &buffer)
        if count == 0 { break }
        try lines.feed(buffer[..<count], each: take)
      }
      try lines.finish(each: take)
    } catch let fault as JSONFault {
      throw DocumentFault(fault).at(file: path)
    }
  }

  private func answer(_ line: ArraySlice<UInt8>) throws -> AnswerToSubmit {
    let root = try JSONDocument(Array(line)).root
    try root.onlyMembers(["task", "answers", "activeMs"])
    let answers = try root.require("answers")
    return AnswerToSubmit(
      task: try root.require("task").digest(), answers: Array(answers.token),
      activeMs: try root["activeMs"]?.integer() ?? 0, scripted: true)
  }
}
