import Interchange

/// One of several listings that a command prints: under a title for people, by a key for programs.
struct ListingSection {
  let key: String
  let title: String
  let listing: Listing
}

extension FormatOption {
  /// Prints sections one below the other; in JSON as one object, a member for each.
  func print(_ sections: [ListingSection]) throws(OutputError) {
    switch format {
    case .json:
      let members = sections.map { JSONValue.Member($0.key, $0.listing.rowsJSON) }
      try Output.write(JSONValue.object(members).pretty + "\n")
    case .csv, .table:
      for section in sections {
        try Output.write("\n\(section.title)\n\(section.listing.text(format))")
      }
    }
  }
}

extension Listing {
  /// The rows as a JSON array of objects.
  fileprivate var rowsJSON: JSONValue {
    guard case .object(let members) = json, let rows = members.first(where: { $0.name == "rows" })
    else { return .null }
    return rows.value
  }
}
