package import Model

/// To which group of one grouping a row counts.
package enum GroupKey: Sendable, Hashable {
  /// The value of a column; null is `none`.
  case value(AttributeValue)
  case unit(level: Int, name: String?, code: String?)
  case territory(id: String, name: String?)
  /// All actors of an event, ordered by their codes.
  case actors([Actor])
  case period(String)
  case cell(Cell)
  /// In several at once, nobody knows in which.
  case uncertain
  /// Dated, but coarser than the bucket.
  case undated
  /// In none.
  case none

  /// A side of an event.
  package struct Actor: Sendable, Hashable {
    package var code: String
    package var name: String?
  }

  /// The words for rows that are no group.
  package enum Word {
    package static let uncertain = "uncertain"
    package static let undated = "undated in bucket"
    package static let none = "none"
    package static let total = "total"
  }

  /// What it is called in answers, and in the id of a row.
  func title(cellID: (Cell) -> String) -> String {
    switch self {
    case .value(let value): value.plainText
    case .unit(_, let name, let code): name ?? code ?? Word.none
    case .territory(let id, _): id
    case .actors(let actors): actors.map(\.code).joined(separator: "; ")
    case .period(let name): name
    case .cell(let cell): cellID(cell)
    case .uncertain: Word.uncertain
    case .undated: Word.undated
    case .none: Word.none
    }
  }

  /// The same for all groups of the grouping that have something in common; special rows come last.
  private var rank: Int {
    switch self {
    case .uncertain: 1
    case .undated: 2
    case .none, .value(.null): 3
    default: 0
    }
  }

  /// Whether it stands before another of the same grouping: numbers by size, text by its bytes,
  /// cells from south to north and west to east, special rows last.
  static func precedes(_ left: GroupKey, _ right: GroupKey) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    switch (left, right) {
    case (.value(let left), .value(let right)): return left.order(right) < 0
    case (.cell(let left), .cell(let right)): return left < right
    case (.unit(_, let name, let code), .unit(_, let otherName, let otherCode)):
      if name != otherName { return (name ?? "").precedesInBytes(otherName ?? "") }
      return (code ?? "").precedesInBytes(otherCode ?? "")
    case (.territory(let id, let name), .territory(let otherID, let otherName)):
      if id != otherID { return id.precedesInBytes(otherID) }
      return (name ?? "").precedesInBytes(otherName ?? "")
    case (.actors(let left), .actors(let right)):
      return left.lexicographicallyPrecedes(right) {
        $0.code == $1.code
          ? ($0.name ?? "").precedesInBytes($1.name ?? "") : $0.code.precedesInBytes($1.code)
      }
    case (.period(let left), .period(let right)): return left.precedesInBytes(right)
    default: return false
    }
  }
}

extension AttributeValue {
  /// The value as a title: texts as they are.
  var plainText: String {
    switch self {
    case .null: GroupKey.Word.none
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    case .bytes(let bytes): "\(bytes.count) bytes"
    }
  }
}
