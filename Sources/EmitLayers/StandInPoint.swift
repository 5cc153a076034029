import Geometry
package import Model

/// The position that a coders' format has for an event, whether the words support a point or not.
package struct CodedPlace: Sendable, Hashable {
  /// Why the position stands where it stands.
  package enum Basis: String, Sendable, Hashable {
    /// The event's own point.
    case own = "point"
    /// The seat of the sub-district, district or governorate that is named.
    case seat = "seat of the unit"
    /// The first of several places.
    case firstPlace = "first of several places"
    /// A point on the ground of the area.
    case onArea = "inside the area"
  }

  package var point: Position?
  package var basis: Basis?
}

/// Stands a point in for events that have an area only: ACLED and UCDP have no rows without one.
///
/// ACLED codes a part of a region to a town that stands for it and a larger region to its capital; so a
/// sub-district, a district and a governorate stand at their seats. UCDP stands them at a point of
/// the area. Features, regions and relations get a point on the surface of their area in both.
/// No other format of the program has such points.
///
/// Not Sendable: it holds a GEOS context.
package final class StandInPlacer {
  package enum Convention: Sendable {
    case acled, ucdp
  }

  private let engine: GeometryEngine
  private let rounder: GridRounder
  private let knowledge: any CoderKnowledge

  package init(_ knowledge: any CoderKnowledge) throws {
    engine = try GeometryEngine()
    rounder = try GridRounder()
    self.knowledge = knowledge
  }

  /// Returns the position of an event in a format; none for an event without place, and in ACLED's for
  /// one that names only a country, which ACLED has no code for.
  package func place(
    of event: EventFeature, _ convention: Convention
  ) throws -> CodedPlace {
    if let point = event.point {
      return CodedPlace(
        point: try Position(DegreeGrid.snapped(point.coordinate)), basis: .own)
    }
    switch event.precision {
    case .unknown: return CodedPlace()
    case .country:
      return convention == .acled ? CodedPlace() : try surface(event)
    case .adm1, .adm2, .adm3:
      guard convention == .acled else { return try surface(event) }
      let level = event.precision.rawValue.dropFirst(3)
      if let pcode = event.text("admin\(level)_pcode"),
        let seat = knowledge.seat(ofUnitWithPcode: pcode)
      {
        return CodedPlace(point: seat, basis: .seat)
      }
      return try surface(event)
    case .site, .place, .near:
      // Several places on one level: the union as area, and no point.
      if let first = event.texts("place_ids").first,
        let point = knowledge.position(ofPlace: first)
      {
        return CodedPlace(point: point, basis: .firstPlace)
      }
      return try surface(event)
    case .feature, .region: return try surface(event)
    }
  }

  private func surface(_ event: EventFeature) throws -> CodedPlace {
    // As it is written: the layer on disk and the one in memory give the same position.
    guard let area = try event.area.flatMap({ try rounder.rounded($0) }),
      let point = try engine.pointOnSurface(area)
    else { return CodedPlace() }
    return CodedPlace(point: try Position(DegreeGrid.snapped(point)), basis: .onArea)
  }
}
