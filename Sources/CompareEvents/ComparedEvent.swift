package import EmitLayers
import Geodesy
import Geometry
package import Model

/// What matching looks at, read once off each event.
package struct ComparedEvent: Sendable {
  package let id: String
  /// Days since 1970, first and last possible one; nil when no day is known or the window is too long.
  package var days: ClosedRange<Int>?
  package var center: Position?
  /// Metres from the center within which the event lies.
  package var radius = 0.0
  package var eventType: String?
  package var subEventType: String?
  package var family: String?
  /// ACLED's actor types of both sides: its sides do not say who did it.
  package var inters: [Int] = []
  package var killed: Harm.Count

  /// Whether it can match anything.
  package var isComparable: Bool { days != nil && center != nil }
}

/// Reads events for matching.
///
/// Not Sendable: it holds a GEOS context.
package final class ComparedEventReader {
  private let engine: GeometryEngine
  private let families: [String: String]
  private let weights: CompareWeights

  /// - Parameter families: The family of each sub-event type.
  package init(families: [String: String], weights: CompareWeights) throws {
    engine = try GeometryEngine()
    self.families = families
    self.weights = weights
  }

  /// Linear in the vertices of the event's area.
  package func read(_ event: EventFeature) throws -> ComparedEvent {
    var result = ComparedEvent(
      id: event.id,
      killed: Harm.Count(event.integer("killed_min"), event.integer("killed_max")))
    result.days = days(of: event)
    result.eventType = event.text("event_type")
    result.subEventType = event.text("sub_event_type")
    result.family = result.subEventType.flatMap { families[$0] }
    result.inters = [event.integer("actor1_inter"), event.integer("actor2_inter")]
      .compactMap(\.self).sorted()
    if let point = event.point {
      result.center = point
      result.radius = max(0, event.double("radius_km") ?? 0) * 1000
    } else if let area = event.area, let inside = try engine.pointOnSurface(area) {
      let center = try Position(inside)
      result.center = center
      result.radius = reach(of: area, from: center)
    }
    return result
  }

  private func days(of event: EventFeature) -> ClosedRange<Int>? {
    guard let end = event.day("date_end") else { return nil }
    let first = event.day("date_start")?.dayNumber ?? end.dayNumber - weights.boundDays
    guard first <= end.dayNumber, end.dayNumber - first < weights.windowDays else { return nil }
    return first...end.dayNumber
  }

  /// The distance of the farthest vertex: the disc of that radius holds the area.
  private func reach(of area: MultiPolygon, from center: Position) -> Double {
    var farthest = 0.0
    for ring in area.polygons.lazy.compactMap(\.rings.first) {
      for vertex in ring {
        guard let position = try? Position(vertex) else { continue }
        farthest = max(farthest, Geodesic.wgs84.inverse(from: center, to: position).distance)
      }
    }
    return farthest
  }
}
