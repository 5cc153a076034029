/// What a filter may need at most: a filter comes from outside, and none may end the program.
enum FilterLimits {
  /// Unicode scalars of a filter: a boundary of a hundred thousand vertices is within it.
  static let scalars = 4 << 20
  /// How deep expressions nest: readers, checks and answers recurse that far and no farther.
  static let depth = 100
  /// How deep words nest in the text encoding, where parentheses make no expression of their own.
  static let nesting = 2 * depth + 10
  /// How deep JSON nests: an object and an array for each expression, then a geometry.
  static let depthOfJSON = 2 * depth + 10
}
