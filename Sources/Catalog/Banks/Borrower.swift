package import Quantities

/// What a borrower is; a product says which kinds it is for.
package enum BorrowerKind: String, Hashable, Sendable, CaseIterable {
  case person
  /// 农户: one farming household, named and numbered by its head.
  case household
  case enterprise
  case cooperative
  case student

  /// Whether the borrower is, or is headed by, one natural person, who has an age.
  package var isNatural: Bool {
    switch self {
    case .person, .household, .student: true
    case .enterprise, .cooperative: false
    }
  }

  /// The schemes by which a borrower of this kind may be known.
  package var schemes: [IdentityScheme] {
    isNatural ? [.residentID, .other] : [.socialCreditCode, .other]
  }
}

package enum Sex: String, Hashable, Sendable, CaseIterable {
  case male
  case female
}

/// Someone a bank lends to, or who signs with a borrower.
///
/// Ids are unique within the bank.
package struct Borrower: Hashable, Sendable {
  package let id: Int64
  package let bankID: Int64
  package let kind: BorrowerKind
  package let name: String
  package let identity: Identity
  /// The day of birth, of the head for a household; nil for an organisation, or if not known.
  package var bornOn: Day?
  package var sex: Sex?
  /// Where the borrower lives or is registered now (GB/T 2260); empty if no such code is known.
  ///
  /// It decides whether the bank may lend, and is not the area code of the identity number.
  package var divisionCode = ""
  /// 行政村: the village where the borrower lives, as the bank writes it; nil if it is not known.
  ///
  /// A bank that has two villages of one name tells them apart in what it writes.
  package var village: String?
  /// The borrower of kind household that this one belongs to, if any.
  package var householdID: Int64?
  /// The borrower who signs and owes with this one: the parent of a student.
  package var coBorrowerID: Int64?

  /// The most characters a name may have.
  package static let longestName = 100
  /// The most characters (Unicode scalars) the name of a village may have.
  package static let longestVillage = 50

  /// A borrower; day of birth and sex are those of the identity number, if it tells them.
  package init(id: Int64, bankID: Int64, kind: BorrowerKind, name: String, identity: Identity) {
    self.id = id
    self.bankID = bankID
    self.kind = kind
    self.name = name
    self.identity = identity
    self.bornOn = identity.bornOn
    self.sex = identity.sex
  }

  /// Holds name, kind, day of birth and sex to the identity.
  ///
  /// - Throws: the first case that applies.
  package func checkIdentity() throws(BorrowerIdentityError) {
    guard name.contains(where: { !$0.isWhitespace }) else { throw .nameEmpty }
    guard name.count <= Self.longestName else {
      throw .nameTooLong(found: name.count, most: Self.longestName)
    }
    if let position = name.firstControlCharacter {
      throw .nameHasControlCharacter(position: position)
    }
    guard kind.schemes.contains(identity.scheme) else {
      throw .schemeNotForKind(scheme: identity.scheme, kind: kind)
    }
    if let found = bornOn, let expected = identity.bornOn, found != expected {
      throw .birthDayDiffersFromNumber(found: found, expected: expected)
    }
    if let found = sex, let expected = identity.sex, found != expected {
      throw .sexDiffersFromNumber(found: found, expected: expected)
    }
  }

  /// Whether a text can name a village: portfolios are asked for by `village=name,line=…`, and
  /// digits alone are a division's.
  package static func canBeVillage(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return text.unicodeScalars.count <= longestVillage && text.firstControlCharacter == nil
      && !first.isWhitespace && !last.isWhitespace && !text.contains { ",=".contains($0) }
      && !text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// The name for lists: `张*`; an organisation's name is public.
  package var maskedName: String { kind.isNatural ? Masking.name(name) : name }

  /// The household this borrower counts for: itself if it is one or belongs to none.
  package var household: Int64 { kind == .household ? id : householdID ?? id }

  /// The age on a day, nil if no day of birth is known.
  package func age(on day: Day) -> Int? { bornOn.map { Age.fullYears(bornOn: $0, on: day) } }
}

/// Full years of life (周岁).
package enum Age {
  /// The number of birthdays gone by, the day's own included; -1 or less before the birth.
  ///
  /// Someone born on 29 February is a year older on 28 February in a common year.
  /// Source: Civil Code art. 202: without a corresponding day, a period ends on the month's last.
  package static func fullYears(bornOn: Day, on day: Day) -> Int {
    let years = day.year - bornOn.year
    return bornOn.adding(months: 12 * years) <= day ? years : years - 1
  }
}
