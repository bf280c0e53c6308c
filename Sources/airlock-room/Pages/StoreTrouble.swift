import Room
import Store
import Web

/// A store's trouble in the words of the pages.
enum StoreTrouble {
  /// Does `body`, and says what the store could not do as the pages can show it.
  static func told<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let failure as StoreFailure {
      throw fault(failure)
    } catch let notYet as NotYet {
      throw WorkbenchFault(notYet == .guidelines ? .guidelines : .practice, notYet.line)
    }
  }

  private static func fault(_ failure: StoreFailure) -> WorkbenchFault {
    switch failure.reason {
    case .diskFull:
      WorkbenchFault(
        .diskFull, "The disk is full. What was saved before is intact. Tell the custodian.")
    case .readOnly:
      WorkbenchFault(
        .diskFull, "This machine's disk can't be written to. Nothing is lost. Tell the custodian.")
    case .absent, .wrongKey, .notOurs, .newer, .damaged, .locked, .constraint, .failed:
      WorkbenchFault(
        .unusable,
        "This project can't be opened safely, so nothing was changed. Tell the custodian.")
    }
  }
}
