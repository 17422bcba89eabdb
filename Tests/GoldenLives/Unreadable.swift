/// What of a file of lives can't be read.
enum Unreadable: Error {
  case line(String, number: Int)
  case words(found: String, expected: String)
}
