import CommandSupport
import Cryptography
import Exchange
import Store
import Vocabulary
import Web

/// What goes wrong at the custodian's work, in the words of their pages.
enum CustodianTrouble {
  /// Does `body`, and says what could not be done as a page can show it.
  static func told<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try StoreTrouble.told(body)
    } catch let fault as DriveFault {
      throw Failure(.refused, fault.description)
    } catch let problem as FileProblem {
      throw Failure(.refused, problem.description)
    }
  }

  /// A passphrase that its owner chose must be long enough.
  static func requireLength(_ passphrase: borrowing SecretBytes) throws {
    try PassphraseRule.require(passphrase, of: "this")
  }

  /// Why an exchange broke off.
  static func trouble(_ error: any Error) -> ExchangeProgress.Trouble {
    switch error {
    case let fault as DriveFault: .init(kind(fault), fault.description)
    case let refusal as Refusal: .init(.other, refusal.description)
    case let failure as Failure: .init(.other, failure.line)
    case let fault as WorkbenchFault: .init(.other, fault.line)
    case let failure as StoreFailure:
      .init(.other, "A store of this room could not be used: \(failure.reason).")
    default: .init(.other, "\(error)")
    }
  }

  private static func kind(_ fault: DriveFault) -> ExchangeProgress.Trouble.Kind {
    switch fault.kind {
    case .vanished, .absent: .vanished
    case .full, .tooSmall: .full
    case .readOnly: .readOnly
    case .notAFolder, .notAFile, .different, .readBack, .tooLarge, .denied, .other: .other
    }
  }
}
