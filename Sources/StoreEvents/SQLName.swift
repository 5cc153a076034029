/// SQL spelled so that no name is taken for anything else.
package enum SQLName {
  /// The name in double quotes.
  package static func quoted(_ name: String) -> String { delimited(name, by: "\"") }

  /// The text as a literal in single quotes.
  static func literal(_ text: String) -> String { delimited(text, by: "'") }

  /// By scalars, as SQLite reads them: a mark with an accent on it is one `Character`.
  private static func delimited(_ text: String, by mark: Unicode.Scalar) -> String {
    var quoted = String.UnicodeScalarView()
    quoted.append(mark)
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == mark { quoted.append(mark) }
    }
    quoted.append(mark)
    return String(quoted)
  }
}
