import StrictJSON
import Vocabulary

/// Runs `body` and turns what it finds wrong with JSON into a refusal with the scanner's code.
func asRefusal<Value>(
  _ body: () throws(JSONFault) -> Value
) throws(Refusal) -> Value {
  do {
    return try body()
  } catch {
    throw error.refusal
  }
}

/// Runs `body` and turns what it finds wrong with JSON into a refusal for the reason `code`.
func asRefusal<Value>(
  _ code: Refusal.Code, _ what: String, _ body: () throws(JSONFault) -> Value
) throws(Refusal) -> Value {
  do {
    return try body()
  } catch {
    throw Refusal(code, "\(what): \(error.refusal.why)")
  }
}
