/// How much room a text takes, near enough to lay out a page without its font.
///
/// The widths are those of a wide sans-serif (DejaVu Sans); whatever the viewer has is hardly wider.
enum TextMeasure {
  /// Returns the width in pixels.
  static func width(_ text: String, size: Double) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "i", "j", "l", "I", "'", "|", ".", ",", ":", ";", "!", " ", "(", ")", "f", "t", "r", "/",
        "-":
        ems += 0.36
      case "m", "w", "M", "W", "@", "%", "—": ems += 0.95
      case "A"..."Z", "0"..."9": ems += 0.68
      default: ems += Double(DisplayWidth.of(String(scalar))) * 0.6
      }
    }
    return ems * size
  }

  /// Breaks a text into lines that are no wider than that, at blanks; a word that is wider stands alone.
  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, Self.width(longer, size: size) > width {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Cuts a text that is wider than that, with an ellipsis.
  static func cut(_ text: String, size: Double, width: Double) -> String {
    if Self.width(text, size: size) <= width { return text }
    var result = text
    while !result.isEmpty, Self.width(result + "…", size: size) > width { result.removeLast() }
    return result + "…"
  }
}
