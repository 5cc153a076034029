/// The size of a cell or a distance, as it is written: `10km`, `500m`, `2.5km`.
package struct CellSize: Sendable, Hashable, CustomStringConvertible {
  package let meters: Double

  /// What a size may be: smaller cells outrun the precision of positions, larger ones the earth.
  static let range = 1.0...5_000_000

  /// Takes metres.
  /// - Throws: `GroupingError` outside of 1 m to 5000 km.
  package init(meters: Double) throws(GroupingError) {
    guard Self.range.contains(meters) else {
      throw GroupingError("\(meters) m is no size of a cell; 1m to 5000km is expected")
    }
    self.meters = meters
  }

  /// Reads a number and its unit, `km` or `m`, without a blank between.
  /// - Throws: `GroupingError` for anything else.
  package init(parsing text: some StringProtocol) throws(GroupingError) {
    let unit = text.hasSuffix("km") ? "km" : text.hasSuffix("m") ? "m" : ""
    let digits = text.dropLast(unit.count)
    let isPlain = digits.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard !unit.isEmpty, isPlain, let number = Double(String(digits)) else {
      throw GroupingError("“\(text)” is no size; a number with km or m is expected, as in 10km")
    }
    try self.init(meters: unit == "km" ? number * 1000 : number)
  }

  /// The size as ids spell it: in kilometres from 1 km on, without needless zeros.
  package var description: String {
    meters >= 1000 ? Self.plain(meters / 1000) + "km" : Self.plain(meters) + "m"
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : "\(value)"
  }
}
