/// The matches of one table among those of a token, found while they are asked for.
public struct LexiconReadings: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let matches: [LexiconMatch]
  @usableFromInline var place: Int
  @usableFromInline let end: Int
  @usableFromInline let table: LexiconTable

  @inlinable
  init(_ matches: [LexiconMatch], _ range: Range<Int>, _ table: LexiconTable) {
    self.matches = matches
    place = range.lowerBound
    end = range.upperBound
    self.table = table
  }

  /// The next match of the table.
  @inlinable
  public mutating func next() -> LexiconMatch? {
    while place < end {
      let match = matches[place]
      place += 1
      if match.table == table { return match }
    }
    return nil
  }
}
