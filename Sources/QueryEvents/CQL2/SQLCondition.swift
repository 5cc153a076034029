import StoreEvents

/// A condition of SQLite with its values apart: no value of a filter is ever part of the text.
package struct SQLCondition: Sendable, Equatable {
  /// The text, with a `?` for each value.
  package var text: String
  /// The values in the order of the question marks.
  package var bindings: [SQLBinding]

  package init(text: String, bindings: [SQLBinding]) {
    self.text = text
    self.bindings = bindings
  }
}

/// A value for a question mark.
package enum SQLBinding: Sendable, Hashable {
  case integer(Int)
  case real(Double)
  case text(String)
}

/// A column that a property of a filter is kept in.
///
/// Naming a column is a promise about all its values, which are NULL or of the storage named; only
/// then do SQL and `FilterEvaluator` give the same answers.
package struct SQLColumn: Sendable, Hashable {
  /// How values are kept.
  package enum Storage: Sendable, Hashable {
    case integer
    case real
    /// Compared by bytes (BINARY); without U+0000.
    case text
    /// 0 or 1.
    case boolean
    /// `YYYY-MM-DD`.
    case date
  }

  package let name: String
  package let storage: Storage

  /// Names a column.
  package init(_ name: String, _ storage: Storage) {
    self.name = name
    self.storage = storage
  }

  var type: FilterType {
    switch storage {
    case .integer, .real: .number
    case .text: .text
    case .boolean: .boolean
    case .date: .date
    }
  }

  /// The name in double quotes, or nil for one that SQL cannot name.
  var quoted: String? {
    guard !name.isEmpty, !name.unicodeScalars.contains("\0") else { return nil }
    return SQLName.quoted(name)
  }
}
