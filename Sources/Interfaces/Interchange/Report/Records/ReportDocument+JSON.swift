extension ReportDocument {
  /// The members of the head, then `sections`: an object by the keys of the sections, in order.
  ///
  /// A section has `title`, `columns` (their keys), `rows` (an object each), `totals` (an object
  /// or null), `trends` (an array of whole numbers and nulls a row) if it has them, and `notes`.
  package var json: JSONValue {
    .object(
      head + [
        .init("sections", .object(sections.map { JSONValue.Member($0.key, $0.json) }))
      ])
  }

  /// The JSON, indented, ending in a line end.
  package var jsonText: String { json.pretty + "\n" }
}

extension ReportSection {
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("title", .string(title)),
      .init("columns", .array(listing.columns.map { .string($0.key) })),
      .init("rows", .array(listing.rows.map(listing.object))),
      .init("totals", listing.totals.map(listing.object) ?? .null),
    ]
    if let trends {
      let values = trends.map { trend in
        JSONValue.array(trend.map { $0.map { .integer($0) } ?? .null })
      }
      members.append(.init("trends", .array(values)))
    }
    members.append(.init("notes", .array(notes.map { .string($0) })))
    return .object(members)
  }
}
