package import Banks
import Quantities

extension ErrorMessages {
  package static func phrase(_ error: BorrowerIdentityError) -> Phrase {
    switch error {
    case .nameEmpty, .nameTooLong, .nameHasControlCharacter: name(error)
    case .residentIDWrongLength, .residentIDWrongCharacter, .residentIDUnknownArea,
      .residentIDNoSuchBirthDay, .residentIDWrongCheckDigit:
      residentID(error)
    case .socialCreditCodeWrongLength, .socialCreditCodeWrongCharacter,
      .socialCreditCodeWrongCheckCharacter:
      socialCreditCode(error)
    case .otherNumberEmpty, .otherNumberTooLong, .otherNumberHasControlCharacter: other(error)
    case .schemeNotForKind(let scheme, let kind):
      Phrase(
        zh: "证件种类 \(scheme.rawValue) 不适用于 \(Phrase(kind).zh)；可用 \(schemes(kind))",
        en: """
          the scheme \(scheme.rawValue) is not for a borrower of kind \(kind.rawValue); allowed \
          are \(schemes(kind))
          """)
    case .birthDayDiffersFromNumber(let found, let expected):
      Phrase(
        zh: "出生日期是 \(found)，而证件号码说是 \(expected)；请核对证件",
        en: "the day of birth is \(found), and the number says \(expected); check the paper")
    case .sexDiffersFromNumber(let found, let expected):
      Phrase(
        zh: "性别是 \(Phrase(found).zh)，而证件号码说是\(Phrase(expected).zh)；请核对证件",
        en: """
          the sex is \(found.rawValue), and the number says \(expected.rawValue); check the paper
          """)
    }
  }

  private static func schemes(_ kind: BorrowerKind) -> String {
    Phrase.list(kind.schemes.map(\.rawValue))
  }

  private static func name(_ error: BorrowerIdentityError) -> Phrase {
    switch error {
    case .nameEmpty: return Phrase(zh: "姓名是空的；请填写", en: "the name is empty; fill it in")
    case .nameTooLong(let found, let most):
      return Phrase(
        zh: "姓名有 \(found) 个字；至多 \(most) 个",
        en: "the name has \(found) characters; at most \(most) are allowed")
    case .nameHasControlCharacter(let position):
      return Phrase(
        zh: "姓名第 \(position) 个字符是控制字符；请删去",
        en: "character \(position) of the name is a control character; remove it")
    default: return unexpected(error)
    }
  }

  private static func residentID(_ error: BorrowerIdentityError) -> Phrase {
    switch error {
    case .residentIDWrongLength(let found, let expected):
      return Phrase(
        zh: "身份证号码有 \(found) 位，应为 \(expected) 位",
        en: "the resident ID has \(found) characters; it needs \(expected)")
    case .residentIDWrongCharacter(let found, let position):
      return Phrase(
        zh: "身份证号码第 \(position) 位是 \(Phrase.quoted("\(found)"))；应为数字，末位可为 X",
        en: """
          character \(position) of the resident ID is \(Phrase.quoted("\(found)")); it needs \
          digits, and the last may be X
          """)
    case .residentIDUnknownArea(let found):
      return Phrase(
        zh: "身份证号码的地区 \(Phrase.quoted(found)) 从未用过；请核对证件，或先载入 divisions.csv",
        en: """
          the area \(Phrase.quoted(found)) of the resident ID was never in use; check the paper, \
          or load divisions.csv
          """)
    case .residentIDNoSuchBirthDay(let found):
      return Phrase(
        zh: "身份证号码里的出生日期 \(Phrase.quoted(found)) 不存在；请核对证件",
        en: "the day of birth \(Phrase.quoted(found)) in the resident ID is none; check the paper")
    case .residentIDWrongCheckDigit(let found, let expected):
      return Phrase(
        zh: "身份证号码的校验位是 \(found)，应为 \(expected)；请核对有没有写错",
        en: "the resident ID's check digit is \(found), not \(expected); look for a slip")
    default: return unexpected(error)
    }
  }

  private static func socialCreditCode(_ error: BorrowerIdentityError) -> Phrase {
    switch error {
    case .socialCreditCodeWrongLength(let found, let expected):
      return Phrase(
        zh: "统一社会信用代码有 \(found) 位，应为 \(expected) 位",
        en: "the social credit code has \(found) characters; it needs \(expected)")
    case .socialCreditCodeWrongCharacter(let found, let position):
      return Phrase(
        zh: """
          统一社会信用代码第 \(position) 位是 \(Phrase.quoted("\(found)"))；第 3–8 位是数字，\
          其余不用 I、O、S、V、Z
          """,
        en: """
          character \(position) of the social credit code is \(Phrase.quoted("\(found)")); 3 to 8 \
          are digits, and I, O, S, V, Z stand nowhere
          """)
    case .socialCreditCodeWrongCheckCharacter(let found, let expected):
      return Phrase(
        zh: "统一社会信用代码的校验位是 \(found)，应为 \(expected)；请核对有没有写错",
        en: "the social credit code's check character is \(found), not \(expected); look for a slip"
      )
    default: return unexpected(error)
    }
  }

  private static func other(_ error: BorrowerIdentityError) -> Phrase {
    switch error {
    case .otherNumberEmpty:
      return Phrase(zh: "证件号码是空的；请填写", en: "the identity number is empty; fill it in")
    case .otherNumberTooLong(let found, let most):
      return Phrase(
        zh: "证件号码有 \(found) 个字符；至多 \(most) 个",
        en: "the identity number has \(found) characters; at most \(most) are allowed")
    case .otherNumberHasControlCharacter(let position):
      return Phrase(
        zh: "证件号码第 \(position) 个字符是控制字符；请删去",
        en: "character \(position) of the identity number is a control character; remove it")
    default: return unexpected(error)
    }
  }
}

extension Phrase {
  init(_ kind: BorrowerKind) {
    switch kind {
    case .person: self.init(zh: "个人", en: "person")
    case .household: self.init(zh: "农户", en: "household")
    case .enterprise: self.init(zh: "企业", en: "enterprise")
    case .cooperative: self.init(zh: "合作社", en: "cooperative")
    case .student: self.init(zh: "学生", en: "student")
    }
  }

  init(_ sex: Sex) {
    switch sex {
    case .male: self.init(zh: "男", en: "male")
    case .female: self.init(zh: "女", en: "female")
    }
  }
}
