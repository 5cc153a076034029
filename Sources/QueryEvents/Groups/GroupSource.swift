import Geometry
import Model
import StoreEvents

/// A part of an event in a group: the parts of one event make 1.
struct GroupPart {
  var key: GroupKey
  var part: Double
}

/// What one grouping reads of a row and makes of it.
///
/// The values that are read decide the groups: rows with equal ones go the same way, so that a store may
/// count them together first (`GroupStatement`).
protocol GroupSource {
  /// The columns that the keys fill in answers; the title comes first.
  var keyColumns: [AttributeColumn] { get }
  /// What is read, nil for what depends on the geometry.
  var inputs: [GroupInput]? { get }
  /// Appends the values of the inputs; or returns the parts at once, where no values can tell them.
  func read(_ feature: Feature, into values: inout [AttributeValue]) throws -> [GroupPart]?
  /// Returns the parts of a row with these values.
  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart]
  /// The cells of a key in answers, as many as there are key columns.
  func cells(_ key: GroupKey) -> [AttributeValue]
}

/// One value that a grouping reads: of a column, and in SQL.
struct GroupInput {
  /// The column's place in the layer; nil when it has none, and the value is null.
  var index: Int?
  var kind: AttributeKind
  var sql: String
}

extension GroupSource {
  func read(_ feature: Feature, into values: inout [AttributeValue]) throws -> [GroupPart]? {
    for input in inputs ?? [] {
      values.append(input.index.map { feature.values[$0] } ?? .null)
    }
    return nil
  }
}

/// The columns of a layer, found by name.
struct LayerColumns {
  let all: [AttributeColumn]
  private let places: [String: Int]

  init(_ columns: [AttributeColumn]) {
    all = columns
    places = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func index(_ name: String) -> Int? { places[name] }

  /// A column as an input; one that the layer lacks is always null.
  func input(_ name: String, as kind: AttributeKind = .text) -> GroupInput {
    guard let index = places[name] else { return GroupInput(index: nil, kind: kind, sql: "NULL") }
    return GroupInput(index: index, kind: all[index].kind, sql: SQLName.quoted(name))
  }
}

/// The values of a column.
struct ColumnSource: GroupSource {
  private let column: AttributeColumn
  private let input: GroupInput

  init(_ name: String, _ columns: LayerColumns) {
    input = columns.input(name)
    column = input.index.map { columns.all[$0] } ?? AttributeColumn(name, .text)
  }

  var keyColumns: [AttributeColumn] { [column] }
  var inputs: [GroupInput]? { [input] }

  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart] {
    [GroupPart(key: .value(normalized(values[values.startIndex])), part: 1)]
  }

  /// Numbers that SQLite holds equal are one value.
  private func normalized(_ value: AttributeValue) -> AttributeValue {
    switch value {
    case .real(let number):
      if number.isNaN { return .null }
      if column.kind == .integer, let whole = Int(exactly: number) { return .integer(whole) }
      return .real(number == 0 ? 0 : number)
    case .integer(let number) where column.kind == .real: return .real(Double(number))
    default: return value
    }
  }

  func cells(_ key: GroupKey) -> [AttributeValue] {
    guard case .value(let value) = key else { return [.null] }
    // A word has no place among numbers and days: there null says it.
    if value == .null, column.kind == .text, !column.isJSON { return [.text(GroupKey.Word.none)] }
    return [value]
  }
}

/// Stretches of time.
struct TimeSource: GroupSource {
  private let bucket: TimeBucket
  private let title: String
  /// First day, last day, precision; of a named column the first two are the same.
  private let columns: [GroupInput]

  init(_ bucket: TimeBucket, of column: String?, _ columns: LayerColumns) {
    self.bucket = bucket
    if let column {
      title = "\(column)_\(bucket.rawValue)"
      self.columns = [columns.input(column)]
    } else {
      title = bucket.rawValue
      let ends = ["date_start", "date_end"].filter { columns.index($0) != nil }
      self.columns =
        (ends.count == 2 ? ends : ends + ends).map { columns.input($0) }
        + [columns.input("date_precision")]
    }
  }

  var keyColumns: [AttributeColumn] { [AttributeColumn(title, .text)] }
  var inputs: [GroupInput]? { columns }

  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart] {
    let values = Array(values)
    let end = values[min(1, values.count - 1)].text
    let start = values[0].text
    if start == nil, end == nil { return [GroupPart(key: .none, part: 1)] }
    // Without a first day the last one is only a bound.
    guard let start, let name = bucket.name(ofDate: start),
      end.map({ bucket.name(ofDate: $0) == name }) ?? true,
      values.count < 3 || !(values[2].text.map(bucket.isFiner(than:)) ?? false)
    else { return [GroupPart(key: .undated, part: 1)] }
    return [GroupPart(key: .period(name), part: 1)]
  }

  func cells(_ key: GroupKey) -> [AttributeValue] { [.text(key.title { _ in "" })] }
}

/// The actors of both sides together: each event counts once, under all that it has.
struct ActorSource: GroupSource {
  private let columns: [GroupInput]
  /// Whether each side gets its part of the event.
  private let apportions: Bool

  init(_ columns: LayerColumns, apportions: Bool) {
    self.columns = ["actor1", "actor1_name", "actor2", "actor2_name"].map { columns.input($0) }
    self.apportions = apportions
  }

  var keyColumns: [AttributeColumn] {
    [AttributeColumn("actor", .text), AttributeColumn("actor_name", .text)]
  }
  var inputs: [GroupInput]? { columns }

  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart] {
    let values = values.map(\.text)
    var actors: [GroupKey.Actor] = []
    for side in [0, 2] {
      guard let code = values[side], !actors.contains(where: { $0.code == code }) else { continue }
      actors.append(GroupKey.Actor(code: code, name: values[side + 1]))
    }
    actors.sort { $0.code.precedesInBytes($1.code) }
    if actors.isEmpty { return [GroupPart(key: .none, part: 1)] }
    guard apportions else { return [GroupPart(key: .actors(actors), part: 1)] }
    return actors.map { GroupPart(key: .actors([$0]), part: 1 / Double(actors.count)) }
  }

  func cells(_ key: GroupKey) -> [AttributeValue] {
    guard case .actors(let actors) = key else { return [.text(key.title { _ in "" }), .null] }
    let names = actors.map { $0.name ?? $0.code }.joined(separator: "; ")
    return [.text(key.title { _ in "" }), .text(names)]
  }
}
