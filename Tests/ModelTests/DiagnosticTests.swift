import Model
import Testing

@Suite struct Diagnostics {
  static let cases: [(diagnostic: Diagnostic, text: String)] = [
    (
      Diagnostic(.error, "Z012", "no number", path: "g/places.tsv", line: 12, column: 7),
      "g/places.tsv:12:7: error: [Z012] no number"
    ),
    (
      Diagnostic(.warning, "Z101", "same name", path: "a.tsv", line: 3),
      "a.tsv:3: warning: [Z101] same name"
    ),
    (Diagnostic(.note, "X001", "a remark", path: "a"), "a: note: [X001] a remark"),
    (Diagnostic(.error, "F001", "nothing there"), "error: [F001] nothing there"),
    // A column without a line says nothing.
    (Diagnostic(.error, "F001", "odd", path: "a", column: 9), "a: error: [F001] odd"),
  ]

  @Test(arguments: cases) func `print as compilers do`(diagnostic: Diagnostic, text: String) {
    #expect(diagnostic.description == text)
  }
}
