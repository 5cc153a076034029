/// Why a list of groupings, or a size, cannot be used.
package struct GroupingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was found, what is expected, what to do.
  package let message: String

  init(_ message: String) { self.message = message }

  package var description: String { message }
}
