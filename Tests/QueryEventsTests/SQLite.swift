import CSQLite
import Model
import QueryEvents

/// One table in memory, asked with conditions: the second opinion on filters in SQL.
final class SQLite {
  private var handle: OpaquePointer?
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init() {
    precondition(sqlite3_open(":memory:", &handle) == SQLITE_OK)
  }

  deinit { sqlite3_close(handle) }

  /// Runs a statement and returns the first column of each row: 1, 0, or nil for NULL.
  func run(_ sql: String, _ bindings: [SQLBinding?] = []) -> [Int?] {
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    precondition(status == SQLITE_OK, "\(sql): \(String(cString: sqlite3_errmsg(handle)))")
    defer { sqlite3_finalize(statement) }
    for (index, binding) in bindings.enumerated() {
      let place = Int32(index + 1)
      switch binding {
      case nil: sqlite3_bind_null(statement, place)
      case .integer(let value): sqlite3_bind_int64(statement, place, Int64(value))
      case .real(let value): sqlite3_bind_double(statement, place, value)
      case .text(let text): sqlite3_bind_text(statement, place, text, -1, Self.transient)
      }
    }
    var answers: [Int?] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      let isNull = sqlite3_column_type(statement, 0) == SQLITE_NULL
      answers.append(isNull ? nil : Int(sqlite3_column_int64(statement, 0)))
    }
    return answers
  }

  /// Runs a statement and returns its rows, each value as it is kept.
  func rows(_ sql: String) -> [[AttributeValue]] {
    var statement: OpaquePointer?
    let status = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    precondition(status == SQLITE_OK, "\(sql): \(String(cString: sqlite3_errmsg(handle)))")
    defer { sqlite3_finalize(statement) }
    var rows: [[AttributeValue]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          switch sqlite3_column_type(statement, column) {
          case SQLITE_INTEGER: .integer(Int(sqlite3_column_int64(statement, column)))
          case SQLITE_FLOAT: .real(sqlite3_column_double(statement, column))
          case SQLITE_TEXT: .text(String(cString: sqlite3_column_text(statement, column)))
          default: .null
          }
        })
    }
    return rows
  }
}
