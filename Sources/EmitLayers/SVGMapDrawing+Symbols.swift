import Model

/// The events and the names around them.
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

  /// A name, where it may stand and how it looks.
  private struct Label {
    var lines: [(text: String, language: String?)]
    var point: Coordinate
    /// Pixels from the point; nil puts it over the point.
    var gap: Double?
    var size: Double
    var color: String
    var style: String?
    var spacing = 0.0
    /// Whether a small circle shows the place.
    var marks = false
    /// Whether it is drawn although another label says the same.
    var isRepeatable = true

    /// Its first line alone.
    var first: Label {
      var label = self
      label.lines = [lines[0]]
      return label
    }
  }

  mutating func drawLabels() {
    var taken = layout.symbols.map { symbol in
      BoundingBox(
        minX: symbol.center.x - symbol.radius, minY: symbol.center.y - symbol.radius,
        maxX: symbol.center.x + symbol.radius, maxY: symbol.center.y + symbol.radius)
    }
    taken += [scaleBarBox, northArrowBox]
    let inset = frame.box
    var placer = LabelPlacer(
      bounds: BoundingBox(
        minX: inset.minX + 3, minY: inset.minY + 3, maxX: inset.maxX - 3, maxY: inset.maxY - 3),
      taken: taken)
    var named: Set<String> = []
    for label in eventLabels + neighborLabels + placeLabels + unitLabels + territoryLabels {
      if let name = label.lines.first?.text, label.isRepeatable || !named.contains(name) {
        // Where there is no room for both languages there may be for one.
        if draw(label, &placer) || (label.lines.count > 1 && draw(label.first, &placer)) {
          named.insert(name)
        }
      }
    }
  }

  /// Returns false, having drawn nothing, when there is no room.
  private mutating func draw(_ label: Label, _ placer: inout LabelPlacer) -> Bool {
    let line = label.size * 1.2
    let width =
      label.lines.map {
        TextMeasure.width($0.text, size: label.size)
          + label.spacing * Double($0.text.unicodeScalars.count)
      }.max() ?? 0
    let height = line * Double(label.lines.count)
    var trial = placer
    if label.marks, !trial.mark(label.point, radius: 2.5) { return false }
    let spot =
      if let gap = label.gap {
        trial.beside(label.point, width: width, height: height, gap: gap)
      } else {
        trial.over(label.point, width: width, height: height)
      }
    guard let spot, width > 0 else { return false }
    placer = trial
    if label.marks {
      xml.add(
        "circle",
        [
          "cx": label.point.x.pixels, "cy": label.point.y.pixels, "r": "1.7", "fill": "#FFFFFF",
          "stroke": "#555555", "stroke-width": "0.9",
        ])
    }
    // A halo of its own element: not every viewer can draw the edge of letters below them.
    for isHalo in [true, false] {
      for (number, text) in label.lines.enumerated() {
        xml.addText(
          text.text, x: spot.x, y: spot.top + line * (Double(number) + 0.8), anchor: spot.anchor,
          language: text.language,
          [
            "font-size": label.size.pixels, "font-style": label.style,
            "letter-spacing": label.spacing > 0 ? label.spacing.pixels : nil,
            "fill": isHalo ? "#FFFFFF" : label.color, "stroke": isHalo ? "#FFFFFF" : nil,
            "stroke-width": isHalo ? "2.6" : nil, "stroke-linejoin": isHalo ? "round" : nil,
            "stroke-opacity": isHalo ? "0.85" : nil, "aria-hidden": isHalo ? "true" : nil,
          ])
      }
    }
    return true
  }

  /// The lines of a name in the languages that were asked for; the first that there is in their stead.
  private func lines(_ names: SVGMap.Names, single: Bool = false) -> [(String, String?)] {
    let latin = names.latin.map { ($0, Optional<String>.none) }
    let arabic = names.arabic.map { ($0, Optional("ar")) }
    let sorani = names.sorani.map { ($0, Optional("ckb")) }
    let chosen: [(String, String?)?] =
      switch map.labels {
      case .both: single ? [latin ?? arabic ?? sorani] : [latin, arabic ?? sorani]
      case .en: [latin ?? arabic ?? sorani]
      case .ar: [arabic ?? sorani ?? latin]
      case .ckb: [sorani ?? arabic ?? latin]
      }
    let lines = chosen.compactMap(\.self)
    // A place that has only one name has it once.
    let distinct = lines.count == 2 && lines[0].0 == lines[1].0 ? [lines[0]] : lines
    return distinct.map { (TextMeasure.cut($0.0, size: 11, width: 180), $0.1) }
  }

  /// The places of events: those with most events first, then most killed.
  private var eventLabels: [Label] {
    struct Site {
      var names: SVGMap.Names
      var point: Coordinate
      var events = 0
      var killed = 0
      var gap = 0.0
    }
    var sites: [String: Site] = [:]
    for symbol in layout.symbols {
      for index in symbol.events {
        let event = map.events[index]
        guard let name = event.placeName, let point = points[index] else { continue }
        var site =
          sites[name]
          ?? Site(
            names: SVGMap.Names(
              latin: event.location, arabic: event.locationArabic, sorani: event.locationSorani),
            point: point)
        site.events += 1
        site.killed += max(event.killed.minimum ?? 0, 0)
        // As far as the symbols of this very point reach: «near Jalawla» may be two.
        if point == site.point {
          let (x, y) = (symbol.center.x - point.x, symbol.center.y - point.y)
          site.gap = max(site.gap, (x * x + y * y).squareRoot() + symbol.radius + 2)
        }
        sites[name] = site
      }
    }
    let ordered = sites.sorted { left, right in
      if left.value.events != right.value.events { return left.value.events > right.value.events }
      if left.value.killed != right.value.killed { return left.value.killed > right.value.killed }
      return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
    return ordered.prefix(60).map { _, site in
      Label(
        lines: lines(site.names), point: site.point, gap: max(site.gap, 6), size: 11,
        color: "#111111")
    }
  }

  private var placeLabels: [Label] {
    let known = Set(
      map.events.indices.compactMap { points[$0] == nil ? nil : map.events[$0].location })
    let ordered = map.places.sorted { left, right in
      if left.importance != right.importance { return left.importance > right.importance }
      return (left.names.latin ?? "").utf8.lexicographicallyPrecedes((right.names.latin ?? "").utf8)
    }
    let seen = ordered.compactMap { place -> Label? in
      guard let point = frame.pixel(place.position.coordinate), frame.box.contains(point),
        !(place.names.latin.map(known.contains) ?? false)
      else { return nil }
      return Label(
        lines: lines(place.names, single: true), point: point, gap: 5, size: 10, color: "#555555",
        marks: true)
    }
    return Array(seen.prefix(25))
  }

  private var unitLabels: [Label] {
    map.units.filter { $0.level == "adm1" }.compactMap { unit in
      guard let point = frame.inside(frame.pixels(unit.polygons)) else { return nil }
      let lines = lines(unit.names, single: true).map { ($0.0.uppercased(), $0.1) }
      return Label(
        lines: lines, point: point, size: 9, color: "#8A8A8A",
        // Letters that join must not be drawn apart.
        spacing: lines.allSatisfy { $0.1 == nil } ? 1.5 : 0)
    }
  }

  private var territoryLabels: [Label] {
    territories.filled.filter { $0.kind == "core" }.compactMap { territory in
      guard let point = frame.inside(frame.pixels(territory.polygons)) else { return nil }
      return Label(
        lines: lines(territory.names, single: true), point: point, size: 9.5,
        color: LayerStyle.claimLine.hexadecimal, style: "italic", isRepeatable: false)
    }
  }

  /// Names of the countries beyond, on their side of the border.
  private var neighborLabels: [Label] {
    map.neighbors.compactMap { neighbor in
      let lines = lines(neighbor.names).map { ($0.0.uppercased(), $0.1) }
      let size = 11.0
      let half = (lines.map { TextMeasure.width($0.0, size: size) }.max() ?? 0) / 2 + 14
      guard let point = beyond(neighbor, halfWidth: half) else { return nil }
      return Label(
        lines: lines, point: point, size: size, color: "#8A8A8A", spacing: 1.5)
    }
  }

  /// A point beyond the border with room for a name: the nearest that is clear of our own country.
  private func beyond(_ neighbor: SVGMap.Neighbor, halfWidth: Double) -> Coordinate? {
    let border = frame.pixels(neighbor.border).lines.joined().filter(frame.box.contains)
    guard let middle = neighbor.middle.flatMap(frame.pixel), !border.isEmpty else { return nil }
    let country = map.units.filter { $0.level == "adm0" }.map { frame.pixels($0.polygons) }
    var best: (clear: Double, point: Coordinate)?
    for vertex in border.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let (x, y) = (middle.x - vertex.x, middle.y - vertex.y)
      let length = max((x * x + y * y).squareRoot(), 1)
      for distance in stride(from: 24.0, through: 160, by: 8) where distance <= length {
        let point = Coordinate(vertex.x + x / length * distance, vertex.y + y / length * distance)
        let edges = [-halfWidth, 0, halfWidth].flatMap { dx in
          [-14.0, 14].map { Coordinate(point.x + dx, point.y + $0) }
        }
        guard edges.allSatisfy(frame.box.contains),
          !edges.contains(where: { edge in country.contains { $0.holds(edge) } })
        else { continue }
        // Far from the ends of the border, where another country begins, and near to the line.
        let ends = [border[0], border[border.count - 1]].map { end in
          ((end.x - point.x) * (end.x - point.x) + (end.y - point.y) * (end.y - point.y))
            .squareRoot()
        }
        let clear = min(ends[0], ends[1]) - distance
        if best.map({ clear > $0.clear }) ?? true { best = (clear, point) }
      }
    }
    return best?.point
  }
}

extension MultiPolygon {
  /// Whether a point lies inside by the even-odd rule; for the layout of names alone.
  fileprivate func holds(_ point: Coordinate) -> Bool {
    var isInside = false
    for ring in polygons.lazy.flatMap(\.rings) {
      for (start, end) in zip(ring, ring.dropFirst())
      where (start.y > point.y) != (end.y > point.y)
        && point.x < (end.x - start.x) * (point.y - start.y) / (end.y - start.y) + start.x
      {
        isInside.toggle()
      }
    }
    return isInside
  }
}
