import Geometry
import Model
import StoreEvents

/// The columns of a layer that measures are taken from; those that it lacks are left out of answers.
struct MeasureColumns {
  /// A pair of columns with a minimum and a maximum.
  struct Harm {
    var name: String
    var least: GroupInput?
    var most: GroupInput?

    init(_ name: String, _ columns: LayerColumns) {
      self.name = name
      least = Self.number("\(name)_min", columns)
      most = Self.number("\(name)_max", columns)
    }

    private static func number(_ name: String, _ columns: LayerColumns) -> GroupInput? {
      let input = columns.input(name)
      return input.index != nil && (input.kind == .integer || input.kind == .real) ? input : nil
    }

    var isThere: Bool { least != nil || most != nil }

    func sum(_ feature: Feature) -> HarmSum {
      HarmSum(least: number(least, feature), most: number(most, feature))
    }

    private func number(_ input: GroupInput?, _ feature: Feature) -> Double? {
      input?.index.flatMap { feature.values[$0].number }
    }
  }

  let killed: Harm
  let injured: Harm
  /// First and last day; one column may be both.
  private let dates: [GroupInput]

  /// - Parameter dateColumn: What stands for the dates of a layer that has not the columns of events.
  init(_ columns: LayerColumns, dateColumn: String?) {
    killed = Harm("killed", columns)
    injured = Harm("injured", columns)
    let ends = ["date_start", "date_end"].filter { columns.index($0) != nil }
    dates = (ends.isEmpty ? dateColumn.map { [$0] } ?? [] : ends).map { columns.input($0) }
  }

  /// The places of all columns that are read.
  var indexes: [Int] {
    ([killed.least, killed.most, injured.least, injured.most] + dates).compactMap { $0?.index }
  }

  /// What one row adds.
  func measures(of feature: Feature) -> GroupMeasures {
    var measures = GroupMeasures()
    measures.events = 1
    measures.killed = killed.sum(feature)
    measures.injured = injured.sum(feature)
    for date in dates {
      guard let index = date.index, let text = feature.values[index].text else { continue }
      measures.firstDate = measures.firstDate ?? text
      measures.lastDate = text
    }
    return measures
  }

  // MARK: - In SQL

  /// What makes the same sums of many rows, in the order in which `measures(counted:)` reads it.
  var rowMeasures: [RowMeasure] {
    var list = [RowMeasure.count]
    for harm in [killed, injured] where harm.isThere {
      list.append(.range(least: harm.least?.sql, most: harm.most?.sql))
    }
    if let first = dates.first, let last = dates.last {
      list.append(.first(Self.day(first, else: last)))
      list.append(.last(Self.day(last, else: first)))
    }
    return list
  }

  /// A column may hold what is no text: then the other one speaks.
  private static func day(_ input: GroupInput, else other: GroupInput) -> String {
    "CASE WHEN typeof(\(input.sql)) = 'text' THEN \(input.sql) ELSE \(other.sql) END"
  }

  /// Reads what the row measures gave.
  func measures(counted row: ArraySlice<AttributeValue>) -> GroupMeasures {
    var values = row.makeIterator()
    func next() -> Double { values.next()?.number ?? 0 }
    var measures = GroupMeasures()
    measures.events = next()
    for (harm, path) in [(killed, \GroupMeasures.killed), (injured, \GroupMeasures.injured)] {
      var sum = HarmSum()
      if harm.isThere {
        sum.least = next()
        sum.withLeast = next()
        sum.most = next()
        sum.withMost = next()
        let known = next()
        sum.open = known - sum.withMost
        sum.unknown = measures.events - known
      } else {
        sum.unknown = measures.events
      }
      measures[keyPath: path] = sum
    }
    if !dates.isEmpty {
      measures.firstDate = values.next()?.text
      measures.lastDate = values.next()?.text
    }
    return measures
  }

  // MARK: - In answers

  /// The columns of the sums, `events` first.
  func columns(apportioned: Bool) -> [AttributeColumn] {
    let count: AttributeKind = apportioned ? .real : .integer
    var list = [AttributeColumn("events", count)]
    for harm in [killed, injured] {
      if let least = harm.least {
        list.append(AttributeColumn("\(harm.name)_min", apportioned ? .real : least.kind))
      }
      if let most = harm.most {
        list.append(AttributeColumn("\(harm.name)_max", apportioned ? .real : most.kind))
        if harm.least != nil { list.append(AttributeColumn("\(harm.name)_open", count)) }
      }
      if harm.isThere { list.append(AttributeColumn("\(harm.name)_unknown", count)) }
    }
    if !dates.isEmpty {
      list += [AttributeColumn("first_date", .date), AttributeColumn("last_date", .date)]
    }
    return list
  }

  /// The values for the columns.
  func values(_ measures: GroupMeasures, apportioned: Bool) -> [AttributeValue] {
    let count: AttributeKind = apportioned ? .real : .integer
    func value(_ number: Double?, _ kind: AttributeKind) -> AttributeValue {
      guard let number else { return .null }
      if kind == .integer, let whole = Int(exactly: number.rounded()) { return .integer(whole) }
      // Six decimals: parts of events are not known better, and rounding does not show.
      let rounded = (number * 1_000_000).rounded() / 1_000_000
      return .real(apportioned && rounded.isFinite ? rounded : number)
    }
    var list = [value(measures.events, count)]
    for (harm, sum) in [(killed, measures.killed), (injured, measures.injured)] {
      if let least = harm.least {
        list.append(value(sum.minimum, apportioned ? .real : least.kind))
      }
      if let most = harm.most {
        // Without a column of minima nothing is open.
        let maximum = harm.least == nil ? (sum.withMost > 0 ? sum.most : nil) : sum.maximum
        list.append(value(maximum, apportioned ? .real : most.kind))
        if harm.least != nil { list.append(value(sum.open, count)) }
      }
      if harm.isThere { list.append(value(sum.unknown, count)) }
    }
    if !dates.isEmpty {
      list += [measures.firstDate, measures.lastDate].map { text in
        let day = text.map { Array($0.utf8.prefix(10)) }.flatMap { CivilDate(iso: $0) }
        return day.map { .text($0.description) } ?? .null
      }
    }
    return list
  }
}
