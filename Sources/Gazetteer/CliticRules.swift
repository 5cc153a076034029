/// The rows of `clitics.tsv`, from which a `CliticTable` is made.
struct CliticRules: Sendable {
  struct Rule: Sendable {
    var id, language: String
    var key: [UInt8]
    var side, kind: String
    var cost: Int
  }

  private(set) var rules: [Rule] = []
  private(set) var table = CliticTable()
  /// Endings of an Arabic verb in the perfect, and the other persons of one in the imperfect, where
  /// `{stem}` is the verb without its first letter: for the loader alone.
  var perfectEndings: [String] = []
  var imperfectPatterns: [String] = []

  /// Adds a row.
  ///
  /// Returns false when side or part of speech is not known.
  mutating func add(_ rule: Rule) -> Bool {
    guard
      table.add(
        id: rule.id, language: rule.language, key: rule.key, side: rule.side, kind: rule.kind,
        cost: rule.cost)
    else { return false }
    rules.append(rule)
    return true
  }

  /// Sorts the rows of the table; called once after the last `add`.
  mutating func finish() { table.finish() }
}

extension CliticRules: IndexedRow {
  static var blank: CliticRules { CliticRules() }

  mutating func transfer(with coder: inout some RowCoder) {
    let blank = Rule(id: "", language: "", key: [], side: "", kind: "", cost: 0)
    var all = rules
    coder.list(&all, blank: blank) { coder, rule in
      coder.transfer(&rule.id)
      coder.transfer(&rule.language)
      coder.transfer(&rule.key)
      coder.transfer(&rule.side)
      coder.transfer(&rule.kind)
      coder.transfer(&rule.cost)
    }
    if rules.isEmpty {
      for rule in all { _ = add(rule) }
      finish()
    }
  }
}
