/// The form of the cells of a net.
package enum CellForm: String, Sendable, Hashable, CaseIterable {
  /// Regular hexagons with a corner in the north; their size is the width across flats, which is
  /// the distance between the middles of neighbors.
  case hex
  /// Squares; their size is the length of a side.
  case grid
}

/// A cell of a net: its place in a row, and the row.
package struct Cell: Sendable, Hashable, Comparable {
  /// Counted eastward from the cell in the middle of the net.
  package var column: Int
  /// Counted northward.
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  package static func < (left: Cell, right: Cell) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}
