/// A word of a filter in the text encoding.
struct FilterToken {
  enum Kind: Equatable {
    /// A name or a keyword without quotes.
    case name(String)
    /// A name in double quotes: always a property.
    case quotedName(String)
    case string(String)
    /// A number without a sign.
    case number(String)
    /// A parenthesis, a comma or an operator.
    case symbol(String)
    case end
  }

  var kind: Kind
  /// Unicode scalars before it.
  var offset: Int

  /// The word for messages.
  var name: String {
    switch kind {
    case .name(let text): "“\(text)”"
    case .quotedName(let text): "the property “\(text)”"
    case .string: "a string"
    case .number: "a number"
    case .symbol(let text): "“\(text)”"
    case .end: "the end"
    }
  }
}

/// What stands where among the words of a filter: found once, so that no reader has to go back.
struct FilterTokens {
  var tokens: [FilterToken] = []
  /// For each opening parenthesis, the index of its closing one; others have none.
  private(set) var closing: [Int: Int] = [:]
  /// The opening parentheses with a comma of their own.
  private(set) var listing: Set<Int> = []
  private var open: [Int] = []

  mutating func append(_ kind: FilterToken.Kind, at offset: Int) {
    let index = tokens.count
    tokens.append(FilterToken(kind: kind, offset: offset))
    switch kind {
    case .symbol("("): open.append(index)
    case .symbol(")"):
      if let start = open.popLast() { closing[start] = index }
    case .symbol(","):
      if let start = open.last { listing.insert(start) }
    default: break
    }
  }

  /// Whether the parenthesis at an index holds a list by its form: commas, or nothing.
  func isList(_ index: Int) -> Bool {
    listing.contains(index) || closing[index] == index + 1
  }
}
