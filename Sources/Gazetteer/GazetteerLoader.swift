import Files
import Folding
import Model

/// Reads the folder of knowledge and its overlays into a `Gazetteer`.
package struct GazetteerLoader {
  var source: TableSource
  var gazetteer = GazetteerTables()
  private var folding = FoldingTable()
  private(set) var tokenizer = Tokenizer(table: FoldingTable())
  private var buffer = TokenBuffer()
  /// The words of the form being inserted; kept, so that they are allocated once.
  private var words: [UInt32] = []
  private var looseWords: [UInt32] = []

  private init(directory: String, overlays: [String]) {
    source = TableSource(directory: directory, overlays: overlays)
    gazetteer.directory = directory
    gazetteer.shapes = BoundaryStore(directory: directory, overlays: overlays)
    gazetteer.overlays = overlays
    gazetteer.trie = PhraseTrieBuilder(expectedForms: 32_768)
  }

  /// Reads everything.
  /// - Throws: `GazetteerError` when the folder is missing or a table has errors. Warnings stay in
  ///   `diagnostics`.
  package static func load(
    directory: String, overlays: [String] = [], scope: GazetteerScope = .everything
  ) throws(GazetteerError) -> Gazetteer {
    let gazetteer = Gazetteer(
      try tables(directory: directory, overlays: overlays), scope: scope)
    try GazetteerError.refuse(gazetteer.diagnostics, directory: directory)
    return gazetteer
  }

  /// Reads everything and keeps errors as diagnostics: what `gazetteer check` uses.
  package static func loadWithFindings(
    directory: String, overlays: [String] = []
  ) throws(GazetteerError) -> Gazetteer {
    Gazetteer(try tables(directory: directory, overlays: overlays))
  }

  /// Reads all tables; errors are among the diagnostics.
  static func tables(
    directory: String, overlays: [String]
  ) throws(GazetteerError) -> GazetteerTables {
    try requireFolder(directory)
    var loader = GazetteerLoader(directory: directory, overlays: overlays)
    loader.readFolding()
    loader.readClitics()
    loader.readSounds()
    loader.readEntities()
    loader.readRegions()
    loader.readNames()
    loader.readPlaceWords()
    loader.readRelations()
    loader.readEventLexicons()
    loader.readPeople()
    loader.readQuantities()
    loader.readDiscourse()
    loader.readPlaceLexicons()
    loader.readCoderTables()
    loader.gazetteer.diagnostics = loader.source.diagnostics
    return loader.gazetteer
  }

  /// Throws when there is no folder of knowledge at a path.
  static func requireFolder(_ directory: String) throws(GazetteerError) {
    if FileStatus.of(directory)?.kind == .folder { return }
    throw GazetteerError(
      kind: .missing,
      message: "there is no gazetteer folder at \(directory); name it by --gazetteer or "
        + "MARSAD_GAZETTEER", findings: [])
  }

  private mutating func readFolding() {
    var folding = FoldingRules()
    source.rows("fold.tsv", ["id", "from", "to", "key"]) { row in
      let from = GazetteerLoader.scalars(row.string(row.column("from")))
      let to = GazetteerLoader.scalars(row.string(row.column("to")))
      guard let from, let to, from.count == 1 else {
        row.report(.error, "Z001", "a code point is not written as U+XXXX")
        return
      }
      folding.rules.append(
        FoldingRules.Rule(
          source: from[0], target: to, isLoose: !row.holds(row.column("key"), "strict")))
    }
    gazetteer.folding = folding
    self.folding = folding.table()
    tokenizer = Tokenizer(table: self.folding)
  }

  /// Returns the scalars of `U+XXXX U+XXXX`, nil when a part is not one.
  private static func scalars(_ text: String) -> [Int]? {
    var result: [Int] = []
    for part in text.split(separator: " ") {
      guard part.hasPrefix("U+"), let value = UInt32(part.dropFirst(2), radix: 16),
        Unicode.Scalar(value) != nil
      else { return nil }
      result.append(Int(value))
    }
    return result
  }

  private mutating func readClitics() {
    var clitics = CliticRules()
    let tokenizer = tokenizer
    source.rows("clitics.tsv", ["id", "lang", "form", "side", "pos", "cost"]) { row in
      var buffer = TokenBuffer()
      let form = row.string(row.column("form"))
      switch row.string(row.column("side")) {
      case "perfect": return clitics.perfectEndings.append(form)
      case "imperfect": return clitics.imperfectPatterns.append(form)
      default: break
      }
      tokenizer.tokenize(Array(form.utf8).span, into: &buffer)
      let side = row.string(row.column("side"))
      guard buffer.tokens.count == 1,
        clitics.add(
          CliticRules.Rule(
            id: row.string(row.column("id")), language: row.string(row.column("lang")),
            key: buffer.keys, side: side, kind: row.string(row.column("pos")),
            cost: row.integer(row.column("cost")) ?? 0))
      else {
        row.report(.error, "Z002", "the clitic is not one word, or its side or kind is not known")
        return
      }
    }
    clitics.finish()
    gazetteer.clitics = clitics
  }

  /// Returns the folded words of a form, joined by spaces: the key that forms are compared by.
  mutating func key(_ form: String) -> String {
    tokenizer.key(of: form, in: &buffer)
  }

  /// Returns the keys of a `;`- or `|`-separated cell.
  mutating func keys(_ cell: String) -> [String] {
    var result: [String] = []
    for part in cell.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      let folded = key(String(part))
      if !folded.isEmpty { result.append(folded) }
    }
    return result
  }

  /// Adds a form to the trie.
  ///
  /// Returns false when nothing of it is left to match.
  @discardableResult
  mutating func insert(
    _ form: String, table: LexiconTable, row: Int, cost: Int = 0, endings: [String] = []
  ) -> Bool {
    // `{N}` stands for any number: a letter that no text has takes its place in the trie.
    let bytes = Array(NumberSlot.filled(form).utf8)
    return insert(bytes.span, table: table, row: row, cost: cost, endings: endings)
  }

  /// Adds a form given as UTF-8 to the trie.
  @discardableResult
  mutating func insert(
    _ form: Span<UInt8>, table: LexiconTable, row: Int, cost: Int = 0, endings: [String] = []
  ) -> Bool {
    buffer.removeAll()
    tokenizer.tokenize(form, into: &buffer)
    words.removeAll(keepingCapacity: true)
    looseWords.removeAll(keepingCapacity: true)
    var isLatin = false
    var hasLoose = false
    for index in buffer.tokens.indices where buffer.tokens[index].kind != .punctuation {
      let token = buffer.tokens[index]
      if words.isEmpty { isLatin = token.script == .latin }
      let range = Int(token.keyStart)..<Int(token.keyEnd)
      words.append(gazetteer.trie.word(buffer.keys, range))
      if let loose = folding.looseKey(buffer.keys[range]) {
        hasLoose = true
        looseWords.append(gazetteer.trie.word(loose, 0..<loose.count))
      } else {
        looseWords.append(words[words.count - 1])
      }
    }
    guard !words.isEmpty else { return false }
    gazetteer.trie.insert(words, table: table, row: row, cost: cost)
    if hasLoose {
      // The Sorani press writes the plain letter (r for the rolled one) in all its words.
      gazetteer.trie.insert(
        looseWords, table: table, row: row, cost: cost + PhraseMatcher.looseCost)
    }
    if isLatin, table == .name, words.count > 1, isLatinArticle(0) {
      gazetteer.trie.insert(Array(words.dropFirst()), table: table, row: row, cost: cost)
    }
    for ending in endings {
      insertWithEnding(ending, words, table: table, row: row, cost: cost)
    }
    return true
  }

  /// Inserts the form again with letters added to its first word (conjugation of Arabic verbs).
  private mutating func insertWithEnding(
    _ ending: String, _ words: [UInt32], table: LexiconTable, row: Int, cost: Int
  ) {
    guard let token = buffer.tokens.first else { return }
    var stem = Array(buffer.keys[Int(token.keyStart)..<Int(token.keyEnd)])
    // A final weak letter (ألقى) goes before an ending.
    if stem.count >= 6, stem.suffix(2) == [0xD9, 0x8A], ending != "" { stem.removeLast(2) }
    let word = stem + Array(ending.utf8)
    var changed = words
    changed[0] = gazetteer.trie.word(word, 0..<word.count)
    gazetteer.trie.insert(changed, table: table, row: row, cost: cost)
  }

  /// Whether a word of the buffer is the Arabic article in Latin letters (`al`, `el`, `as` …).
  private func isLatinArticle(_ index: Int) -> Bool {
    guard buffer.tokens.count > index + 1 else { return false }
    return LatinArticle.isArticle(buffer.key(index))
  }
}
