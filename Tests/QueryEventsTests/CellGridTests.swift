import Geodesy
import Geometry
import Glibc
import Model
import TestSupport
import Testing

@testable import QueryEvents

@Suite struct `Nets of cells` {
  static let nets: [(form: CellForm, meters: Double)] = [
    (.hex, 10_000), (.grid, 10_000), (.hex, 500), (.grid, 500), (.hex, 75_000), (.grid, 250_000),
  ]

  /// Some places of the net: Iraq, around it, the rest of the world, the antimeridian, the poles.
  private static func place(_ random: inout SplitMix64, _ index: Int) -> Coordinate {
    let uniform = Double.random(in: -1...1, using: &random)
    let other = Double.random(in: -1...1, using: &random)
    switch index % 5 {
    case 0, 1: return Coordinate(44 + 5 * uniform, 33 + 4 * other)
    case 2: return Coordinate(180 * uniform, 85 * other)
    case 3: return Coordinate((uniform < 0 ? -180 : 180) - uniform, 70 * other)
    default: return Coordinate(180 * uniform, other < 0 ? -90 - other : 90 - other)
    }
  }

  @Test(arguments: 0..<nets.count)
  func `a point is in one cell, inside of its outline and of no neighbor's`(_ index: Int) throws {
    let net = Self.nets[index]
    let grid = try CellGrid(net.form, CellSize(meters: net.meters), in: ProjContext())
    let engine = try GeometryEngine()
    var random = SplitMix64(seed: index)
    for number in 0..<100 {
      let place = Self.place(&random, number)
      let cell = try grid.cell(at: place)
      // Beside the border: within a thousandth of the size, corners of chords may be on either side.
      let planar = try grid.projection.forward(place)
      let inner = try engine.planarDistanceToBoundary(
        from: planar, of: grid.planarOutline(of: cell))
      #expect(try engine.planarDistance(from: planar, to: grid.planarOutline(of: cell)) ?? 1 < 1e-6)
      if (inner ?? 0) < net.meters * 1e-3 { continue }
      let around = Self.neighbors(cell, net.form)
      var holders: [Cell] = []
      for other in [cell] + around {
        guard let outline = try grid.outline(of: other, engine: engine) else {
          #expect(try Self.isOpposite(place, net.meters))
          continue
        }
        #expect(try engine.validityFault(outline) == nil)
        if try engine.planarDistance(from: place, to: outline) == 0 { holders.append(other) }
      }
      if try holders.isEmpty && Self.isOpposite(place, net.meters) { continue }
      #expect(holders == [cell], "\(place) \(grid.id(of: cell))")
    }
  }

  /// Whether a place is so near to the point opposite to the middle that its cell, or the next but one,
  /// reaches over the rim of the projection, which is twice the radius of the earth wide.
  private static func isOpposite(_ place: Coordinate, _ size: Double) throws -> Bool {
    let opposite = try Position(longitude: -136, latitude: -33)
    let distance = Geodesic.wgs84.inverse(from: try Position(place), to: opposite).distance
    let radius = 6_371_007.0
    return distance < 2 * radius * acos(1 - 2.5 * size / (2 * radius)) * 1.01
  }

  private static func neighbors(_ cell: Cell, _ form: CellForm) -> [Cell] {
    let (column, row) = (cell.column, cell.row)
    let offsets: [(Int, Int)] =
      switch form {
      case .grid: [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
      case .hex where row & 1 == 0: [(1, 0), (-1, 0), (0, 1), (-1, 1), (0, -1), (-1, -1)]
      case .hex: [(1, 0), (-1, 0), (0, 1), (1, 1), (0, -1), (1, -1)]
      }
    return offsets.map { Cell(column: column + $0.0, row: row + $0.1) }
  }

  @Test(arguments: 0..<nets.count)
  func `cells have one area on the ellipsoid`(_ index: Int) throws {
    let net = Self.nets[index]
    let grid = try CellGrid(net.form, CellSize(meters: net.meters), in: ProjContext())
    let engine = try GeometryEngine()
    var random = SplitMix64(seed: 100 + index)
    let expected =
      net.form == .hex ? net.meters * net.meters * 3.squareRoot() / 2 : net.meters * net.meters
    #expect(abs(grid.area / expected - 1) < 1e-12)
    for number in 0..<60 {
      let place = Self.place(&random, number)
      let cell = try grid.cell(at: place)
      guard let outline = try grid.outline(of: cell, engine: engine) else {
        #expect(try Self.isOpposite(place, net.meters))
        continue
      }
      // Edges of the outline are straight in degrees, those that are measured are geodesics: far from
      // the equator both need many vertices to be one.
      let area = try Geodesic.wgs84.area(of: Self.densified(outline))
      // Within a degree of a pole degrees bend so much that the centimetre of an edge counts.
      let tolerance = abs(place.y) < 89 ? 1e-6 : 2e-5
      #expect(abs(area / expected - 1) < tolerance, "\(place)")
    }
  }

  /// Edges in pieces of at most a twentieth of a degree.
  private static func densified(_ polygons: MultiPolygon) -> MultiPolygon {
    MultiPolygon(
      polygons.polygons.map { polygon in
        Polygon(
          rings: polygon.rings.map { ring in
            zip(ring, ring.dropFirst()).flatMap { start, end in
              let pieces = Int((abs(end.x - start.x) + abs(end.y - start.y)) / 0.05) + 1
              return (0..<pieces).map { piece in
                let part = Double(piece) / Double(pieces)
                return Coordinate(
                  start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
              }
            } + [ring[ring.count - 1]]
          })
      })
  }

  @Test func `neighbors share their vertices`() throws {
    let engine = try GeometryEngine()
    for (form, meters) in Self.nets {
      let grid = try CellGrid(form, CellSize(meters: meters), in: ProjContext())
      let cell = try grid.cell(at: Coordinate(45.39, 34.35))
      let outline = try #require(try grid.outline(of: cell, engine: engine))
      var others: Set<Coordinate> = []
      for neighbor in Self.neighbors(cell, form) {
        let ground = try #require(try grid.outline(of: neighbor, engine: engine))
        others.formUnion(ground.polygons[0].rings[0])
      }
      #expect(outline.polygons[0].rings[0].allSatisfy(others.contains))
    }
  }

  @Test func `sizes are as documented`() throws {
    // In the middle of the projection nothing is stretched.
    let size = 10_000.0
    for form in CellForm.allCases {
      let grid = try CellGrid(form, CellSize(meters: size), in: ProjContext())
      let cell = Cell(column: 0, row: 0)
      let middle = try #require(grid.middle(of: cell))
      for neighbor in Self.neighbors(cell, form)
      where form == .hex || neighbor.row == 0 || neighbor.column == 0 {
        let other = try #require(grid.middle(of: neighbor))
        let distance = Geodesic.wgs84.inverse(from: try Position(middle), to: try Position(other))
        #expect(abs(distance.distance - size) < 0.05)
      }
    }
  }

  /// By pyproj 3.7.2: a hexagon holds what is nearest to its middle.
  @Test(arguments: [
    ("hex", "10km", Coordinate(44, 33), "hex:10km:0:0"),
    ("hex", "10km", Coordinate(45.39, 34.35), "hex:10km:12:17"),
    ("grid", "10km", Coordinate(45.39, 34.35), "grid:10km:13:15"),
    ("hex", "500m", Coordinate(41.8, 36.3), "hex:500m:-396:850"),
    ("grid", "2.5km", Coordinate(-58.4, -34.6), "grid:2.5km:-3937:-1852"),
  ])
  func `ids stay what they are`(
    _ form: String, _ size: String, _ place: Coordinate, _ id: String
  ) throws {
    let grid = try CellGrid(
      try #require(CellForm(rawValue: form)), CellSize(parsing: size), in: ProjContext())
    let cell = try grid.cell(at: place)
    #expect(grid.id(of: cell) == id)
    #expect(grid.cell(id: id) == cell)
    for other in ["", "hex:1km:0:0", id + ":0", "hex:10km:x:0"] where other != id {
      #expect(grid.cell(id: other) == nil)
    }
  }

  @Test func `both names of the antimeridian and all of a pole are one place`() throws {
    for (form, meters) in Self.nets {
      let grid = try CellGrid(form, CellSize(meters: meters), in: ProjContext())
      for latitude in [-60.0, 0, 12.34, 71] {
        let west = try grid.cell(at: Coordinate(-180, latitude))
        #expect(try grid.cell(at: Coordinate(180, latitude)) == west)
      }
      for latitude in [-90.0, 90] {
        let cells = try Set(
          [-180, -90, 0, 44, 99.5].map { try grid.cell(at: Coordinate($0, latitude)) })
        #expect(cells.count == 1)
      }
    }
  }

  @Test func `the point opposite to the middle is in a cell and impossible ones are refused`()
    throws
  {
    let grid = try CellGrid(.hex, CellSize(meters: 10_000), in: ProjContext())
    let opposite = try grid.cell(at: Coordinate(-136, -33))
    #expect(grid.id(of: opposite).hasPrefix("hex:10km:"))
    for wrong in [Coordinate(200, 0), Coordinate(0, 91), Coordinate(.nan, 0)] {
      #expect(throws: GeodesyError.self) { try grid.cell(at: wrong) }
    }
  }

  @Test func `an area that is split gives each cell what it covers`() throws {
    let column = [AttributeColumn("precision", .text)]
    let box = BoundingBox(minX: 44, minY: 33, maxX: 44.5, maxY: 33.4)
    let shape = Shape.polygons(MultiPolygon([box.polygon]))
    let row = Feature(id: nil, geometry: shape, values: [.text("adm2")])
    for word in ["hex:10km", "grid:7km"] {
      let whole = try EventRows.table(word, [row], columns: column)
      #expect(whole.rows.map(\.values) == [[.text("uncertain"), .integer(1)]])
      let table = try EventRows.table(word, [row, row], apportion: true, columns: column)
      let engine = try GeometryEngine()
      let total = try Geodesic.wgs84.area(of: MultiPolygon([box.polygon]))
      var sum = 0.0
      for row in table.rows {
        guard case .polygons(let cell)? = row.geometry else {
          Issue.record("a cell without a ground")
          continue
        }
        let part = try Geodesic.wgs84.area(
          of: engine.intersection(cell, MultiPolygon([box.polygon])))
        let events = try #require(row.values[1].number)
        #expect(abs(events / 2 - part / total) < 1e-4)
        sum += events
      }
      #expect(abs(sum - 2) < 1e-4)
    }
  }

  @Test func `what has no geometry is uncertain only where it has a place`() throws {
    let rows = ["adm2", "unknown", nil].map { precision in
      EventRows.row(["precision": precision.map { .text($0) } ?? .null])
    }
    let table = try EventRows.table("hex:10km", rows)
    #expect(
      table.rows.map { Array($0.values.prefix(2)) } == [
        [.text("uncertain"), .integer(1)], [.text("none"), .integer(2)],
      ])
    #expect(table.rows.allSatisfy { $0.geometry == nil })
  }

  @Test(arguments: [1e300, -1e300, 1e9, 200, -180.5])
  func `what lies nowhere on the earth is refused, however far away`(_ longitude: Double) throws {
    let grid = try CellGrid(.hex, CellSize(meters: 10_000), in: ProjContext())
    let line = [Coordinate(44, 33), Coordinate(longitude, 34)]
    #expect(throws: GeodesyError.self) { try grid.planar(line) }
    #expect(throws: GeodesyError.self) { try grid.planar(line.reversed()) }
  }
}
