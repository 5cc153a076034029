/// Texts and numbers as XML 1.0 holds them.
enum XMLText {
  /// Returns the text for content and for attributes in double quotes.
  ///
  /// Line breaks and tabs become blanks; what XML does not allow at all (other controls, U+FFFE,
  /// U+FFFF) becomes U+FFFD, so that nothing that a report says can break the document.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
      default: result.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// XML allows more than these; C1 controls and noncharacters it only discourages.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
  }
}

/// Builds an XML document, element by element, with one line for each.
struct XMLBuilder {
  private(set) var text = ""
  private var open: [String] = []

  /// An attribute; nil leaves it out.
  typealias Attributes = KeyValuePairs<String, String?>

  init(declaration: Bool = false) {
    if declaration { text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" }
  }

  /// Begins an element that holds others.
  mutating func begin(
    _ name: String, _ attributes: Attributes = [:], with others: Attributes = [:]
  ) {
    head(name, attributes, others)
    text += ">\n"
    open.append(name)
  }

  /// Ends the element that was begun last.
  mutating func end() {
    guard let name = open.popLast() else { return }
    text += "</\(name)>\n"
  }

  /// Adds an element that holds text, or nothing.
  mutating func add(
    _ name: String, _ attributes: Attributes = [:], with others: Attributes = [:],
    text content: String? = nil
  ) {
    head(name, attributes, others)
    guard let content else {
      text += "/>\n"
      return
    }
    text += ">\(XMLText.escaped(content))</\(name)>\n"
  }

  private mutating func head(
    _ name: String, _ attributes: Attributes, _ others: Attributes = [:]
  ) {
    text += "<" + name
    for attributes in [attributes, others] {
      for (key, value) in attributes {
        guard let value else { continue }
        text += " \(key)=\"\(XMLText.escaped(value))\""
      }
    }
  }
}

extension Double {
  /// With at most one decimal, as pixels are written.
  var pixels: String { DecimalDigits.text(self, decimals: 1) }
}
