/// Every text that differs from `number` in one character, or in two unequal neighbours swapped.
func slips(of number: String, alphabet: String) -> [String] {
  let characters = Array(number)
  var slips: [String] = []
  for index in characters.indices {
    for other in alphabet where other != characters[index] {
      var slip = characters
      slip[index] = other
      slips.append(String(slip))
    }
    let next = index + 1
    if next < characters.count, characters[index] != characters[next] {
      var slip = characters
      slip.swapAt(index, next)
      slips.append(String(slip))
    }
  }
  return slips
}
