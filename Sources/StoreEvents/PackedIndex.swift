import GRDB
import Model

/// Fills an empty R-tree with all its boxes at once.
///
/// The virtual table takes boxes one by one, finds a node for each and splits what overflows: two thirds
/// of the time of making a layer, and nodes half full. Here the boxes are put on a Hilbert curve by their
/// centers and laid into full nodes in that order, level by level, in the tables that SQLite's module keeps
/// behind the index. (Kamel and Faloutsos, "On packing R-trees", 1993.)
struct PackedIndex {
  /// The name of the virtual table.
  let index: String

  /// A node is a row: its children, and the box around them as its own entry.
  private typealias Entry = IndexNodeBytes.Entry

  /// Writes the nodes.
  ///
  /// n log n in the boxes; beside them keeps 12 bytes for each.
  /// - Parameter rows: One for each row with a geometry, no number twice.
  func fill(_ rows: [IndexNodeBytes.Entry], in database: Database) throws {
    guard !rows.isEmpty else { return }
    let size = try nodeSize(database)
    let capacity = (size - IndexNodeBytes.headerSize) / IndexNodeBytes.entrySize
    var order = HilbertOrder.sorted(rows)
    var nodes = NodeWriter(
      size: size,
      insert: try statement("INSERT INTO \(table("node")) VALUES (?, ?)", database),
      parent: try statement("INSERT INTO \(table("parent")) VALUES (?, ?)", database))
    // Leaves: which row lies in which, told in the order of the rows.
    let leaves = Self.parts(rows.count, capacity)
    var leafOfRow = [Int32](repeating: 1, count: rows.count)
    if leaves.count > 1 {
      for (leaf, part) in leaves.enumerated() {
        for place in part { leafOfRow[Int(order[place])] = Int32(nodes.first + leaf) }
      }
    }
    let holder = try statement("INSERT INTO \(table("rowid")) VALUES (?, ?)", database)
    for (row, leaf) in zip(rows, leafOfRow) {
      holder.bind(.integer(Int(row.number)), at: 1)
      holder.bind(.integer(Int(leaf)), at: 2)
      try holder.run()
    }
    var level: [IndexNodeBytes.Entry] = order.map { rows[Int($0)] }
    order = []
    leafOfRow = []
    var depth = 0
    while level.count > capacity {
      level = try nodes.write(level, Self.parts(level.count, capacity), holdsNodes: depth > 0)
      depth += 1
    }
    let root = try statement("UPDATE \(table("node")) SET data = ? WHERE nodeno = 1", database)
    root.bind(.bytes(IndexNodeBytes.encode(level[...], depth: depth, size: size)), at: 1)
    try root.run()
    if depth > 0 { try nodes.setParent(of: level[...], to: 1) }
  }

  /// Cuts a count into the fewest parts of at most a size, none smaller than half of it unless alone.
  static func parts(_ count: Int, _ size: Int) -> [Range<Int>] {
    let number = (count + size - 1) / size
    return (0..<number).map { count * $0 / number..<count * ($0 + 1) / number }
  }

  private func nodeSize(_ database: Database) throws -> Int {
    // SQLite made the root with as many zeros as a node has bytes on pages of this size.
    let size = try Int.fetchOne(
      database, sql: "SELECT length(data) FROM \(table("node")) WHERE nodeno = 1")
    guard let size, size >= IndexNodeBytes.headerSize + 2 * IndexNodeBytes.entrySize else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the index \(index) has no root")
    }
    return size
  }

  private func table(_ suffix: String) -> String { SQLName.quoted("\(index)_\(suffix)") }

  private func statement(_ sql: String, _ database: Database) throws -> GRDB.Statement {
    try database.makeStatement(sql: sql)
  }
}

/// Writes the nodes below the root, numbered from 2.
private struct NodeWriter {
  let size: Int
  let insert: GRDB.Statement
  let parent: GRDB.Statement
  let first = 2
  private var count = 0

  init(size: Int, insert: GRDB.Statement, parent: GRDB.Statement) {
    self.size = size
    self.insert = insert
    self.parent = parent
  }

  /// Writes the nodes of a level and returns an entry for each, for the level above.
  mutating func write(
    _ entries: [IndexNodeBytes.Entry], _ parts: [Range<Int>], holdsNodes: Bool
  ) throws -> [IndexNodeBytes.Entry] {
    var above: [IndexNodeBytes.Entry] = []
    for part in parts {
      let number = first + count
      count += 1
      let children = entries[part]
      insert.bind(.integer(number), at: 1)
      insert.bind(.bytes(IndexNodeBytes.encode(children, depth: 0, size: size)), at: 2)
      try insert.run()
      if holdsNodes { try setParent(of: children, to: number) }
      above.append(IndexNodeBytes.Entry(number: Int64(number), around: children))
    }
    return above
  }

  func setParent(of nodes: ArraySlice<IndexNodeBytes.Entry>, to number: Int) throws {
    for node in nodes {
      parent.bind(.integer(Int(node.number)), at: 1)
      parent.bind(.integer(number), at: 2)
      try parent.run()
    }
  }
}

/// Boxes in the order in which a Hilbert curve meets their centers.
enum HilbertOrder {
  /// The places of the boxes in their order; equal ones stay in theirs.
  static func sorted(_ boxes: [IndexNodeBytes.Entry]) -> [UInt32] {
    precondition(boxes.count < UInt32.max, "fewer rows than four billions")
    guard let first = boxes.first else { return [] }
    var (minX, maxX, minY, maxY) = (first.minX, first.maxX, first.minY, first.maxY)
    for box in boxes {
      minX = min(minX, box.minX)
      maxX = max(maxX, box.maxX)
      minY = min(minY, box.minY)
      maxY = max(maxY, box.maxY)
    }
    let cells = Double(UInt16.max)
    let (width, height) = (Double(maxX) - Double(minX), Double(maxY) - Double(minY))
    func cell(_ low: Float, _ high: Float, _ edge: Float, _ size: Double) -> UInt32 {
      let share = (Double(low) / 2 + Double(high) / 2 - Double(edge)) / size
      // Neither: all in one place, or no number.
      return share > 0 && share <= 1 ? UInt32(share * cells) : 0
    }
    var keys = boxes.enumerated().map { place, box in
      UInt64(
        position(cell(box.minX, box.maxX, minX, width), cell(box.minY, box.maxY, minY, height)))
        << 32 | UInt64(place)
    }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Where a curve of order 16 meets a cell (Hilbert, 1891): the quarters of the square from coarse to
  /// fine, each turned as the curve enters it.
  static func position(_ x: UInt32, _ y: UInt32) -> UInt32 {
    var (x, y) = (x, y)
    var position: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side > 0 ? 1 : 0
      let upper: UInt32 = y & side > 0 ? 1 : 0
      position = position << 2 | (3 * right) ^ upper
      if upper == 0 {
        if right == 1 { (x, y) = (UInt32(UInt16.max) - x, UInt32(UInt16.max) - y) }
        swap(&x, &y)
      }
      side >>= 1
    }
    return position
  }
}
