import GRDB
import Geometry
import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `An index that is packed at once` {
  private let folder = TemporaryDirectory()

  private static func boxes(_ count: Int, seed: Int) -> [(id: Int64, box: BoundingBox)] {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    // A third in one place, a third on a line, both signs, sizes from none to the globe.
    return (0..<count).map { place in
      let x = place % 3 == 0 ? 45.125 : number(-180...180)
      let y = place % 3 == 1 ? -33.3 : number(-90...90)
      let size = place % 5 == 0 ? 0 : place % 97 == 0 ? 200 : number(0...0.001)
      return (
        Int64(place * 3 + 1), BoundingBox(minX: x, minY: y, maxX: x + size, maxY: y + size)
      )
    }
  }

  /// The slow twin: SQLite's own module takes the boxes one by one.
  @Test(arguments: [0, 1, 2, 51, 52, 103, 2601, 2602], [0, 1])
  func `has the rows that SQLite would keep, and passes its check`(_ count: Int, _ seed: Int) throws
  {
    let boxes = Self.boxes(count, seed: seed)
    try Samples.edit(folder.path("\(count)-\(seed).sqlite")) { database in
      for table in ["packed", "plain"] {
        try database.execute(
          sql: "CREATE VIRTUAL TABLE \(table) USING rtree(id, minx, maxx, miny, maxy)")
      }
      let insert = try database.makeStatement(sql: "INSERT INTO plain VALUES (?, ?, ?, ?, ?)")
      try database.execute(sql: "BEGIN")
      for (id, box) in boxes {
        try insert.execute(arguments: [id, box.minX, box.maxX, box.minY, box.maxY])
      }
      try PackedIndex(index: "packed").fill(
        boxes.map { IndexNodeBytes.Entry(number: $0.id, box: $0.box) }, in: database)
      try database.execute(sql: "COMMIT")
      for (one, other) in [("packed", "plain"), ("plain", "packed")] {
        let only = try Int.fetchOne(
          database,
          sql: "SELECT count(*) FROM (SELECT * FROM \(one) EXCEPT SELECT * FROM \(other))")
        #expect(only == 0)
      }
      #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM packed") == count)
      #expect(try String.fetchOne(database, sql: "SELECT rtreecheck('packed')") == "ok")
      #expect(try String.fetchOne(database, sql: "PRAGMA integrity_check") == "ok")
      var random = SplitMix64(seed: seed)
      for _ in 0..<20 {
        let x = Double.random(in: -180...180, using: &random)
        let y = Double.random(in: -90...90, using: &random)
        let found = try ["packed", "plain"].map {
          try Int.fetchAll(
            database,
            sql: """
              SELECT id FROM \($0) WHERE minx <= ? AND maxx >= ? AND miny <= ? AND maxy >= ? ORDER BY id
              """, arguments: [x + 20, x, y + 9, y])
        }
        #expect(found[0] == found[1])
      }
      // Full nodes: as few as there can be, but one for what is left over.
      let leaves = try Int.fetchOne(
        database, sql: "SELECT count(DISTINCT nodeno) FROM packed_rowid")
      #expect(leaves == (count + 50) / 51)
    }
  }

  /// Other programs go on from where we end: nodes split, and others are emptied.
  @Test func `takes changes like any other`() throws {
    try Samples.edit(folder.path("changed.sqlite")) { database in
      try database.execute(
        sql: "BEGIN; CREATE VIRTUAL TABLE packed USING rtree(id, minx, maxx, miny, maxy)")
      var boxes = Dictionary(
        uniqueKeysWithValues: Self.boxes(3000, seed: 4).map { ($0.id, $0.box) })
      try PackedIndex(index: "packed").fill(
        Self.boxes(3000, seed: 4).map { IndexNodeBytes.Entry(number: $0.id, box: $0.box) },
        in: database)
      let put = try database.makeStatement(
        sql: "INSERT OR REPLACE INTO packed VALUES (?, ?, ?, ?, ?)")
      for (id, box) in Self.boxes(2000, seed: 5) {
        try put.execute(arguments: [id, box.minX, box.maxX, box.minY, box.maxY])
        boxes[id] = box
      }
      try database.execute(sql: "DELETE FROM packed WHERE id % 2 = 0")
      let left = boxes.filter { $0.key % 2 != 0 }
      let rows = try Row.fetchAll(database, sql: "SELECT id, minx, maxy FROM packed")
      #expect(Set(rows.map { $0[0] as Int64 }) == Set(left.keys))
      for row in rows {
        let box = try #require(left[row[0]])
        #expect((row[1] as Double) <= box.minX && (row[2] as Double) >= box.maxY)
      }
      #expect(try String.fetchOne(database, sql: "SELECT rtreecheck('packed')") == "ok")
      try database.execute(sql: "COMMIT")
    }
  }

  @Test func `goes along a curve that meets every cell once, each beside the one before`() {
    let side: UInt32 = 1 << 5
    // The coarsest cells of the square: the curve through them is the same at every fineness.
    let shift: UInt32 = 16 - 5
    var cells: [UInt32: (x: UInt32, y: UInt32)] = [:]
    for x in 0..<side {
      for y in 0..<side {
        cells[HilbertOrder.position(x << shift, y << shift) >> (2 * shift)] = (x, y)
      }
    }
    #expect(cells.count == Int(side * side))
    for place in 1..<side * side {
      guard let from = cells[place - 1], let to = cells[place] else {
        Issue.record("no cell at \(place)")
        continue
      }
      let distance = abs(Int(from.x) - Int(to.x)) + abs(Int(from.y) - Int(to.y))
      #expect(distance == 1, "from \(from) to \(to)")
    }
  }
}
