/// Splits a filter in the text encoding into words.
///
/// Linear in its length. Offsets count Unicode scalars.
struct FilterLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var result = FilterTokens()

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// Returns the words and, as the last, the end.
  static func tokens(_ scalars: [Unicode.Scalar]) throws(FilterFault) -> FilterTokens {
    var lexer = FilterLexer(scalars)
    try lexer.run()
    return lexer.result
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  private var following: Unicode.Scalar? {
    index + 1 < scalars.count ? scalars[index + 1] : nil
  }

  private mutating func run() throws(FilterFault) {
    while let scalar = current {
      let start = index
      if FilterCharacters.isBlank(scalar) {
        index += 1
      } else if FilterCharacters.isNameStart(scalar) {
        result.append(.name(name()), at: start)
      } else if FilterCharacters.isDigit(scalar)
        || (scalar == "." && following.map(FilterCharacters.isDigit) == true)
      {
        result.append(.number(try number()), at: start)
      } else if scalar == "'" {
        result.append(.string(try string()), at: start)
      } else if scalar == "\"" {
        result.append(.quotedName(try quotedName()), at: start)
      } else {
        result.append(.symbol(try symbol(scalar)), at: start)
      }
    }
    result.append(.end, at: index)
  }

  private mutating func name() -> String {
    let start = index
    while let scalar = current, FilterCharacters.isNamePart(scalar) { index += 1 }
    return text(start..<index)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private mutating func number() throws(FilterFault) -> String {
    let start = index
    digits()
    if current == "." {
      index += 1
      digits()
    }
    if current == "e" || current == "E" {
      index += 1
      if current == "+" || current == "-" { index += 1 }
      guard digits() else {
        throw FilterFault(.badNumber, at: start, "digits are expected after the E of a number")
      }
    }
    if let scalar = current, FilterCharacters.isNamePart(scalar) {
      throw FilterFault(
        .badNumber, at: index,
        "“\(scalar)” right after a number; a name that begins with a digit stands in double quotes")
    }
    return text(start..<index)
  }

  @discardableResult
  private mutating func digits() -> Bool {
    let start = index
    while let scalar = current, FilterCharacters.isDigit(scalar) { index += 1 }
    return index > start
  }

  /// Reads a string: a quote inside is doubled or stands behind a backslash.
  ///
  /// `\\` is a backslash; a backslash before any other character stays, for LIKE knows `\%`.
  private mutating func string() throws(FilterFault) -> String {
    let start = index
    var view = String.UnicodeScalarView()
    index += 1
    while let scalar = current {
      if scalar == "'" {
        index += 1
        guard current == "'" else { return String(view) }
        view.append("'")
      } else if scalar == "\\", let next = following,
        let escaped = FilterCharacters.escapes[next]
      {
        view.append(escaped)
        index += 1
      } else {
        view.append(scalar)
      }
      index += 1
    }
    throw FilterFault(
      .unterminated, at: start, "a string begins here and does not end; close it with '")
  }

  /// Reads a name in double quotes; a double quote inside is doubled.
  private mutating func quotedName() throws(FilterFault) -> String {
    let start = index
    var view = String.UnicodeScalarView()
    index += 1
    while let scalar = current {
      index += 1
      if scalar == "\"" {
        guard current == "\"" else {
          if view.isEmpty {
            throw FilterFault(.unexpected, at: start, "a name between the quotes is expected")
          }
          return String(view)
        }
        index += 1
      }
      view.append(scalar)
    }
    throw FilterFault(
      .unterminated, at: start, "a quoted name begins here and does not end; close it with \"")
  }

  private mutating func symbol(_ scalar: Unicode.Scalar) throws(FilterFault) -> String {
    let start = index
    index += 1
    switch scalar {
    case "(", ")", ",", "=", "+", "-", "*", "/", "%", "^": return String(scalar)
    case "<":
      if current == ">" || current == "=" {
        index += 1
        return text(start..<index)
      }
      return "<"
    case ">":
      if current == "=" {
        index += 1
        return ">="
      }
      return ">"
    case "!":
      throw FilterFault(
        .unknownCharacter, at: start, "“!” is no operator of CQL2: unequal is <>, negation NOT")
    default:
      throw FilterFault(
        .unknownCharacter, at: start,
        "U+\(Self.hex(scalar)) has no meaning here; text stands in single quotes")
    }
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
