import Geometry
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
      return left.key.precedesInBytes(right.key)
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
          style: "italic", isNear: true, isRepeatable: false))
    }
    return labels
  }

  var placeLabels: [Label] {
    let known = Set(
      map.events.indices.compactMap { points[$0] == nil ? nil : map.events[$0].location })
    let ordered = map.places.sorted { left, right in
      if left.importance != right.importance { return left.importance > right.importance }
      return (left.names.latin ?? "").precedesInBytes(right.names.latin ?? "")
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
    let country = map.units.filter { $0.level == "adm0" }.map { frame.pixels($0.polygons) }
    guard let land = try? PolygonIndex(country.filter { !$0.isEmpty }) else { return [] }
    return map.neighbors.compactMap { neighbor in
      let lines = lines(neighbor.names).map { ($0.0.uppercased(), $0.1) }
      let size = 11.0
      let half = (lines.map { TextMeasure.width($0.0, size: size) }.max() ?? 0) / 2 + 14
      guard let point = beyond(neighbor, of: land, halfWidth: half) else { return nil }
      return Label(lines: lines, point: point, size: size, color: "#8A8A8A", spacing: 1.5)
    }
  }

  /// A point beyond the border with room for a name: clear of our own country, far from the ends of
  /// the border, where another country begins, and near to it.
  private func beyond(
    _ neighbor: SVGMap.Neighbor, of land: PolygonIndex, halfWidth: Double
  ) -> Coordinate? {
    let border = frame.pixels(neighbor.border).lines.joined().filter(frame.box.contains)
    guard let middle = neighbor.middle.flatMap(frame.pixel), let first = border.first,
      let last = border.last
    else { return nil }
    func distance(_ one: Coordinate, _ other: Coordinate) -> Double {
      let (x, y) = (one.x - other.x, one.y - other.y)
      return (x * x + y * y).squareRoot()
    }
    var best: (clear: Double, point: Coordinate)?
    for step in 0..<24 {
      let vertex = border[step * (border.count - 1) / 23]
      let length = distance(middle, vertex)
      for away in stride(from: 24.0, through: min(160, length), by: 8) {
        let point = Coordinate(
          vertex.x + (middle.x - vertex.x) / length * away,
          vertex.y + (middle.y - vertex.y) / length * away)
        let clear = min(distance(point, first), distance(point, last)) - away
        guard best.map({ clear > $0.clear }) ?? true else { continue }
        let room = BoundingBox(
          minX: point.x - halfWidth, minY: point.y - 14, maxX: point.x + halfWidth,
          maxY: point.y + 14)
        guard frame.box.contains(Coordinate(room.minX, room.minY)),
          frame.box.contains(Coordinate(room.maxX, room.maxY)),
          (try? land.intersecting(MultiPolygon([room.polygon])).isEmpty) ?? false
        else { continue }
        best = (clear, point)
      }
    }
    return best?.point
  }
}
