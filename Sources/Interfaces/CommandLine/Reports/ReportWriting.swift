import Banks
import Interchange
import Operations
import Quantities
import Risk

/// What the sections of reports are made of: columns and cells in a language and a currency.
protocol ReportWriting {
  var language: Language { get }
  var currency: Currency { get }
}

extension ReportWriting {
  /// As BCP 47 names it.
  var languageTag: String { language == .zh ? "zh-CN" : "en" }

  /// What JSON tells first: of which month, whose, in which currency.
  func head(
    _ month: Month, _ scope: ReportScope, _ name: BilingualName
  ) -> [JSONValue.Member] {
    [
      .init("month", .string("\(month)")), .init("as_of", .string("\(month.lastDay)")),
      .init("scope", .string(scope.isSponsors ? "sponsor" : "bank")),
      .init("code", .string(scope.code)), .init("name_zh", .string(name.chinese)),
      .init("name_en", .string(name.english)), .init("currency", .string(currency.code)),
    ]
  }

  func column(
    _ key: String, _ title: Phrase, _ alignment: Table.Alignment = .right
  ) -> Listing.Column {
    Listing.Column(key, title(language), alignment)
  }

  func word(_ key: String, _ title: Phrase) -> Listing.Cell {
    .word(key, shown: title(language))
  }

  func money(_ amount: Int128) -> Listing.Cell { .sum(amount, currency) }

  func money(_ amount: Money) -> Listing.Cell { .money(amount, currency) }

  /// A per cent with two decimals, of hundredths.
  func percent(_ hundredths: Int128?) -> Listing.Cell {
    hundredths.map { .decimal(FixedPoint.text($0, decimals: 2)) } ?? .none
  }

  func share(_ part: Int128, of whole: Int128) -> Listing.Cell {
    percent(Ratio.basisPoints(part, of: whole))
  }

  /// An amount in ten thousand major units (万元) with two decimals, rounded half up.
  func tenThousand(_ amount: Int128) -> String {
    let unit = Int128(currency.minorUnitsPerMajor) * 10_000
    return FixedPoint.text(Rounding.halfUp.divide(amount * 100, by: unit), decimals: 2)
  }

  /// Said only where it holds.
  func flag(_ holds: Bool, _ words: Phrase) -> Listing.Cell {
    .flag(holds, shown: holds ? words(language) : "")
  }
}

extension Phrase {
  /// A name from the catalog; a dash for one that is not there.
  init(_ name: BilingualName?) {
    self.init(zh: name?.chinese ?? "—", en: name?.english ?? "—")
  }
}
