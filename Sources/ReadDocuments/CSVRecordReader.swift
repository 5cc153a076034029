package import Files
package import Model

/// Cuts a stream into the records of RFC 4180: quotes, doubled quotes, line ends inside of quotes.
///
/// Tolerates LF alone and quotes in the middle of a bare cell, whose meaning is plain; a cell that
/// goes on after its closing quote, or never closes, is a finding. Memory: one record.
package struct CSVRecordReader {
  package struct Record {
    package let start: TextPosition
    package fileprivate(set) var cells: [Cell] = []
    /// The bytes of all cells, quotes taken off.
    fileprivate(set) var bytes: [UInt8] = []

    package func string(_ cell: Int) -> String { TextBytes.string(bytes.span, cells[cell].range) }
  }

  package struct Cell {
    fileprivate(set) var range: Range<Int>
    package let start: TextPosition
  }

  package enum Event {
    case record(Record)
    case problem(Diagnostic)
  }

  private enum State {
    case cellStart, bare, quoted, afterQuote, afterQuoteAndReturn
  }

  private let path: String
  private let limit: Int
  private var cursor: ByteCursor
  private var record = Record(start: TextPosition())
  private var cellStart = TextPosition()
  private var firstByte = 0
  /// The record as it stands in the file: the place of a bad byte is counted in it.
  private var raw: [UInt8] = []
  private var length = 0
  private var problem: Diagnostic?

  package init(_ stream: ByteStream, path: String, limit: Int) {
    self.path = path
    self.limit = limit
    cursor = ByteCursor(stream)
  }

  /// Returns the next record that is not blank, or a finding about it; nil at the end.
  package mutating func next() throws -> Event? {
    while try cursor.peek() != nil {
      try readRecord()
      if let problem { return .problem(problem) }
      if length > limit {
        return .problem(
          finding(.tooLarge, "the row has \(length) bytes, more than the limit of \(limit)"))
      }
      if let failure = UTF8Failure.find(raw.span, path: path, start: record.start) {
        return .problem(failure)
      }
      if record.cells.count == 1, raw.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) { continue }
      return .record(record)
    }
    return nil
  }

  private mutating func readRecord() throws {
    record = Record(start: cursor.place)
    raw.removeAll(keepingCapacity: true)
    length = 0
    problem = nil
    beginCell()
    var state = State.cellStart
    while let byte = try cursor.peek() {
      let place = cursor.place
      cursor.advance()
      length += 1
      if length <= limit { raw.append(byte) } else { dropContent() }
      if byte == 0x0A, state != .quoted {
        endCell(isBare: state == .bare || state == .cellStart)
        return
      }
      state = step(byte, state, place)
    }
    if state == .quoted, problem == nil {
      problem = Diagnostic(
        .error, .csvQuotes,
        "the quote that opens this cell is never closed; nothing after it could be read",
        path: path, at: cellStart)
    }
    endCell(isBare: state == .bare || state == .cellStart)
  }

  private mutating func step(_ byte: UInt8, _ state: State, _ place: TextPosition) -> State {
    switch state {
    case .cellStart where byte == UInt8(ascii: "\""): return .quoted
    case .cellStart, .bare:
      if byte == UInt8(ascii: ",") { return nextCell() }
      keep(byte)
      return .bare
    case .quoted:
      if byte == UInt8(ascii: "\"") { return .afterQuote }
      keep(byte)
      return .quoted
    case .afterQuote:
      switch byte {
      case UInt8(ascii: "\""):
        keep(byte)
        return .quoted
      case UInt8(ascii: ","): return nextCell()
      case 0x0D: return .afterQuoteAndReturn
      default: break
      }
    case .afterQuoteAndReturn: break
    }
    // The rest of the line is read as a bare cell, so that the next record starts with the next
    // line; this one is lost either way.
    if problem == nil {
      problem = Diagnostic(
        .error, .csvQuotes,
        "the cell goes on after its closing quote; a quote inside a cell is written twice",
        path: path, at: place)
    }
    return .bare
  }

  private mutating func beginCell() {
    cellStart = cursor.place
    firstByte = record.bytes.count
  }

  private mutating func endCell(isBare: Bool) {
    // The CR of a line end; one inside of a cell stays.
    if isBare, record.bytes.count > firstByte, record.bytes.last == 0x0D {
      record.bytes.removeLast()
    }
    record.cells.append(Cell(range: firstByte..<record.bytes.count, start: cellStart))
  }

  private mutating func nextCell() -> State {
    record.cells.append(Cell(range: firstByte..<record.bytes.count, start: cellStart))
    beginCell()
    return .cellStart
  }

  private mutating func keep(_ byte: UInt8) {
    if length <= limit { record.bytes.append(byte) }
  }

  /// Beyond the limit a record is counted to its end and not kept.
  private mutating func dropContent() {
    if raw.isEmpty { return }
    raw = []
    record.bytes = []
    record.cells = []
    firstByte = 0
  }

  private func finding(_ code: ReadErrorCode, _ message: String) -> Diagnostic {
    Diagnostic(.error, code, message, path: path, at: record.start)
  }
}
