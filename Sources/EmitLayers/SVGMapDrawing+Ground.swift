import Geometry
import Model

/// What lies below the events: land, claims, borders, uncertainty.
extension SVGMapDrawing {
  private enum Tint {
    static let beyond = "#ECECE8"
    static let land = "#FFFFFF"
    static let line = "#B9C2C9"
  }

  mutating func drawGround() {
    xml.add(
      "rect", Self.rectangle(frame.box),
      with: ["fill": units("adm0").isEmpty ? Tint.land : Tint.beyond])
    for neighbor in map.neighbors {
      guard let outline = neighbor.outline else { continue }
      addPath(
        frame.pixels(outline),
        ["fill": Tint.beyond, "stroke": "#999999", "stroke-width": "0.8"])
    }
    for country in units("adm0") { addPath(frame.pixels(country.polygons), ["fill": Tint.land]) }
    drawGraticule()
    drawTerritories()
  }

  /// Borders lie over areas, which often end at them.
  mutating func drawBorders() {
    for unit in units("adm1") {
      addPath(
        frame.pixels(unit.polygons),
        [
          "fill": "none", "stroke": color("admin_units", "adm1"), "stroke-width": "0.7",
          "stroke-linejoin": "round", "stroke-opacity": "0.7",
        ])
    }
    for country in units("adm0") {
      addPath(
        frame.pixels(country.polygons),
        [
          "fill": "none", "stroke": color("admin_units", "adm0"), "stroke-width": "1.6",
          "stroke-linejoin": "round",
        ])
    }
  }

  private func units(_ level: String) -> [SVGMap.Unit] { map.units.filter { $0.level == level } }

  private func color(_ layer: String, _ value: String) -> String {
    LayerStyle.named(layer)?.category(of: value)?.color.hexadecimal ?? "#555555"
  }

  private mutating func drawGraticule() {
    let graticule = Graticule(frame)
    for line in graticule.meridians + graticule.parallels where line.vertices.count > 1 {
      xml.add(
        "path",
        [
          "d": SVGPath.text(line.vertices, closed: false), "fill": "none", "stroke": Tint.line,
          "stroke-width": "0.5",
        ])
    }
  }

  private mutating func drawTerritories() {
    let line = LayerStyle.claimLine.hexadecimal
    // The core lies over the wider claim that holds it.
    for kind in ["wider", "core"] {
      let fill = LayerStyle.named("territories")?.category(of: kind)?.color ?? LayerStyle.claimLine
      for territory in territories.filled where (territory.kind == "core") == (kind == "core") {
        let pixels = frame.pixels(territory.polygons)
        let title = [territory.names.latin ?? territory.id, "published claim, \(territory.kind)"]
          .joined(separator: ": ")
        addPath(
          pixels,
          [
            "fill": fill.hexadecimal, "fill-opacity": (Double(fill.alpha) / 255).hundredths,
            "fill-rule": "evenodd",
          ])
        addPath(
          pixels,
          [
            "fill": "url(#claim-\(kind))", "fill-opacity": "0.55", "fill-rule": "evenodd",
            "stroke": line, "stroke-width": kind == "core" ? "1" : "0.7",
            "stroke-dasharray": kind == "core" ? nil : "5 3",
          ], title: title)
      }
    }
    for territory in territories.others {
      addPath(
        frame.pixels(territory.polygons),
        ["fill": "none", "stroke": line, "stroke-width": "0.7", "stroke-dasharray": "1 2.5"])
    }
  }

  /// Uncertainty: the large areas first, so that small ones stay seen.
  mutating func drawAreas() {
    let areas = map.events.indices.compactMap {
      index -> (index: Int, pixels: MultiPolygon, size: Double)? in
      guard let area = map.events[index].area else { return nil }
      let pixels = frame.pixels(area)
      guard let box = pixels.bounds, box.intersects(frame.box) else { return nil }
      // Below the smallest symbol nothing of it would be seen.
      let least = 2 * layout.radius(killed: nil)
      if points[index] != nil, box.maxX - box.minX < least, box.maxY - box.minY < least {
        return nil
      }
      return (index, pixels, (box.maxX - box.minX) * (box.maxY - box.minY))
    }.sorted { ($1.size, $0.index) < ($0.size, $1.index) }
    for area in areas {
      let event = map.events[area.index]
      let number = style.number(of: event.type)
      let line = style.categories[number].color.hexadecimal
      // The point shows where it was said to be; without one the area alone does.
      let hasPoint = points[area.index] != nil
      addPath(
        area.pixels,
        [
          "fill": "url(#area-\(number))", "fill-opacity": hasPoint ? "0.35" : "0.6",
          "fill-rule": "evenodd", "stroke": line, "stroke-width": hasPoint ? "0.6" : "1",
          "stroke-dasharray": "4 2", "stroke-opacity": hasPoint ? "0.7" : "1",
        ], title: hasPoint ? nil : Self.title(of: event))
    }
  }

  /// Adds a path of polygons, nothing when there is none of them.
  private mutating func addPath(
    _ polygons: MultiPolygon, _ attributes: XMLBuilder.Attributes, title: String? = nil
  ) {
    let path = SVGPath.text(polygons)
    if path.isEmpty { return }
    guard let title else {
      xml.add("path", ["d": path], with: attributes)
      return
    }
    xml.begin("path", ["d": path], with: attributes)
    xml.add("title", text: title)
    xml.end()
  }

  /// What a pointer that rests on an event reads, and a screen reader.
  static func title(of event: EventSummary) -> String {
    var parts: [String] = []
    switch (event.dateStart, event.dateEnd) {
    case (let start?, let end?) where start != end: parts.append("\(start) to \(end)")
    case (let start?, _): parts.append("\(start)")
    case (nil, let end?): parts.append("until \(end)")
    case (nil, nil): parts.append("no date")
    }
    if let type = event.type {
      parts.append(event.subType.map { $0 == type ? type : "\(type): \($0)" } ?? type)
    }
    if let place = event.placeName { parts.append(place) }
    switch (event.killed.minimum, event.killed.maximum) {
    case (let least?, let most?):
      parts.append("killed \(least == most ? "\(least)" : "\(least)–\(most)")")
    case (let least?, nil): parts.append("killed \(least) or more")
    case (nil, let most?): parts.append("killed \(most) at most")
    case (nil, nil): break
    }
    return parts.joined(separator: " · ")
  }
}

/// Shapes as the data of a path, to a tenth of a pixel.
enum SVGPath {
  static func text(_ polygons: MultiPolygon) -> String {
    polygons.polygons.flatMap(\.rings).map { text($0, closed: true) }.joined()
  }

  static func text(_ line: [Coordinate], closed: Bool) -> String {
    var path = ""
    // The last vertex of a ring is the first again, which Z says.
    for (index, vertex) in (closed ? line.dropLast()[...] : line[...]).enumerated() {
      path += index == 0 ? "M" : "L"
      path += vertex.x.pixels + " " + vertex.y.pixels
    }
    return closed && !path.isEmpty ? path + "Z" : path
  }
}

extension Double {
  /// With at most two decimals.
  var hundredths: String { DecimalDigits.text(self, decimals: 2) }
}
