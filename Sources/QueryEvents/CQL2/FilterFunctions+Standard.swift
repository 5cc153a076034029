import Model

extension FilterFunctions {
  /// The functions of marsad: numbers, text and the parts of dates.
  package static let standard = FilterFunctions(numbers + texts + dates)

  private static let numbers: [FilterFunction] = [
    number("abs", "The number without its sign.") { $0.magnitude },
    number("ceil", "The least whole number that is not less.") { $0.rounded(.up) },
    number("floor", "The greatest whole number that is not greater.") { $0.rounded(.down) },
    number("round", "The nearest whole number; a half away from zero.") { $0.rounded() },
    number("sqrt", "The square root; null for a negative number.") { $0.squareRoot() },
    extreme("min", "The least of the numbers.") { $0 < 0 },
    extreme("max", "The greatest of the numbers.") { $0 > 0 },
  ]

  private static func number(
    _ name: String, _ summary: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> FilterFunction {
    FilterFunction(name, [[.number]], gives: .number, summary) { values in
      guard case .number(let number) = values[0] else { return .null }
      return .real(body(number.double))
    }
  }

  private static func extreme(
    _ name: String, _ summary: String, _ isBetter: @escaping @Sendable (Int) -> Bool
  ) -> FilterFunction {
    FilterFunction(name, [[.number]], isVariadic: true, gives: .number, summary) { values in
      var best: FilterNumber?
      for value in values {
        guard case .number(let number) = value else { return .null }
        if best.map({ isBetter(number.compare($0)) }) ?? true { best = number }
      }
      return best.map(FilterValue.number) ?? .null
    }
  }

  private static let texts: [FilterFunction] = [
    FilterFunction(
      "concat", [[.text]], isVariadic: true, gives: .text, "The texts, one after the other."
    ) { values in
      var result = ""
      for value in values {
        guard case .text(let text) = value else { return .null }
        result += text
      }
      return .text(result)
    },
    FilterFunction(
      "length", [[.text, .array]], gives: .number,
      "How many characters (Unicode scalars) a text has, or elements an array."
    ) { values in
      switch values[0] {
      case .text(let text): .integer(text.unicodeScalars.count)
      case .array(let elements): .integer(elements.count)
      default: .null
      }
    },
    text("lower", "The text in lower case, whatever the locale.") { $0.lowercased() },
    text("upper", "The text in upper case, whatever the locale.") { $0.uppercased() },
  ]

  private static func text(
    _ name: String, _ summary: String, _ body: @escaping @Sendable (String) -> String
  ) -> FilterFunction {
    FilterFunction(name, [[.text]], gives: .text, summary) { values in
      guard case .text(let text) = values[0] else { return .null }
      return .text(body(text))
    }
  }

  private static let dates: [FilterFunction] = [
    date("year", "The year of a date, or of a timestamp in UTC.") { year, _, _ in year },
    date("month", "The month, 1 to 12.") { _, month, _ in month },
    date("day", "The day of the month, 1 to 31.") { _, _, day in day },
  ]

  private static func date(
    _ name: String, _ summary: String,
    _ part: @escaping @Sendable (_ year: Int, _ month: Int, _ day: Int) -> Int
  ) -> FilterFunction {
    FilterFunction(name, [[.date, .timestamp]], gives: .number, summary) { values in
      switch values[0] {
      case .date(let day): .integer(part(day.year, day.month, day.day))
      case .timestamp(let instant):
        .integer(part(instant.day.year, instant.day.month, instant.day.day))
      default: .null
      }
    }
  }
}
