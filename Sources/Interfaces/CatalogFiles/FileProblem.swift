package import Interchange
package import Quantities

/// What is wrong with a line of a file.
package struct FileProblem: Sendable {
  package enum Reason: Sendable {
    /// A field isn't what its column asks for.
    case field(LineProblem)
    /// The file can't be read on, or a rule refuses the row.
    case rule(any Explained)
  }

  /// The file's name, below the folder that was asked for.
  package let file: String
  /// The line of the file, from 1.
  package let line: Int
  package let reason: Reason

  package init(file: String, line: Int, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }

  package var code: String {
    switch reason {
    case .field(let problem): problem.code
    case .rule(let error): error.code
    }
  }
}

/// Why a file or folder can't be taken in.
package enum FileRefusal: Explained {
  /// The folder has none of the files of a catalog.
  case nothingFound(folder: String)
  /// Lines are refused, so that nothing is written; at least one.
  case linesRefused([FileProblem])

  package var code: String {
    switch self {
    case .nothingFound: "files.nothing_found"
    case .linesRefused: "files.lines_refused"
    }
  }
}
