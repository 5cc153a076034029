import Geometry
import Model

/// Cells of a net.
///
/// A point is in one cell. An area, a line or several points are in the cell that holds all of it, else `uncertain`;
/// apportioned, they are split by area, length or number. Without a geometry a row is `uncertain` when the
/// layer says that it has a place (`precision`), else `none`.
final class CellSource: GroupSource {
  let grid: CellGrid
  private let engine: GeometryEngine
  private let apportions: Bool
  private let precision: Int?
  /// Areas that come again and again, such as a district's.
  private var known: [Shape: [GroupPart]] = [:]

  init(_ grid: CellGrid, _ columns: LayerColumns, engine: GeometryEngine, apportions: Bool) {
    self.grid = grid
    self.engine = engine
    self.apportions = apportions
    precision = columns.index("precision")
  }

  var keyColumns: [AttributeColumn] { [AttributeColumn(grid.form.rawValue, .text)] }
  var inputs: [GroupInput]? { nil }

  func read(_ feature: Feature, into values: inout [AttributeValue]) throws -> [GroupPart]? {
    switch feature.geometry {
    case nil:
      let precision = precision.flatMap { feature.values[$0].text }
      let isSomewhere = precision != nil && precision != "unknown"
      return [GroupPart(key: isSomewhere ? .uncertain : .none, part: 1)]
    case .point(let point):
      let cell = try grid.cell(at: point)
      values += [.integer(cell.column), .integer(cell.row)]
      return nil
    case let shape?:
      if let parts = known[shape] { return parts }
      let parts = try split(shape)
      if known.count >= Self.mostKnown { known.removeAll() }
      known[shape] = parts
      return parts
    }
  }

  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart] {
    let numbers = values.map { value in if case .integer(let number) = value { number } else { 0 } }
    return [GroupPart(key: .cell(Cell(column: numbers[0], row: numbers[1])), part: 1)]
  }

  func cells(_ key: GroupKey) -> [AttributeValue] { [.text(key.title(cellID: grid.id(of:)))] }

  private static let mostKnown = 4096
  /// A whole country in cells of a kilometre.
  private static let mostCells = 1_000_000

  private func split(_ shape: Shape) throws -> [GroupPart] {
    let weights = try weights(shape).filter { $0.value > 0 }
    let sum = weights.values.reduce(0, +)
    if weights.count == 1, let only = weights.first {
      return [GroupPart(key: .cell(only.key), part: 1)]
    }
    guard apportions, sum > 0 else { return [GroupPart(key: .uncertain, part: 1)] }
    return weights.sorted { $0.key < $1.key }.map {
      GroupPart(key: .cell($0.key), part: $0.value / sum)
    }
  }

  /// What each cell has of a shape; of a collection what its parts of the highest dimension have.
  private func weights(_ shape: Shape) throws -> [Cell: Double] {
    switch shape {
    case .point(let point): return [try grid.cell(at: point): 1]
    case .points(let points):
      var weights: [Cell: Double] = [:]
      for point in points { weights[try grid.cell(at: point), default: 0] += 1 }
      return weights
    case .lines(let lines):
      let lines = MultiLine(try lines.lines.map { try grid.planar($0) })
      return try weights(.lines(lines), bounds: lines.bounds) { cell in
        try self.engine.planarLength(of: self.engine.lineIntersection(lines, cell))
      }
    case .polygons(let polygons):
      let polygons = try grid.planar(polygons, engine: engine)
      return try weights(.polygons(polygons), bounds: polygons.bounds) { cell in
        try self.engine.planarArea(of: self.engine.intersection(polygons, cell))
      }
    case .collection(let shapes):
      let dimension = shapes.map(Self.dimension).max()
      var weights: [Cell: Double] = [:]
      for shape in shapes where Self.dimension(shape) == dimension {
        for (cell, weight) in try self.weights(shape) { weights[cell, default: 0] += weight }
      }
      return weights
    }
  }

  private static func dimension(_ shape: Shape) -> Int {
    switch shape {
    case .point, .points: 0
    case .lines: 1
    case .polygons: 2
    case .collection(let shapes): shapes.map(dimension).max() ?? 0
    }
  }

  private func weights(
    _ shape: Shape, bounds: BoundingBox?, measure: (MultiPolygon) throws -> Double
  ) throws -> [Cell: Double] {
    guard let bounds else { return [:] }
    let prepared = try PreparedShape(shape, engine: engine)
    var weights: [Cell: Double] = [:]
    for cell in try grid.cells(meeting: bounds, limit: Self.mostCells) {
      let outline = grid.planarOutline(of: cell)
      guard try prepared.holds(.intersects, .polygons(outline)) else { continue }
      // Inside of an area a cell is measured already.
      let isInside = try prepared.holds(.contains, .polygons(outline))
      weights[cell] = isInside ? grid.area : try measure(outline)
    }
    return weights
  }
}
