/// How the days of an interest period count: the fraction of a year in `[from, until)`.
///
/// Shape:  the fraction is `weight(from:until:)` ÷ `denominator`, whole numbers both; it is 0 for a
///         period without days.
/// Names:  y₁ m₁ d₁ is the first day of the period, y₂ m₂ d₂ the day after its last; 30-day counts
///         are 360 (y₂ − y₁) + 30 (m₂ − m₁) + d₂ − d₁ after the days are changed as told.
/// Further conventions are added here, one case each with its source, and nowhere else.
public enum DayCount: String, Hashable, Sendable, CaseIterable {
  /// Actual days ÷ 360: the daily rate of a RMB loan is the annual rate ÷ 360.
  /// Source: 银发〔2005〕129号 (the text as quoted; number unconfirmed).
  case actual360 = "actual/360"
  /// Actual days ÷ 364: 52 weeks are a year. Source: OpenGamma Strata, Act/364.
  case actual364 = "actual/364"
  /// Actual days ÷ 365, in every year. Source: ISDA 2006, 4.16 (d), Actual/365 (Fixed).
  case actual365 = "actual/365"
  /// Actual days ÷ 365.25. Source: OpenGamma Strata, Act/365.25.
  case actual365Quarter = "actual/365.25"
  /// Actual days ÷ 366 if a 29 February lies after the first day and not after `until`, else ÷ 365.
  /// Source: OpenGamma Strata, Act/365 Actual (Act/365A).
  case actual365Actual = "actual/365-actual"
  /// Each day ÷ the days of its own calendar year, split at 1 January.
  /// Source: ISDA 2006, 4.16 (b), Actual/Actual (ISDA).
  case actualActualISDA = "actual/actual-isda"
  /// As ISDA, split at 31 December, which counts by the new year.
  /// Source: Apache Fineract, progressive loans with actual days of month and year.
  case actualActual31December = "actual/actual-31-december"
  /// Whole years counted back from `until`, then the days left before them ÷ 366 if a 29 February
  /// is one of them, else ÷ 365. A year back from 29 February is 28 February; from 28 February, 28.
  /// Source: Fédération bancaire française, as OpenGamma Strata reads it, Act/Act AFB.
  case actualActualAFB = "actual/actual-afb"
  /// Actual days without each 29 February after the first day and not after `until`, ÷ 365.
  /// Source: OpenGamma Strata, NL/365.
  case noLeap365 = "NL/365"
  /// Day 31 counts as 30, at both ends. Source: ISDA 2006, 4.16 (g), 30E/360 (Eurobond basis).
  case thirtyE360 = "30E/360"
  /// As 30E/360 with the last day of February as the 30th, too. An end in February that is the
  /// maturity stays what it is: that one period counts by `thirty360PSA`.
  /// Source: ISDA 2006, 4.16 (h), 30E/360 (ISDA).
  case thirtyE360ISDA = "30E/360-isda"
  /// d₁ 31 becomes 30; d₂ 31 becomes the 1st of the next month.
  /// Source: OpenGamma Strata, 30E+/360.
  case thirtyEPlus360 = "30E+/360"
  /// As 30E/360 with the last day of February as the 30th, too, ÷ 365.
  /// Source: OpenGamma Strata, 30E/365.
  case thirtyE365 = "30E/365"
  /// d₁ 31 becomes 30; then d₂ 31 becomes 30 if d₁ is 30.
  /// Source: ISDA 2006, 4.16 (f), 30/360 (bond basis).
  case thirty360ISDA = "30/360-isda"
  /// d₁ 31 or the last day of February becomes 30; then d₂ 31 becomes 30 if d₁ is 30.
  /// Source: OpenGamma Strata, 30/360 PSA (Bond Market Association).
  case thirty360PSA = "30/360-psa"
  /// As PSA; and if both days are the last of February, d₂ becomes 30.
  /// Source: OpenGamma Strata, 30U/360 EOM (US municipal bonds, SIA).
  case thirty360US = "30/360-us"
  /// Days after the 28th count as the 28th; months of 28 days, a year of 336.
  /// Source: ACTUS Dictionary, day count convention 28E336.
  case twentyEight336 = "28/336"
  /// Working days ÷ 252. Without a calendar, Monday to Friday are working days.
  /// Source: ACTUS Dictionary, day count convention B252; Banco Central do Brasil, taxa Selic.
  case business252 = "bus/252"

  /// What `weight` is counted in: parts of a year.
  ///
  /// Where years have 365 and 366 days it is 365 × 366, so that a day of either is a whole number.
  @inlinable
  public var denominator: Int64 {
    switch self {
    case .actual360, .thirtyE360, .thirtyE360ISDA, .thirtyEPlus360, .thirty360ISDA, .thirty360PSA,
      .thirty360US:
      return 360
    case .actual364: return 364
    case .actual365, .noLeap365, .thirtyE365: return 365
    case .actual365Quarter: return 1_461
    case .actual365Actual, .actualActualISDA, .actualActual31December, .actualActualAFB:
      return 133_590
    case .twentyEight336: return 336
    case .business252: return 252
    }
  }

  /// Whether the weight of `[a, c)` is always that of `[a, b)` and `[b, c)` together.
  ///
  /// Where it is not, the convention looks at the period as a whole: 30/360 ISDA counts 29 to
  /// 31 January as 2 days and 31 January to 1 February as 1, but both together as 2.
  public var isAdditive: Bool {
    switch self {
    case .actual360, .actual364, .actual365, .actual365Quarter, .actualActualISDA,
      .actualActual31December, .noLeap365, .thirtyE360, .thirtyE360ISDA, .thirtyE365,
      .twentyEight336, .business252:
      return true
    case .actual365Actual, .actualActualAFB, .thirtyEPlus360, .thirty360ISDA, .thirty360PSA,
      .thirty360US:
      return false
    }
  }
}
