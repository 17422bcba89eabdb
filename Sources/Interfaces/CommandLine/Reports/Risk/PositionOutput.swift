import Interchange
import Operations
import Postgres
import Quantities
import Repositories
import Risk

/// Writes the positions behind a report while they are read.
struct PositionOutput {
  let format: OutputFormat
  /// The file; nil for standard output.
  let output: String?

  /// - Throws: as `ListPositions.each`; `OutputError`.
  func write(
    _ request: RiskRequest, where filter: PositionFilter, on pool: ConnectionPool
  ) async throws {
    let (format, output) = (self.format, self.output)
    let listing = PositionListing(language: .current)
    try await ListPositions.each(request, where: filter, on: pool) { each in
      let file = try output.map { try OutputFile($0) }
      var stream = ListingStream(listing.columns, format) { text in
        if let file { try file.write(text) } else { try Output.write(text) }
      }
      try each { try stream.add(listing.cells($0)) }
      try stream.finish()
      try file?.keep()
    }
  }
}
