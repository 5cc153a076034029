import GRDB
import GRDBSQLite
import Model

/// Values between Swift and a prepared statement.
///
/// The one file that sees SQLite's own calls, and memory that belongs to it: rows by the million cross
/// here, at a third of the cost of GRDB's boxes. Nothing of SQLite's memory leaves a function.
extension GRDB.Statement {
  /// The value of a column of the current row, as the column declares it.
  ///
  /// SQLite lets a row hold another kind, which is kept. Of use between a cursor's `next` and the one after.
  func value(_ column: Int, as kind: AttributeKind) -> AttributeValue {
    let index = Int32(column)
    switch unsafe sqlite3_column_type(sqliteStatement, index) {
    case SQLITE_INTEGER:
      let number = unsafe sqlite3_column_int64(sqliteStatement, index)
      return switch kind {
      case .boolean: .boolean(number != 0)
      case .real: .real(Double(number))
      default: .integer(Int(number))
      }
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(sqliteStatement, index))
    case SQLITE_TEXT:
      // First the text, then its length: the other way round a conversion would come between.
      let text = unsafe sqlite3_column_text(sqliteStatement, index)
      let count = Int(unsafe sqlite3_column_bytes(sqliteStatement, index))
      return .text(
        unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
    case SQLITE_BLOB: return .bytes(bytes(column))
    default: return .null
    }
  }

  /// The whole number in a column of the current row, nil for anything else.
  func integer(_ column: Int) -> Int? {
    let index = Int32(column)
    return switch unsafe sqlite3_column_type(sqliteStatement, index) {
    case SQLITE_INTEGER: Int(unsafe sqlite3_column_int64(sqliteStatement, index))
    case SQLITE_FLOAT: Int(exactly: unsafe sqlite3_column_double(sqliteStatement, index))
    default: nil
    }
  }

  /// Whether a column of the current row is NULL.
  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(sqliteStatement, Int32(column)) == SQLITE_NULL
  }

  /// The bytes of a column of the current row, those of its text when it is no BLOB.
  func bytes(_ column: Int) -> [UInt8] {
    let start = unsafe sqlite3_column_blob(sqliteStatement, Int32(column))
    let count = Int(unsafe sqlite3_column_bytes(sqliteStatement, Int32(column)))
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Appends the value of a column of the current row so that different values give different words.
  func append(_ column: Int, to words: inout [UInt64]) {
    let index = Int32(column)
    let type = unsafe sqlite3_column_type(sqliteStatement, index)
    switch type {
    case SQLITE_INTEGER:
      words.append(UInt64(type))
      words.append(UInt64(bitPattern: unsafe sqlite3_column_int64(sqliteStatement, index)))
    case SQLITE_FLOAT:
      words.append(UInt64(type))
      words.append(unsafe sqlite3_column_double(sqliteStatement, index).bitPattern)
    case SQLITE_TEXT, SQLITE_BLOB:
      let start = unsafe sqlite3_column_blob(sqliteStatement, index)
      let count = Int(unsafe sqlite3_column_bytes(sqliteStatement, index))
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
      // The length tells where a value ends.
      words.append(UInt64(type) | UInt64(count) << 8)
      var next = 0
      while next + 8 <= count {
        words.append(unsafe bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self))
        next += 8
      }
      if next < count {
        var last: UInt64 = 0
        while next < count {
          last = unsafe last << 8 | UInt64(bytes[next])
          next += 1
        }
        words.append(last)
      }
    default: words.append(UInt64(type))
    }
  }

  /// The number in a column of the current row, nil for anything else.
  func number(_ column: Int) -> Double? {
    let index = Int32(column)
    return switch unsafe sqlite3_column_type(sqliteStatement, index) {
    case SQLITE_INTEGER: Double(unsafe sqlite3_column_int64(sqliteStatement, index))
    case SQLITE_FLOAT: unsafe sqlite3_column_double(sqliteStatement, index)
    default: nil
    }
  }

  /// Whether a column of the current row is a text whose bytes stand before others; before none any text does.
  func isText(_ column: Int, before bytes: [UInt8]?) -> Bool {
    unsafe isText(column) { text in
      guard let bytes else { return true }
      return unsafe text.lexicographicallyPrecedes(bytes)
    }
  }

  /// Whether a column of the current row is a text whose bytes stand after others; after none any text does.
  func isText(_ column: Int, after bytes: [UInt8]?) -> Bool {
    unsafe isText(column) { text in
      guard let bytes else { return true }
      return unsafe bytes.lexicographicallyPrecedes(text)
    }
  }

  private func isText(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    let index = Int32(column)
    guard unsafe sqlite3_column_type(sqliteStatement, index) == SQLITE_TEXT else { return false }
    let start = unsafe sqlite3_column_blob(sqliteStatement, index)
    let count = Int(unsafe sqlite3_column_bytes(sqliteStatement, index))
    return unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Sets a parameter, the first being 1; SQLite copies texts and bytes.
  ///
  /// SQLite's text functions end at a NUL: it becomes U+FFFD.
  func bind(_ value: AttributeValue, at parameter: Int) {
    let index = Int32(parameter)
    let status: Int32
    switch value {
    case .null: status = unsafe sqlite3_bind_null(sqliteStatement, index)
    case .boolean(let value):
      status = unsafe sqlite3_bind_int64(sqliteStatement, index, value ? 1 : 0)
    case .integer(let number):
      status = unsafe sqlite3_bind_int64(sqliteStatement, index, Int64(number))
    case .real(let number):
      status = unsafe sqlite3_bind_double(sqliteStatement, index, number)
    case .text(let text): status = bind(text, index)
    case .bytes(let bytes): status = bind(bytes, index)
    }
    // Only a missing parameter or a text of two gigabytes fails here.
    precondition(status == SQLITE_OK, "a value that SQLite takes")
  }

  private func bind(_ text: String, _ index: Int32) -> Int32 {
    var text = text
    let status = text.withUTF8 { bytes -> Int32? in
      if unsafe bytes.contains(0) { return nil }
      return unsafe sqlite3_bind_text64(
        sqliteStatement, index, bytes.baseAddress, UInt64(bytes.count), Self.copied,
        UInt8(SQLITE_UTF8))
    }
    if let status { return status }
    let marked = text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }
    return bind(String(String.UnicodeScalarView(marked)), index)
  }

  private func bind(_ bytes: [UInt8], _ index: Int32) -> Int32 {
    // Without an address SQLite would take it for NULL.
    if bytes.isEmpty { return unsafe sqlite3_bind_zeroblob(sqliteStatement, index, 0) }
    return unsafe sqlite3_bind_blob64(
      sqliteStatement, index, bytes, UInt64(bytes.count), Self.copied)
  }

  /// Tells SQLite to copy: SQLITE_TRANSIENT, which is a cast that C macros alone can say.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Runs a statement that gives no rows with the parameters that were bound.
  func run() throws {
    let status = unsafe sqlite3_step(sqliteStatement)
    guard status == SQLITE_DONE else {
      let message = unsafe String(cString: sqlite3_errmsg(sqlite3_db_handle(sqliteStatement)))
      _ = unsafe sqlite3_reset(sqliteStatement)
      throw DatabaseError(resultCode: ResultCode(rawValue: status), message: message)
    }
    _ = unsafe sqlite3_reset(sqliteStatement)
  }
}
