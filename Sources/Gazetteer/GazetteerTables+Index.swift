extension GazetteerTables {
  /// The words that a question about a place needs.
  mutating func transferPlaceWords(with coder: inout some RowCoder) {
    folding.transfer(with: &coder)
    clitics.transfer(with: &coder)
    sounds.transfer(with: &coder)
    coder.transfer(&numbers)
    coder.transfer(&functionWords)
    coder.transfer(&placeTriggers)
    weights.transfer(with: &coder)
    coder.transfer(&directions)
    coder.transfer(&distanceUnits)
    coder.transfer(&relations)
    var words = relationWords.sorted { $0.lexicographicallyPrecedes($1) }
    coder.list(&words, blank: []) { $0.transfer(&$1) }
    relationWords = Set(words)
    coder.list(&regionPairs, blank: 0) { $0.transfer(&$1) }
    coder.list(&regionSources, blank: "") { $0.transfer(&$1) }
    // Of names that are also words a question needs only what they usually mean.
    var meanings = ambiguous.map(\.defaultEntity)
    coder.list(&meanings, blank: 0) { $0.transfer(&$1) }
    usualMeanings = meanings
  }

  /// The words that a report needs besides.
  mutating func transferLexicons(with coder: inout some RowCoder) {
    coder.transfer(&acled)
    var values = events.map { EventValues($0) }
    coder.transfer(&values)
    events = values.map { EventRow($0) }
    coder.transfer(&eventAnaphors)
    coder.transfer(&weapons)
    coder.dictionary(&actorCodes, blank: ActorCodeRow.blank) { $1.transfer(with: &$0) }
    coder.dictionary(&regionalCodes, blank: "") { $0.transfer(&$1) }
    coder.list(&regionalUnits, blank: 0) { $0.transfer(&$1) }
    coder.dictionary(&foreignForces, blank: "") { $0.transfer(&$1) }
    coder.transfer(&actors)
    coder.transfer(&actorAnaphors)
    coder.transfer(&persons)
    coder.transfer(&firstNames)
    coder.transfer(&titles)
    coder.transfer(&casualties)
    coder.transfer(&times)
    coder.transfer(&namedEvents)
    coder.transfer(&realis)
    coder.transfer(&reporting)
    coder.transfer(&clauses)
    coder.transfer(&blocks)
    coder.transfer(&ambiguous)
    coder.transfer(&demonyms)
    coder.transfer(&placeAnaphors)
    coder.transfer(&sources)
    coder.transfer(&coderCodes)
  }
}
