package import Calculations

extension ErrorMessages {
  package static func phrase(_ error: DayCountError) -> Phrase {
    switch error {
    case .untilBeforeFrom(let from, let until):
      Phrase(
        zh: "until \(until) 早于 from \(from)；请给不早于起日的止日",
        en: "until \(until) lies before from \(from); give a day on or after the first")
    }
  }
}
