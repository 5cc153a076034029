import Files
import Model

/// Writes rows into an index or reads them back: one description of a row serves both, so that the
/// two cannot differ.
///
/// Whoever reads hands in blank values and finds them filled.
protocol RowCoder {
  mutating func transfer(_ value: inout String)
  mutating func transfer(_ value: inout Int)
  mutating func transfer(_ value: inout Double)
  mutating func transfer(_ value: inout [Coordinate])
  mutating func transfer(_ words: inout FoldedWords)
}

/// A row that an index can hold.
protocol IndexedRow {
  /// A row to be filled.
  static var blank: Self { get }

  /// Hands over each member in a fixed order.
  mutating func transfer(with coder: inout some RowCoder)
}

extension RowCoder {
  mutating func transfer(_ values: inout [String]) {
    list(&values, blank: "") { coder, value in coder.transfer(&value) }
  }

  mutating func transfer(_ words: inout FoldedWords) {
    transfer(&words, as: \.words, from: { FoldedWords($0) }) { $0.transfer(&$1) }
  }

  mutating func transfer<Row: IndexedRow>(_ rows: inout [Row]) {
    var count = rows.count
    transfer(&count)
    // A row of its own for each: some are references.
    if rows.count != count { rows = (0..<count).map { _ in Row.blank } }
    for index in rows.indices { rows[index].transfer(with: &self) }
  }

  mutating func transfer(_ value: inout Bool) {
    var number = value ? 1 : 0
    transfer(&number)
    value = number != 0
  }

  mutating func transfer(_ value: inout String?) {
    optional(&value, blank: "") { coder, value in coder.transfer(&value) }
  }

  mutating func transfer(_ value: inout Int?) {
    optional(&value, blank: 0) { coder, value in coder.transfer(&value) }
  }

  /// A day as the number that its digits make, 0 for none.
  mutating func transfer(_ value: inout CivilDate?) {
    var number = PackedDay.number(value)
    transfer(&number)
    value = PackedDay.day(number)
  }

  /// The UTF-8 of a text.
  mutating func transfer(_ value: inout [UInt8]) {
    var text = String(decoding: value, as: UTF8.self)
    transfer(&text)
    value = Array(text.utf8)
  }

  /// Bytes that are no text.
  mutating func transferNumbers(_ value: inout [UInt8]) {
    list(&value, blank: 0) { coder, byte in
      var number = Int(byte)
      coder.transfer(&number)
      byte = UInt8(truncatingIfNeeded: number)
    }
  }

  /// A value that is kept as another one.
  mutating func transfer<Value, Raw>(
    _ value: inout Value, as raw: (Value) -> Raw, from make: (Raw) -> Value?,
    by body: (inout Self, inout Raw) -> Void
  ) {
    var kept = raw(value)
    body(&self, &kept)
    if let made = make(kept) { value = made }
  }

  mutating func list<Value>(
    _ values: inout [Value], blank: Value, _ body: (inout Self, inout Value) -> Void
  ) {
    var count = values.count
    transfer(&count)
    if values.count != count { values = Array(repeating: blank, count: count) }
    for index in values.indices { body(&self, &values[index]) }
  }

  mutating func optional<Value>(
    _ value: inout Value?, blank: Value, _ body: (inout Self, inout Value) -> Void
  ) {
    var isThere = value != nil
    transfer(&isThere)
    guard isThere else {
      value = nil
      return
    }
    var inner = value ?? blank
    body(&self, &inner)
    value = inner
  }

  /// A dictionary in the order of its keys.
  mutating func dictionary<Value>(
    _ values: inout [String: Value], blank: Value, _ body: (inout Self, inout Value) -> Void
  ) {
    var keys = values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    transfer(&keys)
    values.reserveCapacity(keys.count)
    for key in keys { body(&self, &values[key, default: blank]) }
  }
}

/// Days as whole numbers: 20200722; 0 stands for none.
enum PackedDay {
  static func number(_ day: CivilDate?) -> Int {
    day.map { $0.year * 10_000 + $0.month * 100 + $0.day } ?? 0
  }

  static func day(_ number: Int) -> CivilDate? {
    number == 0
      ? nil : CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
