package import Banks
package import Operations
import Quantities
import Repositories

extension ErrorMessages {
  package static func phrase(_ error: BorrowerError) -> Phrase {
    switch error {
    case .anotherBank(let found, let expected):
      return Phrase(
        zh: "银行是 \(Phrase.quoted(found))，而 --bank 是 \(Phrase.quoted(expected))；请删去此行，或省去 --bank",
        en: """
          the bank is \(Phrase.quoted(found)), and --bank says \(Phrase.quoted(expected)); remove \
          the line, or leave --bank out
          """)
    case .referenceTwice(let reference, let line):
      return Phrase(
        zh: "编号 \(Phrase.quoted(reference)) 在第 \(line) 行已经有了；每位借款人一个编号",
        en: """
          the reference \(Phrase.quoted(reference)) stands on line \(line) already; each borrower \
          has one of his own
          """)
    case .divisionUnknown(let code):
      return Phrase(
        zh: "区划代码 \(Phrase.quoted(code)) 从未用过；请按 GB/T 2260 填写",
        en: "the division \(Phrase.quoted(code)) was never in use; take a code of GB/T 2260")
    case .villageMalformed(let text):
      return Phrase(
        zh: """
          \(Phrase.quoted(text)) 不能作村名；须为 1 至 \(Borrower.longestVillage) 字，不全是数字，\
          不含逗号、等号和控制字符，首尾没有空格
          """,
        en: """
          \(Phrase.quoted(text)) can't name a village; give 1 to \(Borrower.longestVillage) \
          characters, not digits alone, without commas, equals signs, control characters and space \
          at the ends
          """)
    case .identityTaken(let reference):
      return Phrase(
        zh: "这个证件号码是借款人 \(Phrase.quoted(reference)) 的；请核对证件",
        en: "this identity number is that of \(Phrase.quoted(reference)); check the paper")
    case .differs(let reference, let difference):
      return Phrase(
        zh: """
          借款人 \(Phrase.quoted(reference)) 的 \(difference.column) 是 \
          \(Phrase.quoted(difference.found))，而已登记的是 \(Phrase.quoted(difference.stored))；\
          登记的内容不改，请核对编号
          """,
        en: """
          \(difference.column) of \(Phrase.quoted(reference)) is \
          \(Phrase.quoted(difference.found)) \
          here and \(Phrase.quoted(difference.stored)) in the bank's book, which isn't edited; \
          check the reference
          """)
    case .householdUnknown, .coBorrowerUnknown, .coBorrowerNotNatural, .coBorrowerHasCoBorrower:
      return relation(error)
    }
  }

  private static func relation(_ error: BorrowerError) -> Phrase {
    switch error {
    case .householdUnknown(let reference):
      return Phrase(
        zh: "没有编号为 \(Phrase.quoted(reference)) 的农户；请先登记，或改正这一栏",
        en: "no household has the reference \(Phrase.quoted(reference)); register it, or mend this")
    case .coBorrowerUnknown(let reference):
      return Phrase(
        zh: "没有编号为 \(Phrase.quoted(reference)) 的共同借款人；请先登记，或改正这一栏",
        en: """
          no borrower has the reference \(Phrase.quoted(reference)) of the co-borrower; register \
          him, or mend this
          """)
    case .coBorrowerNotNatural(let reference):
      return Phrase(
        zh: "共同借款人 \(Phrase.quoted(reference)) 不是自然人；请填写父母等自然人",
        en: "the co-borrower \(Phrase.quoted(reference)) is no natural person; name one")
    case .coBorrowerHasCoBorrower(let reference):
      return Phrase(
        zh: "共同借款人 \(Phrase.quoted(reference)) 自己也有共同借款人；请填写另一位",
        en: "the co-borrower \(Phrase.quoted(reference)) has a co-borrower himself; name another")
    default: return unexpected(error)
    }
  }

  package static func phrase(_ error: JointLiabilityError) -> Phrase {
    switch error {
    case .memberOfAnotherBank(let member, let bank):
      Phrase(
        zh: "成员 \(member) 属于另一家银行（\(bank)）；联保小组只能由本行借款人组成",
        en: "member \(member) is of another bank (\(bank)); a group is of one bank")
    case .memberTwice(let member):
      Phrase(
        zh: "成员 \(member) 在小组里出现两次；请删去一个",
        en: "member \(member) is in the group twice; remove one")
    case .tooFewMembers(let found, let least):
      Phrase(
        zh: "联保小组只有 \(found) 位成员；至少要 \(least) 位",
        en: "the joint-liability group has \(found) members; at least \(least) are needed")
    case .membersOfOneHousehold(let first, let second, _):
      Phrase(
        zh: "联保小组的成员 \(first) 和 \(second) 属于同一户；每户只能有一位",
        en: """
          the members \(first) and \(second) of the joint-liability group are of one household; \
          each is of another
          """)
    }
  }

  package static func phrase(_ error: LoanNumberError) -> Phrase {
    switch error {
    case .wrongLength(let found, let expected):
      Phrase(
        zh: "贷款编号有 \(found) 位，应为 \(expected) 位",
        en: "the loan number has \(found) characters; it needs \(expected)")
    case .wrongCharacter(let found, let position):
      Phrase(
        zh: "贷款编号第 \(position) 位是 \(Phrase.quoted("\(found)"))，应为数字",
        en: "character \(position) of the loan number is \(Phrase.quoted("\(found)")), not a digit")
    case .wrongCheckDigit(let found, let expected):
      Phrase(
        zh: "贷款编号的校验位是 \(found)，应为 \(expected)；请核对有没有写错",
        en: "the loan number's check digit is \(found), not \(expected); look for a slip")
    case .partOutsideRange(let part, let found, let allowed):
      Phrase(
        zh: """
          贷款编号的\(name(part).zh) \(found) 不在 \(allowed.lowerBound)–\(allowed.upperBound) 之内；\
          请核对
          """,
        en: """
          the loan number's \(name(part).en) is \(found); it lies in \
          \(allowed.lowerBound)–\(allowed.upperBound)
          """)
    }
  }

  private static func name(_ part: LoanNumberError.Part) -> Phrase {
    switch part {
    case .bank: Phrase(zh: "银行号", en: "bank")
    case .year: Phrase(zh: "年份", en: "year")
    case .serial: Phrase(zh: "顺序号", en: "serial")
    }
  }
}
