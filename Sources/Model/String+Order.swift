extension String {
  /// Whether the text stands before another when their bytes are compared: the order of whatever is written.
  ///
  /// It is that of code points and of SQLite's BINARY. Swift's own order of strings follows Unicode's tables,
  /// which differ between versions.
  @inlinable
  public func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
