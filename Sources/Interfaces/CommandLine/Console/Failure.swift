import AnnualPercentage
import Banks
import Calculations
import CatalogFiles
import Classification
import Glibc
import Interchange
import Migration
import Operations
import Origination
import Postgres
import PrivateDatabase
package import Quantities
import Repositories
import Risk
import Scheduling
import Servicing

/// How a command ends that doesn't succeed: one line on standard error and an exit code.
package struct Failure: Error, Hashable, Sendable {
  /// The exit code says who has to act.
  package enum Kind: Int32, Hashable, Sendable {
    /// A rule says no, or the input is bad: the caller, with other input.
    case refused = 1
    /// The arguments are wrong: the caller, with the help.
    case usage = 2
    /// The database, the disk or the program itself failed: whoever runs the machine.
    case storage = 3
  }

  package let kind: Kind
  package let code: String
  package let phrase: Phrase

  package init(_ kind: Kind, code: String, _ phrase: Phrase) {
    self.kind = kind
    self.code = code
    self.phrase = phrase
  }

  /// What any error means to people.
  ///
  /// Each error type that a command can throw has its line here and
  /// its words in `ErrorMessages`.
  ///
  /// - Parameters:
  ///   - error: what was thrown.
  ///   - currency: the currency of the bank, for amounts.
  package init(_ error: any Error, currency: Currency = .yuan) {
    switch error {
    case let failure as Failure: self = failure
    case let error as OriginationError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as SchedulingError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as ServicingError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as ChangeRuleError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as RatingError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as OperationError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as CollectionError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as ViewError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as PayerError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as ApprovalError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as BorrowerIdentityError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as JointLiabilityError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as LoanNumberError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as BorrowerError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as OutputError:
      self.init(.storage, code: error.code, ErrorMessages.phrase(error))
    case let error as PrivateDatabaseError:
      self.init(.storage, code: error.code, ErrorMessages.phrase(error))
    case let error as MigrationError:
      self.init(.storage, code: error.code, ErrorMessages.phrase(error))
    case let error as PostgresError:
      self.init(.storage, code: error.code, ErrorMessages.phrase(error))
    default: self.init(of: error, currency)
    }
  }

  /// What lists, files and calculations throw.
  private init(of error: any Error, _ currency: Currency) {
    switch error {
    case let error as BooksError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as LoanListError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as CatalogError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as FileRefusal:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as ProductDocumentError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as LineProblem:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as LossDistributionError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as ExpectedLossError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as FilterFault:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as CSVError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as ReportError:
      self.init(.storage, code: error.code, ErrorMessages.phrase(error))
    case let error as RebuildError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as GenerateError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as ImportError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as JSONError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as DocumentError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as QuoteError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as AnnualPercentageError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error, currency))
    case let error as DayCountError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    case let error as ActusError:
      self.init(.refused, code: error.code, ErrorMessages.phrase(error))
    default:
      self.init(.storage, code: "program.unexpected_error", ErrorMessages.unexpected(error))
    }
  }

  /// Wrong arguments, from the argument parser's sentence and its full text, which names the
  /// command whose help applies.
  package static func usage(_ sentence: String, full: String) -> Failure {
    var reason = sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
    while reason.last == "." { reason.removeLast() }
    let help = full.split(separator: "'").first { $0.hasSuffix("--help") }
    return Failure(
      .usage, code: "usage.invalid_arguments",
      ErrorMessages.usage(reason, help: "`\(help ?? "shanhai --help")`"))
  }

  /// The line on standard error: `shanhai: what is wrong [code]`.
  package func line(in language: Language) -> String {
    "shanhai: \(phrase(language)) [\(code)]\n"
  }

  func exit() -> Never {
    Output.writeError(line(in: .current))
    Glibc.exit(kind.rawValue)
  }
}
