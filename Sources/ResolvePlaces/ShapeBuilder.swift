import Gazetteer
import Geodesy
import Geometry
import Model

/// Makes the uncertainty geometry of a place and of a relation (language.md 4.3).
///
/// Discs and sectors are drawn by geodesic destinations; buffers of lines, corridors and margins by
/// GEOS in a local azimuthal-equidistant projection. Not Sendable: one for each worker.
final class ShapeBuilder {
  let gazetteer: Gazetteer
  let geodesic = Geodesic.wgs84
  private let engine: GeometryEngine
  private let projections: ProjContext
  /// Shapes of entities that were asked for before: units and features repeat.
  private var entityShapes: [Int: MultiPolygon?] = [:]

  private var frontierStrip: MultiPolygon?
  private var country: (outline: MultiPolygon, index: PolygonIndex)?
  /// The part of an area that must lie in Iraq for the rest to be left out.
  private static let leastPart = 0.15
  /// The part of the ground in Iraq below which a piece of it is left out.
  private static let crumb = 0.01

  init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    engine = try GeometryEngine()
    projections = try ProjContext()
  }

  /// The area of an entity itself: its outline, its drawn shape, or a disc of its radius.
  func area(of entity: Int) throws -> MultiPolygon? {
    if let known = entityShapes[entity] { return known }
    let made = try makeArea(of: entity)
    entityShapes[entity] = .some(made)
    return made
  }

  private func makeArea(of index: Int) throws -> MultiPolygon? {
    let entity = gazetteer.entities[index]
    let shapes = gazetteer.shapes.boundaries()
    if entity.isUnit {
      if let outline = shapes.outline(ofUnit: entity.id) { return outline }
      guard let position = entity.position else { return nil }
      return try geodesic.circle(center: position, radius: 15_000)
    }
    if let number = shapes.featureByID[entity.id] {
      let feature = shapes.features[number]
      if !feature.unionOf.isEmpty {
        return try engine.union(feature.unionOf.compactMap { shapes.outline(ofUnit: $0) })
      }
      if let kind = feature.unionOfTerritory {
        let variants = Set(shapes.territories.map(\.variant)).sorted()
        let first = variants.first
        return try engine.union(
          shapes.territories.filter { $0.kind.rawValue == kind && $0.variant == first }
            .map(\.polygons))
      }
      if !feature.polygons.isEmpty { return feature.polygons.wound() }
      if !feature.lines.lines.isEmpty {
        return try buffer(feature.lines, meters: max(1, entity.radiusKm) * 1000)
      }
    }
    if entity.type == "country" { return nil }
    guard let position = entity.position else { return nil }
    return try geodesic.circle(center: position, radius: max(0.3, entity.radiusKm) * 1000)
  }

  /// Buffers lines in a projection around their middle.
  func buffer(_ lines: MultiLine, meters: Double) throws -> MultiPolygon {
    guard let box = lines.bounds else { return MultiPolygon([]) }
    let center = try Position(
      longitude: (box.minX + box.maxX) / 2, latitude: (box.minY + box.maxY) / 2)
    let plane = try LocalProjection(center: center, in: projections)
    let grown = try engine.buffer(plane.forward(lines), distance: meters)
    // Bends of a river that nearly touch can cross by a hair once they are degrees again.
    return try engine.makeValid(plane.inverse(grown))
  }

  /// The disc around a position.
  func circle(_ center: Position, km: Double) throws -> MultiPolygon {
    try geodesic.circle(center: center, radius: km * 1000)
  }

  /// The ground between two distances.
  func annulus(_ center: Position, from inner: Double, to outer: Double) throws -> MultiPolygon {
    try geodesic.annulus(center: center, innerRadius: inner * 1000, outerRadius: outer * 1000)
  }

  /// The part of an annulus around a direction.
  func sector(
    _ center: Position, from inner: Double, to outer: Double, bearing: Double, tolerance: Double
  ) throws -> MultiPolygon {
    if tolerance >= 180 { return try annulus(center, from: inner, to: outer) }
    return try geodesic.sector(
      center: center, innerRadius: inner * 1000, outerRadius: outer * 1000,
      fromAzimuth: bearing - tolerance, toAzimuth: bearing + tolerance)
  }

  /// The lens between two places: a straight line and its surroundings, 15 % of the distance wide,
  /// 3 km at least.
  func lens(_ first: Position, _ second: Position) throws -> MultiPolygon {
    let distance = geodesic.inverse(from: first, to: second).distance
    return try buffer(
      MultiLine([[first.coordinate, second.coordinate]]), meters: max(3000, 0.15 * distance))
  }

  /// The corridor of the road between two places: along a drawn road that passes both, else along
  /// the straight line.
  func corridor(
    _ first: Position, _ second: Position, halfWidthKm: Double
  ) throws -> (area: MultiPolygon, isDrawn: Bool) {
    if let line = try road(between: first, and: second) {
      return (try buffer(line, meters: halfWidthKm * 1000), true)
    }
    let line = MultiLine([[first.coordinate, second.coordinate]])
    return (try buffer(line, meters: halfWidthKm * 1000), false)
  }

  /// The part of a drawn road that leads from near one place to near the other.
  private func road(between first: Position, and second: Position) throws -> MultiLine? {
    let shapes = gazetteer.shapes.boundaries()
    for feature in shapes.features where feature.kind == .line {
      guard let index = gazetteer.entityByID[feature.id],
        gazetteer.entities[index].type == "road", let line = feature.lines.lines.first
      else { continue }
      guard let start = nearestVertex(line, first, within: 12_000),
        let end = nearestVertex(line, second, within: 12_000), start != end
      else { continue }
      return MultiLine([Array(line[min(start, end)...max(start, end)])])
    }
    return nil
  }

  private func nearestVertex(
    _ line: [Coordinate], _ place: Position, within limit: Double
  ) -> Int? {
    var best: (index: Int, distance: Double)?
    for (index, vertex) in line.enumerated() {
      guard let position = try? Position(vertex) else { continue }
      let distance = geodesic.inverse(from: position, to: place).distance
      if distance <= limit, best.map({ distance < $0.distance }) ?? true {
        best = (index, distance)
      }
    }
    return best?.index
  }

  /// The strip of 15 km on both sides of the border with a country, nil when we have none.
  func border(with country: Int) throws -> MultiPolygon? {
    let shapes = gazetteer.shapes.boundaries()
    return try shapes.border(with: gazetteer.entities[country].id).map {
      try buffer($0, meters: 15_000)
    }
  }

  /// The part of an area within 15 km of the border of the country, nil when it lies inland.
  func frontier(of area: MultiPolygon) throws -> MultiPolygon? {
    guard let iraq = gazetteer.entityByID["iq"], let country = try self.area(of: iraq) else {
      return nil
    }
    let strip: MultiPolygon
    if let known = frontierStrip {
      strip = known
    } else {
      strip = try borderStrip(country, km: 15, inside: true)
      frontierStrip = strip
    }
    let part = try engine.intersection(area, strip)
    return part.isEmpty ? nil : part
  }

  /// The part of an area that lies in Iraq; the whole where most of it lies abroad, since the words then
  /// mean the other side of the border.
  func inCountry(_ area: MultiPolygon) throws -> MultiPolygon {
    guard let country = try iraq(), try country.index.covering(area).isEmpty else { return area }
    let part = try engine.intersection(area, country.outline)
    guard !part.isEmpty else { return area }
    let size = try geodesic.area(of: part)
    guard try size >= ShapeBuilder.leastPart * geodesic.area(of: area) else { return area }
    // A bend of the border cuts off crumbs.
    let least = ShapeBuilder.crumb * size
    return MultiPolygon(
      try part.polygons.filter { try geodesic.area(of: MultiPolygon([$0])) >= least })
  }

  private func iraq() throws -> (outline: MultiPolygon, index: PolygonIndex)? {
    if let country { return country }
    guard let outline = gazetteer.shapes.boundaries().outline(ofUnit: "iq") else { return nil }
    country = (outline, try PolygonIndex([outline]))
    return country
  }

  /// The strip within a distance of an area's boundary, on both sides or inside only.
  func borderStrip(_ area: MultiPolygon, km: Double, inside: Bool) throws -> MultiPolygon {
    let strip = try buffer(area.boundary, meters: km * 1000)
    return inside ? try engine.intersection(strip, area) : strip
  }

  /// The part of an area that lies in a direction from its middle.
  func part(_ area: MultiPolygon, bearing: Double) throws -> MultiPolygon {
    guard let middle = try engine.pointOnSurface(area), let box = area.bounds else { return area }
    let center = try Position(middle)
    let corner = try Position(longitude: box.minX, latitude: box.minY)
    let far = try Position(longitude: box.maxX, latitude: box.maxY)
    let reach = max(10_000, geodesic.inverse(from: corner, to: far).distance)
    let wedge = try geodesic.sector(
      center: center, innerRadius: 0, outerRadius: reach, fromAzimuth: bearing - 60,
      toAzimuth: bearing + 60)
    let result = try engine.intersection(area, wedge)
    return result.isEmpty ? area : result
  }

  func intersection(_ first: MultiPolygon, _ second: MultiPolygon) throws -> MultiPolygon {
    try engine.intersection(first, second)
  }

  func union(_ areas: [MultiPolygon]) throws -> MultiPolygon { try engine.union(areas) }

  /// The radius in kilometers of the disc with the same area on the ellipsoid.
  func radiusKm(of area: MultiPolygon) throws -> Double {
    Geodesic.equalAreaRadius(ofArea: try geodesic.area(of: area))
  }

  /// Whether an area covers a position.
  func covers(_ area: MultiPolygon, _ position: Position) throws -> Bool {
    try engine.covers(area, position.coordinate)
  }

  /// A position in the area.
  func pointOnSurface(_ area: MultiPolygon) throws -> Position? {
    try engine.pointOnSurface(area).map { try Position($0) }
  }
}
