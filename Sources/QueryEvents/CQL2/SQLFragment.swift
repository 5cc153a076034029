/// A piece of SQL on its way into a condition.
struct SQLFragment {
  var text: String
  var bindings: [SQLBinding] = []
  /// How deep SQLite's parser nests it: chains of AND and OR count each link.
  var depth = 1

  /// Below the limits of SQLite as it is built (1000 and 32766).
  private static let deepest = 900
  private static let mostBindings = 30_000

  /// Joins pieces by text; nil when SQLite would refuse the result.
  static func join(
    _ parts: [SQLFragment], separator: String, opening: String = "(", closing: String = ")",
    isChain: Bool = false
  ) -> SQLFragment? {
    let deepest = parts.map(\.depth).max() ?? 0
    let result = SQLFragment(
      text: opening + parts.map(\.text).joined(separator: separator) + closing,
      bindings: parts.flatMap(\.bindings), depth: deepest + (isChain ? parts.count : 1) + 1)
    return result.depth <= Self.deepest && result.bindings.count <= Self.mostBindings
      ? result : nil
  }

  /// A binary operator in parentheses.
  static func binary(_ left: SQLFragment, _ word: String, _ right: SQLFragment) -> SQLFragment? {
    join([left, right], separator: " \(word) ")
  }

  /// Conditions joined by AND or OR; one stays as it is.
  static func chain(_ parts: [SQLFragment], _ word: String) -> SQLFragment? {
    parts.count == 1 ? parts[0] : join(parts, separator: " \(word) ", isChain: true)
  }
}
