import Gazetteer
import Geodesy
import Model

/// The settlements and landmarks that are known, by name and by ground.
struct KnownPlaces {
  /// A place of the gazetteer, or one that this import has added.
  struct Known {
    var id: String
    var type: String
    var rank: Int
    var position: Position
    /// The unit's row, -1 when none.
    var unit: Int
    /// The folded names with their language (`ar:…`).
    var names: Set<String>
    /// Whether this import has added it.
    var isNew: Bool
  }

  private(set) var all: [Known] = []
  private var byName: [String: [Int]] = [:]
  /// Cells of 0.02 degrees, about 2 km.
  private var byCell: [Int: [Int]] = [:]

  mutating func add(_ known: Known) {
    let number = all.count
    all.append(known)
    for name in known.names { byName[KnownPlaces.bare(name), default: []].append(number) }
    byCell[KnownPlaces.cell(known.position, 0, 0), default: []].append(number)
  }

  mutating func addNames(_ names: Set<String>, to number: Int) {
    for name in names.subtracting(all[number].names).sorted() {
      let bare = KnownPlaces.bare(name)
      if byName[bare]?.contains(number) != true { byName[bare, default: []].append(number) }
    }
    all[number].names.formUnion(names)
  }

  /// The places that have a folded name in any language.
  func named(_ key: String) -> [Int] { byName[key] ?? [] }

  /// The places within about 2 km.
  func near(_ position: Position) -> [Int] {
    var result: [Int] = []
    for x in -1...1 {
      for y in -1...1 { result += byCell[KnownPlaces.cell(position, x, y)] ?? [] }
    }
    return result.sorted()
  }

  func distanceKm(_ number: Int, _ position: Position) -> Double {
    Geodesic.wgs84.inverse(from: all[number].position, to: position).distance / 1000
  }

  /// A name without its language.
  private static func bare(_ name: String) -> String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static func cell(_ position: Position, _ x: Int, _ y: Int) -> Int {
    let column = Int((position.longitude * 50).rounded(.down)) + x
    let row = Int((position.latitude * 50).rounded(.down)) + y
    return column * 100_000 + row
  }
}
