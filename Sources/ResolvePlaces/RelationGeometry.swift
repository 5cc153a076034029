import Gazetteer
import Geodesy
import Model

/// The precision, the area and the point that a mention's words support.
struct RelationGeometry {
  let gazetteer: Gazetteer
  let shapes: ShapeBuilder
  let cache: PlacementCache

  /// Fills precision, area, radius and point of a resolved mention.
  func place(_ index: Int, in mentions: inout [Mention]) throws {
    guard let entity = mentions[index].entity else { return }
    let key = PlacementCache.Key(mentions[index], entity: entity, in: mentions)
    if let known = cache[key] {
      known.fill(&mentions[index])
      return
    }
    let flags = mentions[index].flags.count
    try make(index, entity, &mentions)
    cache[key] = PlacementCache.Placement(
      mentions[index], newFlags: mentions[index].flags.dropFirst(flags))
  }

  private func make(_ index: Int, _ entity: Int, _ mentions: inout [Mention]) throws {
    try placeItself(&mentions[index], entity)
    guard let relation = mentions[index].relation else { return }
    // Of another country no outline is drawn: near it or north of it is no ground that we know.
    if gazetteer.entities[entity].type == "country", relation.kind != .border { return }
    switch relation.kind {
    case .gloss: break
    case .distanceBearing: try distance(&mentions[index], relation, entity)
    case .bearing: try bearing(&mentions[index], relation, entity)
    case .heading: try heading(&mentions[index], relation, entity)
    case .near: try near(&mentions[index], entity)
    case .outskirts: try outskirts(&mentions[index], relation, entity)
    case .centre: try center(&mentions[index], entity)
    case .border: try border(&mentions[index], relation, entity)
    case .partOf: try part(&mentions[index], relation, entity)
    case .between, .road: try pair(index, relation, &mentions)
    }
  }

  /// A place or a unit named as such.
  private func placeItself(_ mention: inout Mention, _ index: Int) throws {
    let entity = gazetteer.entities[index]
    mention.precision = Self.precision(of: entity)
    mention.area = try shapes.area(of: index)
    if let area = mention.area { mention.radiusKm = try shapes.radiusKm(of: area) }
    mention.point = nil
    mention.pointIsComputed = false
    if mention.precision == .place || mention.precision == .site {
      mention.point = entity.position
      mention.radiusKm = entity.radiusKm
    }
  }

  /// The precision of an entity that is named without a relation.
  static func precision(of entity: Entity) -> Precision {
    switch entity.level {
    case .country: return .country
    case .adm1: return .adm1
    case .adm2: return .adm2
    case .adm3: return .adm3
    case .none: break
    }
    switch entity.type {
    case "city", "town", "village", "quarter", "capital": return .place
    case "airport", "base", "camp", "dam", "crossing", "bridge", "shrine", "refinery", "field",
      "checkpoint":
      return .site
    case "ridge", "mountain", "lake", "river", "road", "valley", "canal": return .feature
    case "country": return .country
    default: return .region
    }
  }

  /// Sets an area drawn around an entity; of what lies in Iraq only the ground in Iraq counts.
  private func set(
    _ mention: inout Mention, _ drawn: MultiPolygon, point stated: Position?, around index: Int
  ) throws {
    var area = drawn
    var point = stated
    if gazetteer.isInIraq(index) {
      area = try shapes.inCountry(drawn)
      // The middle of a ring was never in it.
      if let inside = point, area != drawn, try shapes.covers(drawn, inside),
        try !shapes.covers(area, inside)
      {
        point = try shapes.pointOnSurface(area)
      }
    }
    mention.area = area
    let radius = try shapes.radiusKm(of: area)
    mention.radiusKm = radius
    // Larger than 25 km is no neighborhood of a point (`docs/resolution.md`).
    mention.precision = radius <= 25 ? .near : .region
    mention.point = mention.precision == .near ? point : nil
    mention.pointIsComputed = mention.point != nil
  }

  /// A unit's seat stands for it as a base; a place for itself.
  private func base(_ index: Int) -> Position? { gazetteer.entities[index].position }

  /// How far the base itself extends.
  private func extent(_ index: Int) -> Double {
    let entity = gazetteer.entities[index]
    if entity.isUnit {
      return entity.seat >= 0 ? gazetteer.entities[entity.seat].radiusKm : 2
    }
    return entity.radiusKm
  }

  private func distance(_ mention: inout Mention, _ relation: Relation, _ index: Int) throws {
    guard let center = base(index), let stated = relation.distanceKm else { return }
    var band = Self.band(stated, extent(index))
    // `within 5 km of`: all the ground up to there.
    if relation.geometry == "disc" { band = (0, stated + extent(index)) }
    let bearing = relation.bearingDegrees
    let area = try shapes.sector(
      center, from: band.inner, to: band.outer, bearing: bearing ?? 0,
      tolerance: bearing == nil ? 180 : relation.tolerance)
    // Without a direction the words draw a ring: its center is the one place that is ruled out.
    let point = try bearing.map {
      try shapes.geodesic.destination(
        from: center, azimuth: $0, distance: (band.inner + band.outer) * 500)
    }
    try set(&mention, area, point: point, around: index)
  }

  /// The straight-line distances that a stated distance, often the road's, leaves possible.
  static func band(_ stated: Double, _ extent: Double) -> (inner: Double, outer: Double) {
    var inner: Double
    var outer: Double
    if stated <= 10 {
      inner = 0.7 * stated - 1
      outer = 1.1 * stated + 2
    } else if stated <= 40 {
      inner = 0.65 * stated
      outer = 1.1 * stated
    } else {
      inner = 0.6 * stated
      outer = 1.05 * stated
    }
    inner = max(0, inner)
    outer += extent
    return (inner, outer)
  }

  private func bearing(_ mention: inout Mention, _ relation: Relation, _ index: Int) throws {
    guard let degrees = relation.bearingDegrees else { return }
    let entity = gazetteer.entities[index]
    let isLarge =
      entity.level == .adm1 || entity.level == .country || Self.precision(of: entity) == .region
      || Self.precision(of: entity) == .feature
    if isLarge, let area = try shapes.area(of: index) {
      // `western Anbar` is a part of it; `west of Baghdad` is a sector around the city.
      mention.relation?.kind = .partOf
      mention.area = try shapes.part(area, bearing: degrees)
      mention.radiusKm = try mention.area.map { try shapes.radiusKm(of: $0) }
      mention.precision =
        entity.level == .adm1 || entity.level == .country ? .region : mention.precision
      mention.point = nil
      return
    }
    guard let center = base(index) else { return }
    let reach = 25 * min(1.6, max(0.8, 0.7 + extent(index) / 10))
    let area = try shapes.sector(
      center, from: 0, to: reach, bearing: degrees, tolerance: relation.tolerance)
    let point = try shapes.geodesic.destination(
      from: center, azimuth: degrees, distance: reach * 500)
    try set(&mention, area, point: point, around: index)
  }

  private func heading(_ mention: inout Mention, _ relation: Relation, _ index: Int) throws {
    guard let center = base(index) else { return }
    guard let degrees = relation.bearingDegrees else {
      try set(&mention, try shapes.circle(center, km: 15), point: center, around: index)
      return
    }
    let area = try shapes.sector(
      center, from: 8, to: 45, bearing: degrees, tolerance: relation.tolerance)
    let point = try shapes.geodesic.destination(
      from: center, azimuth: degrees, distance: 26_500)
    try set(&mention, area, point: point, around: index)
    mention.flags.append("no_distance_stated")
  }

  private func near(_ mention: inout Mention, _ index: Int) throws {
    let entity = gazetteer.entities[index]
    let isSite = mention.precision == .site
    if mention.precision == .feature || mention.precision == .region || entity.level >= .adm1 {
      guard let area = try shapes.area(of: index) else { return }
      let strip = try shapes.union([
        area, try shapes.borderStrip(area, km: entity.isUnit ? 5 : 3, inside: false),
      ])
      let precision = mention.precision
      mention.area = strip
      mention.radiusKm = try shapes.radiusKm(of: strip)
      mention.precision = precision
      return
    }
    guard let center = base(index) else { return }
    let reach: Double
    switch entity.type {
    case "village", "quarter": reach = 3
    case "city", "capital": reach = 15
    case "town": reach = 10
    default: reach = 2
    }
    let precision = mention.precision
    // Where the place itself is known to some kilometers, near it is wider by as much.
    let doubt = Double(entity.accuracyMeters) / 1000
    let radius = reach + doubt + (isSite ? 0 : extent(index) * 0.5)
    try set(
      &mention, try shapes.circle(center, km: radius), point: center, around: index)
    // Near a facility is still its place; the area says how far.
    if isSite { mention.precision = precision }
    mention.pointIsComputed = true
  }

  private func outskirts(_ mention: inout Mention, _ relation: Relation, _ index: Int) throws {
    let entity = gazetteer.entities[index]
    if entity.level >= .country, let area = try shapes.area(of: index) {
      let margin = entity.level == .adm1 || entity.level == .country ? 20.0 : 6.0
      let ring = try shapes.borderStrip(area, km: margin, inside: true)
      mention.area = ring
      mention.radiusKm = try shapes.radiusKm(of: ring)
      if entity.level <= .adm1 { mention.precision = .region }
      return
    }
    guard let center = base(index) else { return }
    let radius = extent(index)
    let area = try shapes.sector(
      center, from: 0.5 * radius, to: radius + 8, bearing: relation.bearingDegrees ?? 0,
      tolerance: relation.bearingDegrees == nil ? 180 : relation.tolerance)
    var point = center
    if let degrees = relation.bearingDegrees {
      point = try shapes.geodesic.destination(
        from: center, azimuth: degrees, distance: (radius + 2) * 1000)
    }
    try set(&mention, area, point: point, around: index)
  }

  private func center(_ mention: inout Mention, _ index: Int) throws {
    let entity = gazetteer.entities[index]
    guard !entity.isUnit, let position = entity.position else { return }
    let radius = max(0.5, entity.radiusKm / 2)
    mention.area = try shapes.circle(position, km: radius)
    mention.radiusKm = radius
  }

  private func border(
    _ mention: inout Mention, _ relation: Relation, _ index: Int
  ) throws {
    let entity = gazetteer.entities[index]
    if entity.type == "country" {
      // The strip on both sides of the stretch of our outline that the neighbor shares.
      mention.area = try shapes.border(with: index)
      mention.radiusKm = try mention.area.map { try shapes.radiusKm(of: $0) }
      if mention.area != nil { mention.precision = .feature }
      return
    }
    guard let area = try shapes.area(of: index) else { return }
    if relation.geometry.hasPrefix("frontier"), let strip = try shapes.frontier(of: area) {
      mention.area = strip
      mention.radiusKm = try shapes.radiusKm(of: strip)
      mention.point = nil
      return
    }
    let isInside = entity.level == .adm2 || entity.level == .adm3
    let strip = try shapes.borderStrip(area, km: 15, inside: isInside)
    mention.area = strip
    mention.radiusKm = try shapes.radiusKm(of: strip)
    mention.point = nil
    if !isInside { mention.precision = .feature }
  }

  private func part(_ mention: inout Mention, _ relation: Relation, _ index: Int) throws {
    if let degrees = relation.bearingDegrees, let area = try shapes.area(of: index) {
      mention.area = try shapes.part(area, bearing: degrees)
      mention.radiusKm = try mention.area.map { try shapes.radiusKm(of: $0) }
    }
    if mention.precision == .place {
      guard let center = base(index) else { return }
      try set(&mention, try shapes.circle(center, km: 20), point: nil, around: index)
    }
  }

  /// Between two places, or on the road that joins them: one area for both mentions.
  private func pair(
    _ index: Int, _ relation: Relation, _ mentions: inout [Mention]
  ) throws {
    guard relation.base.count == 2, let first = mentions[relation.base[0]].entity,
      let second = mentions[relation.base[1]].entity, let start = base(first),
      let end = base(second)
    else { return }
    var area: MultiPolygon
    if relation.kind == .road {
      let corridor = try shapes.corridor(start, end, halfWidthKm: 3)
      area = corridor.area
      if !corridor.isDrawn { mentions[index].flags.append("straight_line_road") }
      mentions[index].precision = .feature
    } else {
      area = try shapes.lens(start, end)
      mentions[index].precision = .region
    }
    if gazetteer.isInIraq(first), gazetteer.isInIraq(second) {
      area = try shapes.inCountry(area)
    }
    mentions[index].area = area
    mentions[index].radiusKm = try shapes.radiusKm(of: area)
    if relation.kind == .between, let radius = mentions[index].radiusKm, radius <= 10 {
      mentions[index].precision = .near
    }
    mentions[index].point = nil
    mentions[index].pointIsComputed = false
  }
}
