import Contracts
package import Quantities

/// An amount of yuan in Chinese capital numerals, as it stands on statements.
///
/// Source: see `ChineseCapitals`; after 角 the rule allows a 整, which a statement has.
package enum CapitalAmount {
  /// `人民币壹仟肆佰零玖元伍角整`; an amount below zero begins with 负.
  package static func text(_ amount: Money) -> String {
    let yuan = ChineseCapitals.yuan(amount)
    return "人民币" + yuan + (yuan.hasSuffix("角") ? "整" : "")
  }
}
