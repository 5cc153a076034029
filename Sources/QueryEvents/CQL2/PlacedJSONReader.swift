/// Reads JSON (RFC 8259) into values with places.
///
/// Linear in the length; nesting is limited. Offsets count Unicode scalars.
struct PlacedJSONReader {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Returns the value that fills the text.
  static func read(_ scalars: [Unicode.Scalar]) throws(FilterFault) -> PlacedJSON {
    var reader = PlacedJSONReader(scalars)
    reader.skipBlanks()
    let result = try reader.value()
    reader.skipBlanks()
    if reader.index < scalars.count { throw reader.expected("the end") }
    return result
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while let scalar = current, [" ", "\t", "\n", "\r"].contains(scalar) { index += 1 }
  }

  private func expected(_ what: String) -> FilterFault {
    let found = current == nil ? "the end" : "another character"
    return FilterFault(.notJSON, at: index, "JSON: \(what) is expected, found \(found)")
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(FilterFault) -> PlacedJSON {
    let offset = index
    let value: PlacedJSON.Value
    switch current {
    case "{": value = .object(try members())
    case "[": value = .array(try elements())
    case "\"": value = .string(try string())
    case "t": value = try word("true", .boolean(true))
    case "f": value = try word("false", .boolean(false))
    case "n": value = try word("null", .null)
    case let scalar? where scalar == "-" || FilterCharacters.isDigit(scalar):
      value = .number(try number())
    default: throw expected("a value")
    }
    return PlacedJSON(value: value, offset: offset)
  }

  private mutating func word(
    _ text: String, _ value: PlacedJSON.Value
  ) throws(FilterFault) -> PlacedJSON.Value {
    for scalar in text.unicodeScalars {
      guard take(scalar) else { throw expected("“\(text)”") }
    }
    return value
  }

  private mutating func enter() throws(FilterFault) {
    depth += 1
    if depth > FilterLimits.depthOfJSON {
      throw FilterFault(
        .tooDeep, at: index, "JSON nested more than \(FilterLimits.depthOfJSON) deep")
    }
    index += 1
    skipBlanks()
  }

  private mutating func members() throws(FilterFault) -> [PlacedJSON.Member] {
    try enter()
    defer { depth -= 1 }
    var members: [PlacedJSON.Member] = []
    if take("}") { return members }
    while true {
      let offset = index
      guard current == "\"" else { throw expected("a key in double quotes") }
      let key = try string()
      skipBlanks()
      guard take(":") else { throw expected("“:”") }
      skipBlanks()
      members.append(PlacedJSON.Member(key: key, keyOffset: offset, value: try value()))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw expected("“,” or “}”") }
      skipBlanks()
    }
  }

  private mutating func elements() throws(FilterFault) -> [PlacedJSON] {
    try enter()
    defer { depth -= 1 }
    var values: [PlacedJSON] = []
    if take("]") { return values }
    while true {
      values.append(try value())
      skipBlanks()
      if take("]") { return values }
      guard take(",") else { throw expected("“,” or “]”") }
      skipBlanks()
    }
  }

  private mutating func number() throws(FilterFault) -> FilterNumber {
    let start = index
    _ = take("-")
    if take("0") {
      if let next = current, FilterCharacters.isDigit(next) {
        throw expected("no digit after a leading zero")
      }
    } else {
      try digits()
    }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<index])
    let text = String(view)
    if let whole = Int(text) { return .integer(whole) }
    guard let value = Double(text), value.isFinite else {
      throw FilterFault(.badNumber, at: start, "a number that is too large")
    }
    return .real(value)
  }

  private mutating func digits() throws(FilterFault) {
    let start = index
    while let scalar = current, FilterCharacters.isDigit(scalar) { index += 1 }
    if index == start { throw expected("a digit") }
  }

  private mutating func string() throws(FilterFault) -> String {
    let start = index
    var view = String.UnicodeScalarView()
    index += 1
    while let scalar = current {
      if scalar.value < 0x20 { throw expected("a control character written as \\u") }
      index += 1
      if scalar == "\"" { return String(view) }
      view.append(scalar == "\\" ? try escape() : scalar)
    }
    throw FilterFault(.notJSON, at: start, "JSON: a string begins here and does not end")
  }

  private mutating func escape() throws(FilterFault) -> Unicode.Scalar {
    guard let scalar = current else { throw expected("a character after the backslash") }
    index += 1
    switch scalar {
    case "\"", "\\", "/": return scalar
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let start = index
      let unit = try hex()
      if let plain = Unicode.Scalar(unit) { return plain }
      guard unit < 0xDC00, take("\\"), take("u") else { throw half(start) }
      let low = try hex()
      guard (0xDC00...0xDFFF).contains(low),
        let joined = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
      else { throw half(start) }
      return joined
    default:
      index -= 1
      throw expected("one of \" \\ / b f n r t u after the backslash")
    }
  }

  private func half(_ offset: Int) -> FilterFault {
    FilterFault(.notJSON, at: offset, "JSON: half of a surrogate pair")
  }

  private mutating func hex() throws(FilterFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = current, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
        throw expected("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}
