/// Which of the two texts of a document a span lies in.
public enum Part: String, Sendable, Hashable {
  case title, text
}

/// A half-open range of source bytes.
public struct SourceSpan: Sendable, Hashable {
  public var start: Int
  public var end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Whether the spans share a byte.
  @inlinable
  public func overlaps(_ other: SourceSpan) -> Bool {
    start < other.end && other.start < end
  }
}

/// One word, number or punctuation mark.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    case word, number, punctuation
  }

  public enum Script: UInt8, Sendable {
    case arabic, latin, other
  }

  /// Source bytes, half-open.
  public var start: Int32
  public var end: Int32
  /// The folded key in the text's key buffer.
  public var keyStart: Int32
  public var keyEnd: Int32
  public var kind: Kind
  public var script: Script
  /// Whether white space or the start of the text stands before it.
  public var spaceBefore: Bool
  /// Whether the word starts with an upper-case Latin letter.
  public var capitalized: Bool
  /// The hash of its key, which whoever makes the token sets.
  package var keyHash: UInt32 = 0

  /// The hash of a key.
  ///
  /// Linear in its bytes.
  @inlinable
  package static func hash(_ keys: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    // Two bytes at a time, as most letters have: FNV-1a with half of its multiplications.
    var state: UInt32 = 0x811C_9DC5
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      let pair = UInt32(keys[index]) | UInt32(keys[index + 1]) << 8
      state = (state ^ pair) &* 0x0100_0193
      index += 2
    }
    if index < range.upperBound { state = (state ^ UInt32(keys[index])) &* 0x0100_0193 }
    return state ^ state >> 15
  }

  public init(
    start: Int32, end: Int32, keyStart: Int32, keyEnd: Int32, kind: Kind, script: Script,
    spaceBefore: Bool, capitalized: Bool
  ) {
    self.start = start
    self.end = end
    self.keyStart = keyStart
    self.keyEnd = keyEnd
    self.kind = kind
    self.script = script
    self.spaceBefore = spaceBefore
    self.capitalized = capitalized
  }
}

/// The clitics that a reading of a word took off.
public struct Clitics: OptionSet, Sendable, Hashable {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  @inlinable public static var conjunction: Clitics { Clitics(rawValue: 1 << 0) }
  @inlinable public static var preposition: Clitics { Clitics(rawValue: 1 << 1) }
  @inlinable public static var article: Clitics { Clitics(rawValue: 1 << 2) }
  @inlinable public static var future: Clitics { Clitics(rawValue: 1 << 3) }
  @inlinable public static var pronoun: Clitics { Clitics(rawValue: 1 << 4) }
  @inlinable public static var accusative: Clitics { Clitics(rawValue: 1 << 5) }
  @inlinable public static var kurdishSuffix: Clitics { Clitics(rawValue: 1 << 6) }
  /// The preposition was ل ("to, of"), which marks a doer or an owner.
  @inlinable public static var toPreposition: Clitics { Clitics(rawValue: 1 << 7) }
  /// The preposition was ب ("with, in").
  @inlinable public static var withPreposition: Clitics { Clitics(rawValue: 1 << 8) }
}

/// Which file of knowledge a lexicon match comes from.
public enum LexiconTable: UInt8, Sendable, Hashable, CaseIterable {
  case name, block, demonym, event, eventAnaphor, actor, actorAnaphor, person, number, casualty
  case time, namedEvent, realis, reporting, clause, weapon, firstName, title, placeTrigger
  case direction, relationWord, placeAnaphor, ambiguous, functionWord
}

/// A set of files of knowledge.
public struct LexiconTables: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32

  @inlinable
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The set of one table.
  @inlinable
  public init(_ table: LexiconTable) {
    rawValue = 1 << UInt32(table.rawValue)
  }

  /// Adds a table.
  @inlinable
  public mutating func insert(_ table: LexiconTable) { formUnion(LexiconTables(table)) }

  @inlinable public static var name: LexiconTables { LexiconTables(.name) }
  @inlinable public static var block: LexiconTables { LexiconTables(.block) }
  @inlinable public static var number: LexiconTables { LexiconTables(.number) }
  @inlinable public static var time: LexiconTables { LexiconTables(.time) }
  @inlinable public static var namedEvent: LexiconTables { LexiconTables(.namedEvent) }
  @inlinable public static var functionWord: LexiconTables { LexiconTables(.functionWord) }
  @inlinable public static var placeTrigger: LexiconTables { LexiconTables(.placeTrigger) }
  @inlinable public static var actor: LexiconTables { LexiconTables(.actor) }
  @inlinable public static var actorAnaphor: LexiconTables { LexiconTables(.actorAnaphor) }
  @inlinable public static var person: LexiconTables { LexiconTables(.person) }
  @inlinable public static var clause: LexiconTables { LexiconTables(.clause) }
}

/// One reading of some tokens as a row of a lexicon.
public struct LexiconMatch: Sendable, Hashable {
  /// Tokens, half-open.
  public var first: Int32
  public var last: Int32
  public var table: LexiconTable
  /// The row in its table.
  public var row: Int32
  /// Thousandths: how far the reading is from the words as they stand (0 is exact).
  public var cost: Int16
  public var clitics: Clitics
  /// Source bytes without proclitics, half-open.
  public var start: Int32
  public var end: Int32

  public init(
    first: Int32, last: Int32, table: LexiconTable, row: Int32, cost: Int16, clitics: Clitics,
    start: Int32, end: Int32
  ) {
    self.first = first
    self.last = last
    self.table = table
    self.row = row
    self.cost = cost
    self.clitics = clitics
    self.start = start
    self.end = end
  }

  /// The tokens that the reading covers.
  @inlinable
  public var tokens: Range<Int> { Int(first)..<Int(last) }

  /// The source bytes of the reading, proclitics left out.
  @inlinable
  public var span: SourceSpan { SourceSpan(Int(start), Int(end)) }
}

/// A document's title and text as tokens, sentences, clauses and lexicon readings.
///
/// Title and text share one byte buffer (title, line feed, text), so that one scan reads both; spans
/// are turned into parts and scalar offsets once, on output.
public struct NormalizedText: Sendable {
  public var source: [UInt8]
  /// Where the text begins in `source`: 0 when there is no title.
  public var textStart: Int
  /// `ar`, `ckb` or `en`.
  public var language: String
  public var tokens: [Token] = []
  /// The folded keys of all tokens, one after another.
  public var keys: [UInt8] = []
  /// Token ranges in reading order; together they cover all tokens.
  public var paragraphs: [Range<Int>] = []
  public var sentences: [Range<Int>] = []
  public var clauses: [Range<Int>] = []
  /// The token ranges inside quotation marks.
  public var quotes: [Range<Int>] = []
  /// All readings, sorted by first token, longest first, then table and row.
  public private(set) var matches: [LexiconMatch] = []
  /// For each token the index of its first match in `matches` (one more entry than tokens).
  public private(set) var matchOffsets: [Int32] = []
  /// For each token the tables of the matches that start there.
  @usableFromInline var matchTables: [LexiconTables] = []
  /// For each token what `FoldedWords` asks first of its key.
  @usableFromInline var tails: [UInt8] = []
  public var sentenceOfToken: [Int32] = []
  public var clauseOfToken: [Int32] = []
  public var paragraphOfToken: [Int32] = []

  public init(source: [UInt8], textStart: Int, language: String) {
    self.source = source
    self.textStart = textStart
    self.language = language
  }

  /// Takes the readings.
  ///
  /// Linear in their number.
  /// - Parameters:
  ///   - matches: Sorted by first token, longest first, then table and row.
  ///   - offsets: For each token the index of its first match, and their number at the end.
  public mutating func setMatches(_ matches: [LexiconMatch], offsets: [Int32]) {
    self.matches = matches
    matchOffsets = offsets
    matchTables = Array(repeating: [], count: max(0, offsets.count - 1))
    for match in matches { matchTables[Int(match.first)].insert(match.table) }
    tails = tokens.indices.map { FoldedWords.tail(ofKey: key($0)) }
  }

  /// What `FoldedWords` asks first of a token's key.
  @inlinable
  func tail(of token: Int) -> UInt8 {
    token < tails.count ? tails[token] : tailOfKey(token)
  }

  /// The same of a text that has no readings yet.
  @usableFromInline
  func tailOfKey(_ token: Int) -> UInt8 { FoldedWords.tail(ofKey: key(token)) }

  /// Whether a match of one of the tables starts at a token.
  ///
  /// Constant time: most tokens are asked for many tables and have a row of none.
  @inlinable
  public func begins(_ tables: LexiconTables, at token: Int) -> Bool {
    token >= 0 && token < matchTables.count && !matchTables[token].isDisjoint(with: tables)
  }

  /// Whether any match starts at a token.
  ///
  /// Constant time.
  @inlinable
  public func hasMatches(at token: Int) -> Bool {
    token < matchTables.count && !matchTables[token].isEmpty
  }

  /// The matches that start at a token.
  @inlinable @inline(__always)
  public func matches(at token: Int) -> ArraySlice<LexiconMatch> {
    guard token + 1 < matchOffsets.count else { return [] }
    return matches[Int(matchOffsets[token])..<Int(matchOffsets[token + 1])]
  }

  /// The matches of a table that start at a token, longest first.
  ///
  /// Copies nothing and allocates nothing.
  @inlinable
  public func readings(_ table: LexiconTable, at token: Int) -> LexiconReadings {
    guard begins(LexiconTables(table), at: token) else {
      return LexiconReadings([], 0..<0, table)
    }
    return LexiconReadings(
      matches, Int(matchOffsets[token])..<Int(matchOffsets[token + 1]), table)
  }

  /// The first (longest, cheapest) match of a table that starts at a token.
  ///
  /// O(matches at the token); copies nothing, unlike a slice of `matches`.
  @inlinable
  public func longestMatch(_ table: LexiconTable, at token: Int) -> LexiconMatch? {
    guard begins(LexiconTables(table), at: token) else { return nil }
    for index in Int(matchOffsets[token])..<Int(matchOffsets[token + 1])
    where matches[index].table == table {
      return matches[index]
    }
    return nil
  }

  /// The last match of a table from one token to another.
  @inlinable
  public func lastMatch(
    _ table: LexiconTable, at token: Int, endingAt end: Int
  ) -> LexiconMatch? {
    guard begins(LexiconTables(table), at: token) else { return nil }
    var index = Int(matchOffsets[token + 1]) - 1
    while index >= Int(matchOffsets[token]) {
      if matches[index].table == table, Int(matches[index].last) == end { return matches[index] }
      index -= 1
    }
    return nil
  }

  /// The source words of a span, for people and for the output.
  public func text(_ span: SourceSpan) -> String {
    String(decoding: source[span.start..<span.end], as: UTF8.self)
  }

  /// The folded key of a token.
  @inlinable
  public func key(_ token: Int) -> ArraySlice<UInt8> {
    keys[Int(tokens[token].keyStart)..<Int(tokens[token].keyEnd)]
  }

  /// The source bytes from the first to the last token of a range.
  public func span(_ range: Range<Int>) -> SourceSpan {
    guard let first = range.first, let last = range.last else { return SourceSpan(0, 0) }
    return SourceSpan(Int(tokens[first].start), Int(tokens[last].end))
  }

  /// Whether a byte offset lies in the title.
  public func part(at offset: Int) -> Part {
    offset < textStart ? .title : .text
  }
}
