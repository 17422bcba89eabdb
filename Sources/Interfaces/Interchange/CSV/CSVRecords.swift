/// The records of a CSV text, strictly by RFC 4180: the header is the first of them.
///
/// Shape:  LF or CRLF ends a record, the last may end without; a UTF-8 mark at the start is passed.
/// Bounds: one chunk and one record are in memory at a time.
/// Why:    a reader that guesses what a broken file meant books what nobody wrote.
struct CSVRecords {
  /// Where in a record the next byte lies.
  private enum State {
    case fieldStart, unquoted, quoted, quoteInQuoted, afterCarriageReturn
  }

  private let source: ByteSource
  private let rules: CSVRules
  private var chunk: [UInt8] = []
  private var position = 0
  /// The bytes of the file before `chunk`.
  private var bytesBefore = 0
  /// The line of the next byte.
  private var line = 1
  private var quoteLine = 1
  /// The fields of the present record, unquoted, one behind the other, and where each ends.
  private var bytes: [UInt8] = []
  private var fieldEnds: [Int] = []
  private var recordStart = 0

  init(_ source: ByteSource, rules: CSVRules) throws(CSVError) {
    self.source = source
    self.rules = rules
    try skipByteOrderMark()
  }

  /// The next record with the line it begins on; nil at the end.
  ///
  /// After `invalidUTF8` and `nulByte` the next call goes on with the record that follows.
  mutating func next() throws(CSVError) -> (line: Int, fields: [String])? {
    let first = line
    bytes.removeAll(keepingCapacity: true)
    fieldEnds.removeAll(keepingCapacity: true)
    recordStart = bytesBefore + position
    var state = State.fieldStart
    while try fill() {
      let byte = chunk[position]
      position += 1
      if try take(byte, &state) { return (first, try fields(line: first)) }
    }
    switch state {
    case .quoted: throw .unclosedQuote(line: quoteLine)
    case .afterCarriageReturn: throw .bareCarriageReturn(line: line)
    case .fieldStart where fieldEnds.isEmpty: return nil
    case .fieldStart, .unquoted, .quoteInQuoted:
      fieldEnds.append(bytes.count)
      return (first, try fields(line: first))
    }
  }

  /// Whether a byte is left, in this chunk or the next.
  private mutating func fill() throws(CSVError) -> Bool {
    if position < chunk.count { return true }
    bytesBefore += chunk.count
    position = 0
    chunk = try source.next() ?? []
    guard bytesBefore + chunk.count <= rules.fileBytesMax else {
      throw .tooLarge(.fileBytes, allowed: rules.fileBytesMax, line: line)
    }
    return !chunk.isEmpty
  }

  private mutating func skipByteOrderMark() throws(CSVError) {
    while chunk.count < 3 {
      guard let more = try source.next() else { break }
      chunk += more
    }
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    guard chunk.count <= rules.fileBytesMax else {
      throw .tooLarge(.fileBytes, allowed: rules.fileBytesMax, line: line)
    }
  }

  /// Adds a byte to the record.
  ///
  /// - Returns: whether the record is complete.
  private mutating func take(_ byte: UInt8, _ state: inout State) throws(CSVError) -> Bool {
    switch state {
    case .quoted:
      if byte == quote { state = .quoteInQuoted } else { try append(byte) }
      if byte == lineFeed { line += 1 }
      return false
    case .fieldStart where byte == quote:
      state = .quoted
      quoteLine = line
      return false
    case .quoteInQuoted where byte == quote:
      state = .quoted
      try append(byte)
      return false
    case .afterCarriageReturn:
      guard byte == lineFeed else { throw .bareCarriageReturn(line: line) }
      line += 1
      return true
    case .fieldStart, .unquoted, .quoteInQuoted:
      return try takeOutsideQuotes(byte, &state)
    }
  }

  private mutating func takeOutsideQuotes(
    _ byte: UInt8, _ state: inout State
  ) throws(CSVError) -> Bool {
    switch byte {
    case rules.separator.rawValue:
      fieldEnds.append(bytes.count)
      state = .fieldStart
    case lineFeed:
      fieldEnds.append(bytes.count)
      line += 1
      return true
    case carriageReturn:
      fieldEnds.append(bytes.count)
      state = .afterCarriageReturn
    case quote: throw .quoteInUnquotedField(line: line)
    default:
      guard state != .quoteInQuoted else { throw .textAfterQuote(line: line) }
      state = .unquoted
      try append(byte)
    }
    return false
  }

  private mutating func append(_ byte: UInt8) throws(CSVError) {
    guard bytes.count - (fieldEnds.last ?? 0) < rules.fieldBytesMax else {
      throw .tooLarge(.fieldBytes, allowed: rules.fieldBytesMax, line: line)
    }
    guard bytesBefore + position - recordStart <= rules.rowBytesMax else {
      throw .tooLarge(.rowBytes, allowed: rules.rowBytesMax, line: line)
    }
    bytes.append(byte)
  }

  private func fields(line: Int) throws(CSVError) -> [String] {
    guard !bytes.contains(0) else { throw .nulByte(line: line) }
    var fields: [String] = []
    fields.reserveCapacity(fieldEnds.count)
    var start = 0
    for end in fieldEnds {
      guard let field = String(validating: bytes[start..<end], as: UTF8.self) else {
        throw .invalidUTF8(line: line)
      }
      fields.append(field)
      start = end
    }
    return fields
  }
}

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
