import Model

/// Which names a map has.
extension SVGMapDrawing {
  /// The places of events: those with most events first, then most killed.
  var eventLabels: [Label] {
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
        // As far as the symbols of this very point reach: “near Jalawla” may be two.
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

  /// Places of events that have an area alone, where there is room in it.
  var areaLabels: [Label] {
    var named: Set<String> = []
    var labels: [Label] = []
    for event in map.events where event.point == nil && labels.count < 30 {
      guard let area = event.area, let name = event.placeName, named.insert(name).inserted,
        let point = frame.inside(frame.pixels(area))
      else { continue }
      let names = SVGMap.Names(
        latin: event.location, arabic: event.locationArabic, sorani: event.locationSorani)
      labels.append(
        Label(
          lines: lines(names, single: true), point: point, size: 10, color: "#333333",
          style: "italic", isRepeatable: false))
    }
    return labels
  }

  var placeLabels: [Label] {
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

  var unitLabels: [Label] {
    map.units.filter { $0.level == "adm1" }.compactMap { unit in
      guard let point = frame.inside(frame.pixels(unit.polygons)) else { return nil }
      let lines = lines(unit.names, single: true).map { ($0.0.uppercased(), $0.1) }
      return Label(lines: lines, point: point, size: 9, color: "#8A8A8A", spacing: 1.5)
    }
  }

  var territoryLabels: [Label] {
    territories.filled.filter { $0.kind == "core" }.compactMap { territory in
      guard let point = frame.inside(frame.pixels(territory.polygons)) else { return nil }
      return Label(
        lines: lines(territory.names, single: true), point: point, size: 9.5,
        color: LayerStyle.claimLine.hexadecimal, style: "italic", isRepeatable: false)
    }
  }

  /// Names of the countries beyond, on their side of the border.
  var neighborLabels: [Label] {
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
