/// How names, strings and numbers are written in the two encodings.
enum FilterLiterals {
  /// A property's name in the text encoding, in double quotes where it needs them.
  static func name(_ name: String) -> String {
    FilterCharacters.isPlainName(name) ? name : "\"" + doubled(name, "\"") + "\""
  }

  /// A string in the text encoding.
  ///
  /// A backslash is doubled only where it would be read as an escape, so that `\%` of a pattern
  /// stays as it is.
  static func string(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append("'")
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      view.append(scalar)
      if scalar == "'" { view.append("'") }
      if scalar == "\\" {
        // The quote that ends the string stands behind the last one.
        let next = index + 1 < scalars.count ? scalars[index + 1] : "'"
        if FilterCharacters.escapes[next] != nil { view.append("\\") }
      }
    }
    view.append("'")
    return String(view)
  }

  /// The text with each quote twice, by scalars: a quote with an accent on it is one `Character`.
  static func doubled(_ text: String, _ quote: Unicode.Scalar) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      view.append(scalar)
      if scalar == quote { view.append(scalar) }
    }
    return String(view)
  }

  /// A number in either encoding.
  static func number(_ number: FilterNumber) -> String {
    switch number {
    case .integer(let value): String(value)
    case .real(let value): self.number(value)
    }
  }

  /// The shortest digits that give the double again; whole numbers without a fraction.
  static func number(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  /// A string in JSON.
  static func json(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
