internal import Files
internal import Model

/// Reads a `.json` file: one object, an array of them, or several after each other.
///
/// The values are cut out of the stream first and parsed one by one, so that an array of a
/// million documents needs the memory of one.
struct JSONFileReader {
  private let path: String
  private let defaults: ReadDefaults
  private var cursor: ByteCursor
  private var value: [UInt8] = []
  private var valueLength = 0

  init(_ stream: ByteStream, path: String, defaults: ReadDefaults) {
    self.path = path
    self.defaults = defaults
    cursor = ByteCursor(stream)
  }

  /// Hands out an item for each value; returns how many.
  mutating func read(_ deliver: (ReadItem) throws -> Void) throws -> Int {
    try cursor.skipBlanks()
    guard let first = try cursor.peek() else {
      try deliver(failure(.empty, "the file is empty", cursor.place))
      return 1
    }
    if first == UInt8(ascii: "[") { return try readArray(deliver) }
    var count = 0
    while try cursor.peek() != nil {
      try deliver(try nextItem())
      count += 1
      try cursor.skipBlanks()
    }
    return count
  }

  private mutating func readArray(_ deliver: (ReadItem) throws -> Void) throws -> Int {
    cursor.advance()
    try cursor.skipBlanks()
    var count = 0
    if try cursor.peek() != UInt8(ascii: "]") {
      while true {
        guard try cursor.peek() != nil else {
          try deliver(failure(.notJSON, "the array has no end", cursor.place))
          return count + 1
        }
        try deliver(try nextItem())
        count += 1
        try cursor.skipBlanks()
        let byte = try cursor.peek()
        if byte == UInt8(ascii: "]") { break }
        guard byte == UInt8(ascii: ",") else {
          try deliver(failure(.notJSON, "expected \",\" or \"]\" after an element", cursor.place))
          return count + 1
        }
        cursor.advance()
        try cursor.skipBlanks()
      }
    }
    cursor.advance()
    try cursor.skipBlanks()
    if try cursor.peek() != nil {
      try deliver(failure(.notJSON, "there is something after the end of the array", cursor.place))
      count += 1
    }
    return count
  }

  private mutating func nextItem() throws -> ReadItem {
    let start = cursor.place
    value.removeAll(keepingCapacity: true)
    valueLength = 0
    try cutValue()
    if valueLength > defaults.documentLimit {
      return failure(
        .tooLarge,
        "the value has \(valueLength) bytes, more than the limit of \(defaults.documentLimit)",
        start)
    }
    let documents = JSONDocuments(
      origin: ReadOrigin(path: path, line: start.line), defaults: defaults)
    return documents.item(value, at: start)
  }

  /// Cuts one value by its brackets and quotes; whether it is JSON is for the parser to say.
  private mutating func cutValue() throws {
    var depth = 0
    while let byte = try cursor.peek() {
      switch byte {
      case UInt8(ascii: "\""):
        try cutString()
        if depth == 0 { return }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0, valueLength > 0 { return }
        depth -= 1
        if depth <= 0 {
          keep(byte)
          return
        }
      case UInt8(ascii: ",") where depth == 0 && valueLength > 0: return
      case 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return }
      default: break
      }
      keep(byte)
    }
  }

  private mutating func cutString() throws {
    keep(UInt8(ascii: "\""))
    var isEscaped = false
    while let byte = try cursor.peek() {
      keep(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        return
      }
    }
  }

  /// Moves on over a byte and keeps it while the value is within the limit.
  private mutating func keep(_ byte: UInt8) {
    cursor.advance()
    valueLength += 1
    if valueLength <= defaults.documentLimit {
      value.append(byte)
    } else if !value.isEmpty {
      value = []
    }
  }

  private func failure(
    _ code: ReadErrorCode, _ message: String, _ place: TextPosition
  ) -> ReadItem {
    .failure(id: nil, Diagnostic(.error, code, message, path: path, at: place))
  }
}
