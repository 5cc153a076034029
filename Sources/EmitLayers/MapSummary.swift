import Model

/// How many events a map shows, and in which words it says so.
struct MapSummary {
  var events = 0
  /// On the map, at a point and as an area alone.
  var atPoint = 0
  var asArea = 0
  /// With a place that the map does not reach.
  var outside = 0
  /// With neither point nor area.
  var withoutPlace = 0
  var withoutDate = 0
  var days: ClosedRange<CivilDate>?
  /// Shown events of each category of the style.
  var counts: [Int]
  /// Shown events that state no number of killed.
  var killedNotStated = 0
  var mostKilled = 0

  /// - Parameter points: The pixel of each event that lies in the window.
  init(_ map: SVGMap, points: [Coordinate?], frame: MapFrame) {
    let style = LayerStyle.named("events")
    counts = Array(repeating: 0, count: style?.categories.count ?? 0)
    events = map.events.count
    days = map.days
    for (event, point) in zip(map.events, points) {
      if event.firstDay == nil { withoutDate += 1 }
      guard event.point != nil || event.area != nil else {
        withoutPlace += 1
        continue
      }
      let isArea =
        event.point == nil
        && event.area.map { area in
          frame.pixels(area).polygons.contains { polygon in
            BoundingBox(enclosing: polygon.rings[0])?.intersects(frame.box) ?? false
          }
        } ?? false
      guard point != nil || isArea else {
        outside += 1
        continue
      }
      if isArea { asArea += 1 } else { atPoint += 1 }
      counts[style?.number(of: event.type) ?? 0] += 1
      if !event.killed.isStated { killedNotStated += 1 }
      mostKilled = max(mostKilled, event.killed.minimum ?? 0)
    }
  }

  /// Below the title: when, how many, and what is not seen.
  var sentence: String {
    var text = dates + Self.count(events, "event")
    var shown: [String] = []
    if atPoint > 0 { shown.append("\(atPoint) at a point") }
    if asArea > 0 { shown.append("\(asArea) as an area") }
    if outside > 0 { shown.append("\(outside) outside of this map") }
    if withoutPlace > 0 { shown.append("\(withoutPlace) without a place") }
    if !shown.isEmpty { text += ": " + shown.joined(separator: ", ") }
    text += "."
    if withoutDate > 0 { text += " \(Self.count(withoutDate, "event")) without a date." }
    return text
  }

  private var dates: String {
    guard let days else { return "" }
    return days.lowerBound == days.upperBound
      ? "\(days.lowerBound). " : "\(days.lowerBound) to \(days.upperBound). "
  }

  /// For those who cannot see the map: the sentence, and how many events of each type.
  var description: String {
    let categories = LayerStyle.named("events")?.categories ?? []
    let types = zip(categories, counts).filter { $0.1 > 0 }.map { "\($0.0.label) \($0.1)" }
    return "Map of events. " + sentence
      + (types.isEmpty ? "" : " By type: " + types.joined(separator: ", ") + ".")
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
