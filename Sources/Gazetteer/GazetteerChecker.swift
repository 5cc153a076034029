import Files
import Folding
package import Model

/// Checks a folder of knowledge as `marsad gazetteer check` does: every finding with its place.
///
/// Errors (`Z0…`) are what a run refuses, warnings (`Z1…`) what a person should look at. See
/// `GazetteerCheckerCode` for all codes.
package struct GazetteerChecker {
  let directory: String
  let overlays: [String]
  var findings: [Diagnostic] = []
  var gazetteer = Gazetteer(GazetteerTables())
  var examples: [TriggerExample] = []
  var tokenizer = Tokenizer(table: FoldingTable())
  private var buffer = TokenBuffer()

  package init(directory: String, overlays: [String]) {
    self.directory = directory
    self.overlays = overlays
  }

  /// Returns all findings, by path, line and column.
  ///
  /// Linear in the files, apart from the geometry (O(n log n) in the vertices).
  /// - Throws: `GazetteerError` when the folder is missing, `GeometryError` when GEOS is too old.
  package func check() throws -> [Diagnostic] {
    try check(
      GazetteerLoader.loadWithFindings(directory: directory, overlays: overlays))
  }

  /// Returns all findings, the knowledge itself and the examples of its triggers.
  ///
  /// The examples are read by who can read a report; see `Pipeline`.
  /// - Throws: as `check`.
  package func checkWithExamples() throws -> CheckedKnowledge {
    let gazetteer = try GazetteerLoader.loadWithFindings(directory: directory, overlays: overlays)
    let run = try checked(gazetteer)
    return CheckedKnowledge(
      findings: run.sorted(), gazetteer: gazetteer, examples: run.examples)
  }

  /// Returns all findings about a gazetteer that was read from the folder.
  func check(_ gazetteer: Gazetteer) throws -> [Diagnostic] {
    try checked(gazetteer).sorted()
  }

  private func checked(_ gazetteer: Gazetteer) throws -> GazetteerChecker {
    var run = self
    run.gazetteer = gazetteer
    run.tokenizer = Tokenizer(table: run.gazetteer.folding)
    run.findings = run.gazetteer.diagnostics
    run.checkIDs()
    run.checkUnits()
    run.checkPlaces()
    run.checkNames()
    run.checkValues()
    run.checkEvents()
    run.checkForms()
    run.checkCoderTables()
    run.checkNoStrip()
    try run.checkShapes()
    return run
  }

  /// The findings in reading order, one for each place and code.
  private func sorted() -> [Diagnostic] {
    struct Key: Hashable {
      var path: String?
      var line: Int
      var column: Int?
      var code: String
    }
    /// What the loader says of a row and the checker of a cell of it.
    let repeated: Set<String> = ["Z013", "Z016"]
    func row(_ finding: Diagnostic) -> Key {
      Key(path: finding.path, line: finding.line ?? 0, column: nil, code: finding.code)
    }
    let cells = Set(
      findings.filter { repeated.contains($0.code) && $0.column ?? 0 > 1 }.map(row))
    var seen: Set<Key> = []
    let unique = findings.filter { finding in
      guard let line = finding.line else { return true }
      if finding.column == 1, cells.contains(row(finding)) { return false }
      return seen.insert(
        Key(path: finding.path, line: line, column: finding.column, code: finding.code)
      ).inserted
    }
    return unique.sorted { left, right in
      (left.path ?? "", left.line ?? 0, left.column ?? 0, left.code, left.message)
        < (right.path ?? "", right.line ?? 0, right.column ?? 0, right.code, right.message)
    }
  }

  /// Adds a finding that no row reader reports.
  mutating func report(
    _ code: GazetteerCheckerCode, _ message: String, path: String, line: Int, column: Int = 1
  ) {
    findings.append(
      Diagnostic(
        code.severity, code.rawValue, message, path: path, line: line, column: column))
  }

  /// Calls the body with each row of a table, in the gazetteer and in each overlay, replaced and
  /// deleted ones left out.
  ///
  /// A file that cannot be read is passed over: the loader has reported it.
  mutating func rows(
    _ table: String, _ body: (inout GazetteerChecker, inout TSVReader) -> Void
  ) {
    let folders = [directory] + overlays
    let replaced = TableSource.replacedIDs(table, folders)
    for (index, folder) in folders.enumerated() {
      let path = folder + "/" + table
      guard let bytes = try? FileBytes.read(path) else { continue }
      var reader = TSVReader(bytes, path: path)
      let column = TableSource.idColumn(reader)
      let status = reader.column("status")
      while reader.next() {
        if !replaced[index].isEmpty, replaced[index].contains(reader.string(column)) { continue }
        if status != nil, reader.holds(status, "deleted") { continue }
        body(&self, &reader)
      }
      findings += reader.diagnostics
    }
  }

  /// Returns the folded words of a form, joined by spaces: the key that forms are compared by.
  mutating func key(_ form: String, punctuation: Bool = false) -> String {
    tokenizer.key(of: form, punctuation: punctuation, in: &buffer)
  }

  /// The script of the first word of a form, nil when it has none.
  mutating func script(_ form: String) -> Token.Script? {
    buffer.removeAll()
    let bytes = Array(form.utf8)
    tokenizer.tokenize(bytes.span, into: &buffer)
    return buffer.tokens.first { $0.kind == .word }?.script
  }
}

extension TSVReader {
  /// Adds a finding of the checker about a cell of the current row, or about the row.
  mutating func report(_ code: GazetteerCheckerCode, _ message: String, cell: Int? = nil) {
    report(code.severity, code.rawValue, message, cell: cell)
  }
}
