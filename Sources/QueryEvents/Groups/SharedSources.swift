import Files
import Geometry
import Model

/// Administrative units of a level.
///
/// A row with the level's name is of that unit. One without is `uncertain` when its area touches units, or when a
/// wider unit is known; else `none`. Apportioned, an uncertain row is split by the shares of its area;
/// what lies outside of every unit is `none`.
struct UnitSource: GroupSource {
  private let level: Int
  private let apportions: Bool
  private let levels: [String: Int]
  private let columns: [GroupInput]
  private let hasCode: Bool

  /// - Parameter levels: The level of each unit by its id, where the layer's store knows them.
  init(_ level: Int, _ columns: LayerColumns, apportions: Bool, levels: [String: Int]) {
    self.level = level
    self.apportions = apportions
    self.levels = levels
    let name = columns.input("admin\(level)")
    let code = columns.input("admin\(level)_pcode")
    let shares = columns.input("admin_shares")
    hasCode = code.index != nil
    // Shares only matter to rows without a unit; what they are, only to those that are split.
    let isOpen = "\(name.sql) IS NULL AND \(code.sql) IS NULL"
    let said =
      apportions
      ? shares.sql
      : "CASE WHEN \(shares.sql) <> '\(Self.noShares)' THEN '\(Self.someShares)' END"
    var inputs = [
      name, code,
      GroupInput(
        index: shares.index, kind: .text, sql: "CASE WHEN \(isOpen) THEN \(said) END"),
    ]
    for wider in 1..<max(1, level) {
      let wider = columns.input("admin\(wider)")
      inputs.append(
        GroupInput(
          index: wider.index, kind: .text,
          sql: "CASE WHEN \(isOpen) AND \(wider.sql) IS NOT NULL THEN '\(Self.someShares)' END"))
    }
    self.columns = inputs
  }

  private static let noShares = "[]"
  private static let someShares = "*"

  var keyColumns: [AttributeColumn] {
    let name = AttributeColumn("admin\(level)", .text)
    return hasCode ? [name, AttributeColumn("admin\(level)_pcode", .text)] : [name]
  }
  var inputs: [GroupInput]? { columns }

  func read(_ feature: Feature, into values: inout [AttributeValue]) throws -> [GroupPart]? {
    let given = columns.map { input in input.index.map { feature.values[$0] } ?? .null }
    values += given[..<2]
    guard given[0] == .null, given[1] == .null else {
      values += Array(repeating: .null, count: given.count - 2)
      return nil
    }
    let shares = given[2].text
    let isSaid = shares != nil && shares != Self.noShares
    values.append(apportions ? given[2] : isSaid ? .text(Self.someShares) : .null)
    values += given[3...].map { $0 == .null ? .null : .text(Self.someShares) }
    return nil
  }

  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart] {
    let values = values.map(\.text)
    if values[0] != nil || values[1] != nil {
      return [GroupPart(key: .unit(level: level, name: values[0], code: values[1]), part: 1)]
    }
    let shares = values[2] == Self.noShares ? nil : values[2]
    guard shares != nil || values[3...].contains(where: { $0 != nil }) else {
      return [GroupPart(key: .none, part: 1)]
    }
    guard apportions, let shares else { return [GroupPart(key: .uncertain, part: 1)] }
    let list = SharedList.objects(shares).filter { self.level(of: $0) == level }
    return SharedList.split(
      list.map { share in
        let key = GroupKey.unit(
          level: level, name: share["name"]?.string,
          code: hasCode ? share["pcode"]?.string : nil)
        return GroupPart(key: key, part: share["share"]?.double ?? 0)
      })
  }

  /// The level of a share's unit: as the store has it, else as its id spells it.
  private func level(of share: JSONValue) -> Int? {
    guard let id = share["id"]?.string else { return nil }
    if let level = levels[id] { return level }
    return (1...3).first { id.split(separator: "-").contains("adm\($0)") }
  }

  func cells(_ key: GroupKey) -> [AttributeValue] {
    var cells: [AttributeValue] = [.text(key.title { _ in "" })]
    if hasCode {
      if case .unit(_, _, let code?) = key {
        cells.append(.text(code))
      } else {
        cells.append(.null)
      }
    }
    return cells
  }
}

/// Disputed territories.
///
/// A row is of a territory that has at least 0.95 of it, none other 0.05; `none` where its status is `outside`
/// or no territory has 0.05 of it; else `uncertain`. Apportioned, an uncertain row is split by the shares;
/// what lies outside of every territory is `none`.
struct TerritorySource: GroupSource {
  private let columns: [GroupInput]
  private let apportions: Bool

  init(_ columns: LayerColumns, apportions: Bool) {
    self.columns = ["territory_ids", "territory_names", "territory_shares", "territory_status"]
      .map { columns.input($0) }
    self.apportions = apportions
  }

  var keyColumns: [AttributeColumn] {
    [AttributeColumn("territory", .text), AttributeColumn("territory_name", .text)]
  }
  var inputs: [GroupInput]? { columns }

  func parts(_ values: ArraySlice<AttributeValue>) -> [GroupPart] {
    let values = values.map(\.text)
    let ids = values[0].map(SharedList.texts) ?? []
    let names = values[1].map(SharedList.texts) ?? []
    var shares = values[2].flatMap(SharedList.numbers) ?? []
    // Without shares, one territory is all there is to know.
    if shares.count != ids.count { shares = ids.map { _ in ids.count == 1 ? 1 : 0.5 } }
    guard !ids.isEmpty, values[3] != Self.outside,
      values[3] != nil || shares.contains(where: { $0 >= Self.least })
    else { return [GroupPart(key: .none, part: 1)] }
    let parts = ids.indices.map { index in
      let name = names.count == ids.count ? names[index] : nil
      return GroupPart(key: .territory(id: ids[index], name: name), part: shares[index])
    }
    let counted = parts.filter { $0.part >= Self.least }
    if counted.count == 1, counted[0].part >= Self.whole {
      return [GroupPart(key: counted[0].key, part: 1)]
    }
    return apportions ? SharedList.split(parts) : [GroupPart(key: .uncertain, part: 1)]
  }

  private static let outside = "outside"
  private static let least = 0.05
  private static let whole = 0.95

  func cells(_ key: GroupKey) -> [AttributeValue] {
    guard case .territory(_, let name?) = key else { return [.text(key.title { _ in "" }), .null] }
    return [.text(key.title { _ in "" }), .text(name)]
  }
}

/// Lists that columns keep as JSON, and what becomes of shares.
enum SharedList {
  static func objects(_ text: String) -> [JSONValue] {
    (try? JSONReader.parse(Array(text.utf8)))?.elements ?? []
  }

  static func texts(_ text: String) -> [String] { objects(text).compactMap(\.string) }

  static func numbers(_ text: String) -> [Double]? {
    (try? JSONReader.parse(Array(text.utf8)))?.numbers
  }

  /// Turns shares into parts that make 1.
  ///
  /// Shares of more than 1 in all (territories overlap, figures are rounded to 4 decimals) are divided
  /// by their sum; what is missing beyond rounding is in none. No share at all stays uncertain.
  static func split(_ shares: [GroupPart]) -> [GroupPart] {
    let shares = shares.filter { $0.part > 0 && $0.part.isFinite }
    let sum = shares.reduce(0) { $0 + $1.part }
    if shares.isEmpty { return [GroupPart(key: .uncertain, part: 1)] }
    let isWhole = sum >= 1 - 0.00005 * Double(shares.count) - 1e-9
    var parts = shares
    if isWhole {
      for index in parts.indices { parts[index].part /= sum }
    } else {
      parts.append(GroupPart(key: .none, part: 1 - sum))
    }
    return parts
  }
}
