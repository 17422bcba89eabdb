package import Quantities

/// The kind of number that tells who a borrower is.
///
/// It belongs to the borrower, so a book from another country is no special case.
package enum IdentityScheme: String, Hashable, Sendable, CaseIterable {
  /// 公民身份号码, GB 11643-1999.
  case residentID = "resident-id"
  /// 统一社会信用代码, GB 32100-2015.
  case socialCreditCode = "social-credit-code"
  /// A text of at most 40 characters that the program keeps and does not interpret.
  case other = "other"
}

/// A number by which a bank knows a borrower, with its scheme; unique within the bank.
package struct Identity: Hashable, Sendable {
  package let scheme: IdentityScheme
  /// As checked: without change but for capitals.
  package let number: String
  /// The day of birth the number tells; only a resident ID does.
  package let bornOn: Day?
  package let sex: Sex?

  /// The most characters a number of the scheme `other` may have.
  package static let longestOther = 40

  /// Reads a number of a scheme.
  ///
  /// - Parameters:
  ///   - scheme: how the number is to be read.
  ///   - text: the number as a person writes it.
  ///   - isKnownArea: whether a six-digit division code is, or ever was, in use.
  /// - Throws: the first case of the scheme that applies.
  package init(
    scheme: IdentityScheme, number text: some StringProtocol, isKnownArea: (String) -> Bool
  ) throws(BorrowerIdentityError) {
    switch scheme {
    case .residentID:
      let residentID = try ResidentID(text, isKnownArea: isKnownArea)
      self.init(residentID)
    case .socialCreditCode:
      self.init(try SocialCreditCode(text))
    case .other:
      guard text.contains(where: { !$0.isWhitespace }) else { throw .otherNumberEmpty }
      guard text.count <= Self.longestOther else {
        throw .otherNumberTooLong(found: text.count, most: Self.longestOther)
      }
      if let position = text.firstControlCharacter {
        throw .otherNumberHasControlCharacter(position: position)
      }
      self.init(scheme: .other, number: String(text), bornOn: nil, sex: nil)
    }
  }

  /// A number that the database holds: checked when it was written, and checked again but for its
  /// area, which may since have been retired.
  package init(stored scheme: IdentityScheme, number: String) throws(BorrowerIdentityError) {
    try self.init(scheme: scheme, number: number, isKnownArea: { _ in true })
  }

  package init(_ residentID: ResidentID) {
    self.init(
      scheme: .residentID, number: residentID.text, bornOn: residentID.bornOn, sex: residentID.sex)
  }

  package init(_ code: SocialCreditCode) {
    self.init(scheme: .socialCreditCode, number: code.text, bornOn: nil, sex: nil)
  }

  private init(scheme: IdentityScheme, number: String, bornOn: Day?, sex: Sex?) {
    self.scheme = scheme
    self.number = number
    self.bornOn = bornOn
    self.sex = sex
  }

  /// The number for lists: `5134**********1234`.
  package var masked: String { Masking.number(number) }
}

/// What stands in a list in place of personal data.
package enum Masking {
  /// The first and the last four characters, stars between; only stars if there are eight or fewer.
  package static func number(_ text: String) -> String {
    guard text.count > 8 else { return String(repeating: "*", count: text.count) }
    return text.prefix(4) + String(repeating: "*", count: text.count - 8) + text.suffix(4)
  }

  /// The first character and one star, which hides the length too: `张*`.
  package static func name(_ text: String) -> String { text.prefix(1) + "*" }
}

extension StringProtocol {
  /// The position, from 1, of the first control character, which would break a line of a list.
  var firstControlCharacter: Int? {
    for (index, character) in enumerated()
    where character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return index + 1
    }
    return nil
  }
}
