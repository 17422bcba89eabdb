/// The lines of loans a village bank offers, and the one for loans taken over from another book.
package enum ProductLine: String, Hashable, Sendable, CaseIterable {
  /// 产业帮扶贷款: cooperatives, family farms, enterprises of a cooperation park.
  case industry = "industry"
  /// 农户小额信用贷款: one farmer household.
  case microcredit = "microcredit"
  /// 职业教育贷款: a trainee or the household.
  case education = "education"
  /// 民俗文化旅游贷款: homestays and village tourism.
  case tourism = "tourism"
  /// 生源地信用助学贷款: a student with one parent as co-borrower.
  case studentAid = "student-aid"
  /// A loan of an imported book that belongs to none of the five lines.
  case other = "other"
}
