import Model

/// The events that have a point.
extension SVGMapDrawing {
  mutating func drawSymbols() {
    // Where symbols had to make room for each other, a speck shows the place itself.
    for anchor in layout.anchors {
      xml.add(
        "circle", ["cx": anchor.x.pixels, "cy": anchor.y.pixels, "r": "1.4", "fill": "#222222"])
    }
    for symbol in layout.symbols {
      xml.begin(
        "circle",
        [
          "cx": symbol.center.x.pixels, "cy": symbol.center.y.pixels, "r": symbol.radius.pixels,
          "fill": style.categories[symbol.category].color.hexadecimal, "fill-opacity": "0.9",
          "stroke": "#333333", "stroke-width": "0.8",
        ])
      xml.add("title", text: title(of: symbol))
      xml.end()
      if symbol.events.count > 1 {
        xml.addText(
          String(symbol.events.count), x: symbol.center.x, y: symbol.center.y + 3.5,
          anchor: .middle, ["font-size": "10", "font-weight": "bold"])
      }
    }
  }

  private func title(of symbol: MapSymbol) -> String {
    let event = map.events[symbol.events[0]]
    guard symbol.events.count > 1 else { return Self.title(of: event) }
    return [
      event.placeName, event.type, MapSummary.count(symbol.events.count, "event"),
    ].compactMap(\.self).joined(separator: " · ")
  }
}
