/// What a cell of the current row holds. A nil column (one that the header does not name) reads as
/// an empty cell, so that optional columns need no special case.
extension TSVReader {
  /// The byte range of a cell; empty for a column that is not there.
  package func cell(_ column: Int?) -> Range<Int> {
    guard let column else { return rowStart..<rowStart }
    return cells[column]
  }

  package func isEmpty(_ column: Int?) -> Bool { cell(column).isEmpty }

  /// The cell as a string.
  ///
  /// Allocates; hot paths work on the range.
  package func string(_ column: Int?) -> String { string(cell(column)) }

  /// The bytes of a range as a string.
  package func string(_ range: Range<Int>) -> String { TextBytes.string(bytes.span, range) }

  /// The cell as a string, or nil when it is empty.
  package func optionalString(_ column: Int?) -> String? {
    let range = cell(column)
    return range.isEmpty ? nil : string(range)
  }

  /// The cell as a number in JSON's grammar, or nil when it is empty or something else.
  package func double(_ column: Int?) -> Double? { NumberScanner.double(bytes.span, cell(column)) }

  /// The cell as a whole number, or nil when it is empty or something else.
  package func integer(_ column: Int?) -> Int? { NumberScanner.integer(bytes.span, cell(column)) }

  /// Whether the cell holds exactly this text, byte for byte.
  ///
  /// Does not allocate.
  package func holds(_ column: Int?, _ text: String) -> Bool {
    TextBytes.equal(bytes.span, cell(column), text)
  }
}
