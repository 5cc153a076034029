/// A table for people: columns aligned by display width, right-to-left cells kept apart.
///
/// Each cell with Arabic or Sorani stands between U+2068 and U+2069, so that a terminal does not
/// carry its direction over into the next column.
package struct TableWriter: Sendable {
  package enum Alignment: Sendable, Hashable {
    case left, right
  }

  private let titles: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// Makes a table; columns without an alignment are aligned left.
  package init(columns: [String], alignments: [Alignment] = []) {
    titles = columns.map(TableWriter.cleaned)
    self.alignments =
      alignments + Array(repeating: .left, count: max(0, columns.count - alignments.count))
  }

  /// Adds a row; cells that are missing stay empty, nil shows as `-`.
  package mutating func add(_ cells: [String?]) {
    var row = cells.prefix(titles.count).map { TableWriter.cleaned($0 ?? "-") }
    row += Array(repeating: "", count: titles.count - row.count)
    rows.append(row)
  }

  /// Returns the lines, titles first, line feeds included.
  package func bytes() -> [UInt8] {
    var widths = titles.map(DisplayWidth.of)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    var bytes: [UInt8] = []
    for row in [titles] + rows {
      var line: [UInt8] = []
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  ".utf8 }
        let padding = [UInt8](
          repeating: UInt8(ascii: " "), count: widths[column] - DisplayWidth.of(cell))
        let isRight = alignments[column] == .right
        if isRight { line += padding }
        line += TableWriter.isolated(cell).utf8
        if !isRight { line += padding }
      }
      while line.last == UInt8(ascii: " ") { line.removeLast() }
      line.append(UInt8(ascii: "\n"))
      bytes += line
    }
    return bytes
  }

  private static func isolated(_ cell: String) -> String {
    DisplayWidth.isRightToLeft(cell) ? "\u{2068}\(cell)\u{2069}" : cell
  }

  /// A cell is one line: breaks, tabs and other controls become blanks.
  private static func cleaned(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      result.append(isControl ? " " : scalar)
    }
    return String(result)
  }
}
