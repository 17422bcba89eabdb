package import LoanProducts
package import Quantities

extension MarketRates {
  /// Nothing was ever published; enough for fixed rates.
  package static let none = MarketRates([])

  /// The days on which the LPR changed, with the one-year and the five-year rate.
  ///
  /// Source: the National Interbank Funding Center's monthly publications, 2019-08 to 2025-05.
  package static let lpr = MarketRates([
    Publication(on: "2019-08-20", oneYear: "4.25", fiveYear: "4.85"),
    Publication(on: "2019-09-20", oneYear: "4.20", fiveYear: "4.85"),
    Publication(on: "2019-11-20", oneYear: "4.15", fiveYear: "4.80"),
    Publication(on: "2020-02-20", oneYear: "4.05", fiveYear: "4.75"),
    Publication(on: "2020-04-20", oneYear: "3.85", fiveYear: "4.65"),
    Publication(on: "2021-12-20", oneYear: "3.80", fiveYear: "4.65"),
    Publication(on: "2022-01-20", oneYear: "3.70", fiveYear: "4.60"),
    Publication(on: "2022-05-20", oneYear: "3.70", fiveYear: "4.45"),
    Publication(on: "2022-08-22", oneYear: "3.65", fiveYear: "4.30"),
    Publication(on: "2023-06-20", oneYear: "3.55", fiveYear: "4.20"),
    Publication(on: "2023-08-21", oneYear: "3.45", fiveYear: "4.20"),
    Publication(on: "2024-02-20", oneYear: "3.45", fiveYear: "3.95"),
    Publication(on: "2024-07-22", oneYear: "3.35", fiveYear: "3.85"),
    Publication(on: "2024-10-21", oneYear: "3.10", fiveYear: "3.60"),
    Publication(on: "2025-05-20", oneYear: "3.00", fiveYear: "3.50"),
  ])

  /// The same publications, as far as they were known at the end of a day.
  package func known(by day: Day) -> MarketRates {
    MarketRates(publications.filter { $0.on <= day })
  }
}
