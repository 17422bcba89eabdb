package import Quantities

/// The provision a loan requires: a document, and the percentages that it leaves to the bank.
///
/// What a document asks for by a loan's expected loss is not told here: see `ProvisionRule.Regime`.
///
/// Rounds: each loan's, half up to the minor unit, so every cut adds up to the whole.
package struct ProvisionRule: Hashable, Sendable {
  /// The documents that set percentages.
  package enum Regime: String, Hashable, Sendable, CaseIterable {
    /// General 1 % of all loans; special 2, 25, 50, 100 % of special mention, substandard,
    /// doubtful, loss, of which 25 and 50 may float by a fifth.
    ///
    /// Source: 《银行贷款损失准备计提指引》 2002 (银发〔2002〕98号; number unconfirmed), from 2002-01-01.
    case guideline2002 = "guideline-2002"
    /// The standard coefficients: normal 1.5, special mention 3, substandard 30, doubtful 60,
    /// loss 100 %. That of normal loans counts as general, those of the others as special.
    ///
    /// Source: 《金融企业准备金计提管理办法》 (财金〔2012〕20号), from 2012-07-01; coefficients unconfirmed.
    case coefficients2012 = "coefficients-2012"
    /// What is expected to be lost of each loan, see `ExpectedLossModel`: stage 1 counts as
    /// general, stages 2 and 3 as special.
    ///
    /// Its percentages are the guideline's of 2002, for the memo beside it, for stress, and for
    /// months before which no other tells how loans move.
    /// Source: 企业会计准则第22号（财会〔2017〕7号）art. 46 to 58, from 2021-01-01 for banks that are not
    ///         listed (from memory).
    case expectedLoss = "expected-loss"

    /// The document, as it is printed under a report.
    package var document: String {
      switch self {
      case .guideline2002: "银行贷款损失准备计提指引（2002）"
      case .coefficients2012: "金融企业准备金计提管理办法（财金〔2012〕20号）"
      case .expectedLoss: "企业会计准则第22号（财会〔2017〕7号）"
      }
    }

    /// What it leaves to the bank, in per cent: of the guideline 25 and 50, a fifth less or more.
    package var substandardBand: ClosedRange<Int> {
      switch self {
      case .guideline2002, .expectedLoss: 20...30
      case .coefficients2012: 30...30
      }
    }

    package var doubtfulBand: ClosedRange<Int> {
      switch self {
      case .guideline2002, .expectedLoss: 40...60
      case .coefficients2012: 60...60
      }
    }

    /// The first day on which a policy may name it.
    package var inForceFrom: Day {
      switch self {
      // 2002-01-01
      case .guideline2002: Day(number: 11_688)
      // 2012-07-01
      case .coefficients2012: Day(number: 15_522)
      // 2021-01-01
      case .expectedLoss: Day(number: 18_628)
      }
    }
  }

  /// The guideline with its own percentages: where no policy says otherwise.
  package static let standard = ProvisionRule(
    regime: .guideline2002, substandard: 25, doubtful: 50)
  package static let coefficients = ProvisionRule(
    regime: .coefficients2012, substandard: 30, doubtful: 60)

  package let regime: Regime
  package let substandardPercent: Int
  package let doubtfulPercent: Int

  private init(regime: Regime, substandard: Int, doubtful: Int) {
    self.regime = regime
    substandardPercent = substandard
    doubtfulPercent = doubtful
  }

  /// - Returns: nil for percentages outside what the document leaves to the bank.
  package init?(_ regime: Regime, substandardPercent: Int, doubtfulPercent: Int) {
    guard regime.substandardBand.contains(substandardPercent),
      regime.doubtfulBand.contains(doubtfulPercent)
    else { return nil }
    self.init(regime: regime, substandard: substandardPercent, doubtful: doubtfulPercent)
  }

  /// The guideline with the rule's percentages where what is expected to be lost is not known, the
  /// rule itself where it goes by percentages.
  package var byPercentages: ProvisionRule {
    guard regime == .expectedLoss else { return self }
    return ProvisionRule(
      regime: .guideline2002, substandard: substandardPercent, doubtful: doubtfulPercent)
  }

  /// As `guideline-2002/25/50`.
  package var text: String { "\(regime.rawValue)/\(substandardPercent)/\(doubtfulPercent)" }

  /// - Returns: nil for what `text` gives of no rule.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, let regime = Regime(rawValue: String(parts[0])),
      let substandard = Int(parts[1]), let doubtful = Int(parts[2])
    else { return nil }
    self.init(regime, substandardPercent: substandard, doubtfulPercent: doubtful)
  }

  /// The general provision of a class, in thousandths.
  package func generalPerMille(_ riskClass: RiskClass) -> Int {
    switch regime {
    case .guideline2002, .expectedLoss: 10
    case .coefficients2012: riskClass == .normal ? 15 : 0
    }
  }

  /// The special provision of a class, in per cent.
  package func specialPercent(_ riskClass: RiskClass) -> Int {
    switch riskClass {
    case .normal: 0
    case .specialMention: regime == .coefficients2012 ? 3 : 2
    case .substandard: substandardPercent
    case .doubtful: doubtfulPercent
    case .loss: 100
    }
  }

  package func general(principal: Money, _ riskClass: RiskClass) -> Money {
    Self.perMille(generalPerMille(riskClass), of: principal)
  }

  package func special(principal: Money, _ riskClass: RiskClass) -> Money {
    Self.perMille(10 * specialPercent(riskClass), of: principal)
  }

  private static func perMille(_ perMille: Int, of principal: Money) -> Money {
    Money(
      minorUnits: Int64(
        Rounding.halfUp.divide(Int128(principal.minorUnits) * Int128(perMille), by: 1_000)))
  }
}
