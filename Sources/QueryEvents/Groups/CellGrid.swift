package import Geodesy
import Geometry
package import Model

/// A net of cells of one size over the whole earth, the same in every run.
///
/// The cells are regular hexagons or squares in one fixed equal-area projection (Lambert azimuthal around
/// 33° N 44° E, `EqualAreaProjection`): all have the same area on the ellipsoid, wherever they lie. In
/// Iraq and around it their form is true, and 5000 km away still within a tenth; farther off
/// they are flattened across the direction to Iraq. The antimeridian and the poles are no
/// borders of the net.
///
/// An id such as `hex:10km:12:-5` names form, size, column and row and never changes.
///
/// Not Sendable: it holds a projection.
package final class CellGrid {
  package let form: CellForm
  package let size: CellSize
  /// Square metres of a cell.
  package let area: Double
  let projection: EqualAreaProjection
  /// Metres from one step of the lattice of corners to the next; corners and middles stand at whole
  /// numbers of steps, so that neighbors agree in every bit of their common corners.
  let stepX: Double
  let stepY: Double
  /// Metres east of 44° E of the middle of cell 0, 0.
  ///
  /// That meridian, and with it the pole, would else run along the flats of every other row of hexagons.
  let originX: Double

  /// Makes the net.
  /// - Throws: `GeodesyError` when PROJ refuses.
  package init(_ form: CellForm, _ size: CellSize, in context: ProjContext) throws {
    self.form = form
    self.size = size
    projection = try EqualAreaProjection(in: context)
    let width = size.meters
    switch form {
    case .hex:
      let side = width / 3.squareRoot()
      (stepX, stepY) = (width / 2, side / 2)
      originX = width / 4
      area = width * side * 1.5
    case .grid:
      (stepX, stepY) = (width / 2, width / 2)
      originX = 0
      area = width * width
    }
  }

  /// Returns the one cell that a position lies in; degrees, longitude first.
  ///
  /// A position on the border of two, as far as numbers can tell, always goes to the same.
  /// - Throws: `GeodesyError` for a coordinate that is no longitude and latitude.
  package func cell(at position: Coordinate) throws -> Cell {
    do {
      return cell(atPlanar: try projection.forward(position))
    } catch {
      guard error.code != .coordinateOutOfRange else { throw error }
    }
    // The point opposite to the middle of the projection has no image; one a step northward has.
    let beside = Coordinate(position.x, position.y + Self.stepFromOpposite)
    return cell(atPlanar: try projection.forward(beside))
  }

  private static let stepFromOpposite = 0.001

  /// Returns the cell of a point of the projection; metres.
  func cell(atPlanar point: Coordinate) -> Cell {
    let x = point.x - originX
    guard form == .hex else {
      return Cell(
        column: Int((x / size.meters).rounded(.toNearestOrAwayFromZero)),
        row: Int((point.y / size.meters).rounded(.toNearestOrAwayFromZero)))
    }
    // Axial coordinates, rounded so that their third, which makes the sum 0, fits best.
    let r = point.y / (3 * stepY)
    let q = x / size.meters - r / 2
    let third = -q - r
    var (wholeQ, wholeR) = (q.rounded(), r.rounded())
    let wholeThird = third.rounded()
    let (offQ, offR, offThird) = (abs(wholeQ - q), abs(wholeR - r), abs(wholeThird - third))
    if offQ > offR, offQ > offThird {
      wholeQ = -wholeR - wholeThird
    } else if offR > offThird {
      wholeR = -wholeQ - wholeThird
    }
    let row = Int(wholeR)
    return Cell(column: Int(wholeQ) + (row >> 1), row: row)
  }

  /// The name of a cell: form, size, column, row.
  package func id(of cell: Cell) -> String { "\(form.rawValue):\(size):\(cell.column):\(cell.row)" }

  /// Returns the cell of an id of this net, nil for another text.
  package func cell(id: String) -> Cell? {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0] == form.rawValue, parts[1] == size.description,
      let column = Int(parts[2]), let row = Int(parts[3])
    else { return nil }
    return Cell(column: column, row: row)
  }

  /// Returns the middle of a cell: degrees, longitude first; nil where the projection ends.
  package func middle(of cell: Cell) -> Coordinate? {
    let middle = planarMiddle(of: cell)
    guard let degrees = try? projection.inverse(middle), isImage(degrees, of: middle) else {
      return nil
    }
    return degrees
  }

  func planarMiddle(of cell: Cell) -> Coordinate {
    let (x, y) = lattice(cell)
    return planar(x, y)
  }

  /// The corners in steps of the lattice, counter-clockwise.
  func corners(of cell: Cell) -> [(x: Int, y: Int)] {
    let (x, y) = lattice(cell)
    return Self.offsets(form).map { (x + $0.x, y + $0.y) }
  }

  private static func offsets(_ form: CellForm) -> [(x: Int, y: Int)] {
    switch form {
    case .hex: [(1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)]
    case .grid: [(1, -1), (1, 1), (-1, 1), (-1, -1)]
    }
  }

  private func lattice(_ cell: Cell) -> (x: Int, y: Int) {
    switch form {
    case .hex: (2 * cell.column + (cell.row & 1), 3 * cell.row)
    case .grid: (2 * cell.column, 2 * cell.row)
    }
  }

  /// The point of the projection at a step of the lattice.
  func planar(_ x: Int, _ y: Int) -> Coordinate {
    Coordinate(Double(x) * stepX + originX, Double(y) * stepY)
  }

  /// The cell as a polygon of the projection; metres, straight edges.
  func planarOutline(of cell: Cell) -> MultiPolygon {
    let corners = corners(of: cell).map { planar($0.x, $0.y) }
    return MultiPolygon([Polygon(rings: [corners + [corners[0]]])])
  }

  /// Every cell that may meet a box of the projection, from south to north and west to east.
  ///
  /// - Throws: `GroupingError` when there are more than a limit.
  func cells(meeting box: BoundingBox, limit: Int) throws(GroupingError) -> [Cell] {
    let height = form == .hex ? 3 * stepY : size.meters
    let rows = Int((box.minY / height).rounded(.down))...Int((box.maxY / height).rounded(.up))
    let first = Int(((box.minX - originX) / size.meters).rounded(.down)) - 1
    let last = Int(((box.maxX - originX) / size.meters).rounded(.up))
    let (count, isTooMuch) = rows.count.multipliedReportingOverflow(by: last - first + 1)
    if isTooMuch || count > limit {
      throw GroupingError(
        "an area of \(count) cells of \(size) is too fine; at most \(limit) are expected")
    }
    return rows.flatMap { row in (first...last).map { Cell(column: $0, row: row) } }
  }

  /// Whether degrees are what a point of the projection stands for: beyond its rim PROJ gives numbers
  /// that are not.
  func isImage(_ degrees: Coordinate, of point: Coordinate) -> Bool {
    guard let back = try? projection.forward(degrees) else { return false }
    let tolerance = max(0.01, size.meters * 1e-5)
    return abs(back.x - point.x) <= tolerance && abs(back.y - point.y) <= tolerance
  }
}
