extension Range<Int> {
  /// The tokens between the end of one thing and the start of another, none when they overlap.
  @inlinable
  public static func between(_ end: Int, _ start: Int) -> Range<Int> { end..<Swift.max(end, start) }
}
