import Model
import Testing

@testable import ReviewEvents

@Suite struct `Review sheets` {
  static let hostile = [
    "=1+1", "+1", "-x", "@SUM(A1)", "\tx", "\rx", "'", "'=1", "''", "a,b", "a;b", "say \"x\"", "\"",
    "line\nbreak", "line\r\nbreak", " lead", "trail ", "بغداد؛ العراق", "-3.5", "\u{202E}x", "",
    "=HYPERLINK(\"http://example.org\",\"x\")", "ev-1; ev-2", " =1+1", "＝1+1",
    "＋1", "－x", "＠x",
  ]

  @Test(arguments: hostile)
  func `bring every cell back as it was`(_ cell: String) throws {
    let row = SheetCells.row(["a", "b"]) + SheetCells.row([cell, "z"])
    let sheet = try Sheet(Array(row.utf8), path: "t")
    let read = try #require(sheet.rows.first)
    #expect(SheetCells.plain(read.cells[0]) == cell)
    #expect(read.cells[1] == "z")
  }

  @Test(arguments: hostile)
  func `have no cell that a spreadsheet runs`(_ cell: String) {
    let shown = SheetCells.row([cell, "z"]).unicodeScalars.drop { $0 == "\"" || $0 == " " }
    let first = shown.first.map { Character($0) } ?? " "
    if Double(cell) == nil { #expect(!"=+-@\t\r＝＋－＠".contains(first)) }
  }

  static let broken: [(String, Int?, Int?)] = [
    ("", nil, nil), ("a,b\n\"x", 2, 1), ("a,b\nx,y\"z\n", 2, 2), ("a,a\n", 1, 2),
    ("a,b\n1,2\n1,2,3\n", 3, 3),
  ]

  @Test(arguments: broken)
  func `say where they are broken`(_ text: String, _ row: Int?, _ column: Int?) {
    let error = #expect(throws: ReviewError.self) { try Sheet(Array(text.utf8), path: "t") }
    #expect(error?.findings.first?.line == row)
    #expect(error?.findings.first?.column == column)
    #expect(error?.findings.first?.code == "V001")
  }

  @Test func `in another encoding say what to do`() {
    let error = #expect(throws: ReviewError.self) {
      try Sheet(Array("a,b\nx,".utf8) + [0xE9], path: "t")
    }
    #expect(error?.findings.first?.message.contains("CSV UTF-8") == true)
    #expect(error?.findings.first?.line == 2)
  }

  @Test(arguments: [";", "\t", ","])
  func `know what stands between their cells`(_ separator: String) throws {
    let sheet = try Sheet(
      Array("\u{FEFF}id\(separator)b\r\n1\(separator)2\r\n\(separator)\r\n".utf8), path: "t")
    #expect(sheet.columns == ["id", "b"])
    #expect(sheet.rows.map(\.cells) == [["1", "2"]])
  }

  static let cells: [(String, String, Bool)] = [
    ("a", "a", true), (" a\u{A0}", "a", true), ("a", "b", false), ("", "", true), ("", "0", false),
    ("0", "", false), ("2.0", "2", true), ("2,0", "2", true), ("3", "2", false),
    ("9/3/2021", "2021-03-09", true), ("09.03.2021", "2021-03-09", true),
    ("3/9/2021", "2021-03-09", true), ("2021-09-03", "2021-03-09", false),
    ("10/3/2021", "2021-03-09", false), ("x\r\ny", "x\ny", true),
    ("March 9, 2021", "2021-03-09", false),
  ]

  @Test(arguments: cells)
  func `know what a spreadsheet rewrote and what a coder changed`(
    _ cell: String, _ exported: String, _ isSame: Bool
  ) {
    #expect(SheetReading.isSame(cell, exported) == isSame)
  }
}
