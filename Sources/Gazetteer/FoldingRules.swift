import Folding

/// The rows of `fold.tsv`, from which a `FoldingTable` is made.
struct FoldingRules: Sendable {
  struct Rule: Sendable {
    var source: Int
    var target: [Int]
    var isLoose: Bool
  }

  var rules: [Rule] = []

  /// Returns the table that the rules make.
  func table() -> FoldingTable {
    var table = FoldingTable()
    for rule in rules {
      table.add(
        from: UInt32(rule.source), to: rule.target.map { UInt32($0) }, loose: rule.isLoose)
    }
    return table
  }
}

extension FoldingRules: IndexedRow {
  static var blank: FoldingRules { FoldingRules() }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.list(&rules, blank: Rule(source: 0, target: [], isLoose: false)) { coder, rule in
      coder.transfer(&rule.source)
      coder.list(&rule.target, blank: 0) { $0.transfer(&$1) }
      coder.transfer(&rule.isLoose)
    }
  }
}
