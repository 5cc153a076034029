package import Gazetteer
package import Model
import Folding

/// Turns a document into tokens, sentences, clauses and lexicon readings.
///
/// One for each worker: it keeps the readings of words that it has seen.
package struct TextNormalizer {
  private let gazetteer: Gazetteer
  private let tokenizer: Tokenizer
  private let splitter: SentenceSplitter
  private let clauses: ClauseSplitter
  private var matcher: PhraseMatcher
  private var buffer = TokenBuffer()

  package init(gazetteer: Gazetteer, requiresCapitals: Bool = true) {
    self.gazetteer = gazetteer
    tokenizer = Tokenizer(table: gazetteer.folding)
    splitter = SentenceSplitter(titles: gazetteer.titles)
    clauses = ClauseSplitter(gazetteer: gazetteer)
    matcher = gazetteer.makeMatcher(requiresCapitals: requiresCapitals)
  }

  /// Returns the text of a document, title first.
  ///
  /// Linear in its length.
  package mutating func normalize(_ document: Document) -> NormalizedText {
    var source: [UInt8] = []
    var textStart = 0
    if let title = document.title, !title.isEmpty {
      source += Array(title.utf8)
      source.append(0x0A)
      textStart = source.count
    }
    source += Array(document.text.utf8)
    let language = document.language ?? LanguageDetector.language(of: source)
    var text = NormalizedText(source: source, textStart: textStart, language: language)
    buffer.removeAll()
    tokenizer.tokenize(source.span, into: &buffer)
    text.tokens = buffer.tokens
    text.keys = buffer.keys
    splitter.split(&text)
    matcher.match(&text)
    clauses.split(&text)
    return text
  }

  /// Returns a question as a text.
  package mutating func normalize(question: String) -> NormalizedText {
    normalize(Document(id: "", text: question))
  }
}
