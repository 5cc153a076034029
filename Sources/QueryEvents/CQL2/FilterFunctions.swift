/// The functions that a filter may call.
package struct FilterFunctions: Sendable {
  private let byName: [String: FilterFunction]

  /// Makes a table; names are found in any case.
  package init(_ functions: [FilterFunction]) {
    byName = Dictionary(
      functions.map { ($0.name.lowercasedASCII, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(name: String) -> FilterFunction? { byName[name.lowercasedASCII] }

  /// The names in the order of their letters.
  package var names: [String] { all.map(\.name) }

  /// The functions in the order of their names.
  package var all: [FilterFunction] { byName.values.sorted { $0.name < $1.name } }
}

/// A function: what it is called with, what it gives, and how.
///
/// A null argument gives null, without a call.
package struct FilterFunction: Sendable {
  package let name: String
  /// What each argument may be; the last counts for all that follow when `isVariadic`.
  package let parameters: [[FilterType]]
  package let isVariadic: Bool
  package let result: FilterType
  /// One sentence for users.
  package let summary: String
  let body: @Sendable ([FilterValue]) -> FilterValue

  package init(
    _ name: String, _ parameters: [[FilterType]], isVariadic: Bool = false,
    gives result: FilterType, _ summary: String,
    body: @escaping @Sendable ([FilterValue]) -> FilterValue
  ) {
    self.name = name
    self.parameters = parameters
    self.isVariadic = isVariadic
    self.result = result
    self.summary = summary
    self.body = body
  }

  func takes(_ count: Int) -> Bool {
    isVariadic ? count >= parameters.count : count == parameters.count
  }

  func parameter(_ index: Int) -> [FilterType] {
    parameters[min(index, parameters.count - 1)]
  }

  /// The call as users write it, such as `concat(text, …)`.
  package var signature: String {
    let types = parameters.map { $0.map(\.rawValue).joined(separator: " or ") }
    return name + "(" + (types + (isVariadic ? ["…"] : [])).joined(separator: ", ") + ")"
  }
}
