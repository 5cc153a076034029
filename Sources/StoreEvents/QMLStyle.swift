import Model

/// A style as QGIS reads it: a categorized renderer with one symbol for each category.
struct QMLStyle {
  let style: LayerStyle

  /// The document, version 3.16 or later of QGIS.
  var text: String {
    var xml = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
    xml += "<qgis version=\"3.22\" styleCategories=\"Symbology\">\n"
    xml += " <renderer-v2 type=\"categorizedSymbol\" attr=\(quoted(style.attribute))"
    xml += " enableorderby=\"0\" forceraster=\"0\" symbollevels=\"0\">\n  <categories>\n"
    for (number, category) in style.categories.enumerated() {
      xml += "   <category value=\(quoted(category.value)) label=\(quoted(category.label))"
      xml += " symbol=\"\(number)\" render=\"true\" type=\"string\"/>\n"
    }
    xml += "  </categories>\n  <symbols>\n"
    for (number, category) in style.categories.enumerated() {
      xml += symbol(number, category.color)
    }
    xml += "  </symbols>\n </renderer-v2>\n</qgis>\n"
    return xml
  }

  private func symbol(_ number: Int, _ color: LayerStyle.Color) -> String {
    let kind = if case .dot = style.symbol { "marker" } else { "fill" }
    var xml = "   <symbol name=\"\(number)\" type=\"\(kind)\" alpha=\"1\" clip_to_extent=\"1\""
    xml += " force_rhr=\"0\">\n"
    let edge = LayerStyle.Color(0x333333)
    var line = color
    line.alpha = 255
    switch style.symbol {
    case .dot(let size, let expression):
      xml += layer(
        "SimpleMarker",
        [
          ("name", "circle"), ("color", color.text), ("size", "\(size)"), ("size_unit", "MM"),
          ("outline_color", edge.text), ("outline_width", "0.2"), ("outline_width_unit", "MM"),
          ("outline_style", "solid"), ("scale_method", "diameter"),
        ], sizeExpression: expression)
    case .hatch:
      var thin = color
      thin.alpha = 25
      xml += layer(
        "SimpleFill",
        [
          ("color", thin.text), ("style", "solid"), ("outline_color", line.text),
          ("outline_width", "0.26"), ("outline_width_unit", "MM"), ("outline_style", "dash"),
        ])
      var stripes = color
      stripes.alpha = 110
      xml += layer(
        "SimpleFill",
        [("color", stripes.text), ("style", "f_diagonal"), ("outline_style", "no")])
    case .fill:
      xml += layer(
        "SimpleFill",
        [
          ("color", color.text), ("style", "solid"), ("outline_color", LayerStyle.claimLine.text),
          ("outline_width", "0.3"), ("outline_width_unit", "MM"), ("outline_style", "dash"),
        ])
    case .outline:
      // The larger the unit, the heavier its outline.
      let width = ["0.7", "0.45", "0.25", "0.15"]
      xml += layer(
        "SimpleFill",
        [
          ("color", "0,0,0,0"), ("style", "no"), ("outline_color", color.text),
          ("outline_width", number < width.count ? width[number] : "0.15"),
          ("outline_width_unit", "MM"), ("outline_style", "solid"),
        ])
    }
    return xml + "   </symbol>\n"
  }

  private func layer(
    _ kind: String, _ options: [(String, String)], sizeExpression: String? = nil
  ) -> String {
    var xml = "    <layer class=\"\(kind)\" enabled=\"1\" locked=\"0\" pass=\"0\">\n"
    xml += "     <Option type=\"Map\">\n"
    for (name, value) in options { xml += option(name, value, indent: 6) }
    xml += "     </Option>\n"
    // Older programs read the same as `prop`.
    for (name, value) in options { xml += "     <prop k=\(quoted(name)) v=\(quoted(value))/>\n" }
    if let sizeExpression {
      xml += "     <data_defined_properties>\n      <Option type=\"Map\">\n"
      xml += option("name", "", indent: 7)
      xml += "       <Option name=\"properties\" type=\"Map\">\n"
      xml += "        <Option name=\"size\" type=\"Map\">\n"
      xml += option("active", "true", type: "bool", indent: 9)
      xml += option("expression", sizeExpression, indent: 9)
      xml += option("type", "3", type: "int", indent: 9)
      xml += "        </Option>\n       </Option>\n"
      xml += option("type", "collection", indent: 7)
      xml += "      </Option>\n     </data_defined_properties>\n"
    }
    return xml + "    </layer>\n"
  }

  private func option(
    _ name: String, _ value: String, type: String = "QString", indent: Int
  ) -> String {
    String(repeating: " ", count: indent)
      + "<Option name=\(quoted(name)) type=\"\(type)\" value=\(quoted(value))/>\n"
  }

  /// The text as the value of an XML attribute.
  private func quoted(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n": escaped += "&#xa;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}

extension LayerStyle.Color {
  /// The parts as QGIS writes them.
  fileprivate var text: String { "\(red),\(green),\(blue),\(alpha)" }
}
