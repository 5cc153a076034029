import Glibc
import Model

/// A symbol of one event, or of several of one type at one place.
struct MapSymbol {
  var center: Coordinate
  var radius: Double
  var category: Int
  /// The events that it stands for, by their numbers.
  var events: [Int]
}

/// Puts events of one place side by side, so that each is seen.
struct SymbolLayout {
  /// In the order of drawing: the large ones first, the small ones over them.
  private(set) var symbols: [MapSymbol] = []
  /// Places of which symbols were moved off, in pixels.
  private(set) var anchors: [Coordinate] = []

  /// How many symbols stand around one place; more are drawn as one for each type.
  static let most = 7

  /// 1, or less on a map of many events, whose symbols are smaller.
  let scale: Double

  /// The radius in pixels: the area grows with the killed, as far as they are certain, up to 100.
  ///
  /// The default style of the store in millimetres, without the injured; 3.2 pixels each.
  func radius(killed: Int?) -> Double {
    1.6 * scale * (2.6 + 0.6 * Double(min(max(killed ?? 0, 0), 100)).squareRoot())
  }

  /// Places the events that have a point.
  /// - Parameters:
  ///   - points: The pixel of each, nil for what is not drawn.
  ///   - category: The number of an event's color.
  init(
    _ events: [EventSummary], points: [Coordinate?], category: (EventSummary) -> Int
  ) {
    let count = points.count { $0 != nil }
    // The fourth root: the ground that all symbols cover still grows with their number, but slower.
    scale = count > 300 ? max(0.45, (300 / Double(count)).squareRoot().squareRoot()) : 1
    var groups: [Coordinate: [Int]] = [:]
    for (index, point) in points.enumerated() {
      if let point { groups[point, default: []].append(index) }
    }
    for (point, members) in groups {
      var own = members.map { index in
        MapSymbol(
          center: point, radius: radius(killed: events[index].killed.minimum),
          category: category(events[index]), events: [index])
      }
      if own.count > Self.most { own = merged(own, events) }
      own.sort { $0.precedes($1) }
      Self.spread(&own, around: point)
      if own.count > 1 { anchors.append(point) }
      symbols += own
    }
    // The groups come in the order of a hash.
    symbols.sort { $0.precedes($1) }
    anchors.sort { ($0.y, $0.x) < ($1.y, $1.x) }
  }

  /// One symbol for each type, large enough for the number of its events.
  private func merged(_ symbols: [MapSymbol], _ events: [EventSummary]) -> [MapSymbol] {
    var byCategory: [Int: MapSymbol] = [:]
    for symbol in symbols {
      var sum = byCategory[symbol.category] ?? symbol
      if byCategory[symbol.category] != nil { sum.events += symbol.events }
      byCategory[symbol.category] = sum
    }
    return byCategory.values.map { symbol in
      var symbol = symbol
      let killed = symbol.events.compactMap { events[$0].killed.minimum }
        .reduce(0) { $0 + min(max($1, 0), 100) }
      let digits = Double(String(symbol.events.count).count)
      symbol.radius = max(radius(killed: killed), symbol.events.count > 1 ? 4.5 + 2.8 * digits : 0)
      return symbol
    }
  }

  /// Moves symbols from one point to a ring around it, where none covers its neighbor.
  private static func spread(_ symbols: inout [MapSymbol], around point: Coordinate) {
    let count = symbols.count
    guard count > 1 else { return }
    var ring = 0.0
    for index in symbols.indices {
      let next = symbols[(index + 1) % count]
      ring = max(
        ring, (symbols[index].radius + next.radius + 1) / (2 * sin(.pi / Double(count))))
    }
    for index in symbols.indices {
      let angle = 2 * .pi * Double(index) / Double(count) - .pi / 2
      symbols[index].center = Coordinate(
        point.x + ring * cos(angle), point.y + ring * sin(angle))
    }
  }
}

extension MapSymbol {
  fileprivate func precedes(_ other: MapSymbol) -> Bool {
    if radius != other.radius { return radius > other.radius }
    return (events.first ?? 0) < (other.events.first ?? 0)
  }
}
