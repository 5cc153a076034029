internal import Files
internal import Model

/// The fields of a document under the names that inputs use, until they become a `Document`.
struct DocumentFields {
  enum Field: Int, CaseIterable {
    case id, title, text, published, source, url, language
  }

  /// What a key means.
  ///
  /// A lower rank wins over a higher one: `text` over `raw_text`.
  struct Key {
    let field: Field
    let rank: Int
  }

  /// The keys of our own documents, and those that trafilatura writes.
  static let keys: [String: Key] = [
    "id": Key(field: .id, rank: 0),
    "fingerprint": Key(field: .id, rank: 1),
    "title": Key(field: .title, rank: 0),
    "text": Key(field: .text, rank: 0),
    "raw_text": Key(field: .text, rank: 1),
    "published": Key(field: .published, rank: 0),
    "date": Key(field: .published, rank: 1),
    "source": Key(field: .source, rank: 0),
    "sitename": Key(field: .source, rank: 1),
    "source-hostname": Key(field: .source, rank: 1),
    "hostname": Key(field: .source, rank: 2),
    "url": Key(field: .url, rank: 0),
    "lang": Key(field: .language, rank: 0),
    "language": Key(field: .language, rank: 1),
  ]

  private struct Value {
    var text: String
    var rank: Int
    var place: TextPosition?
  }

  private var values: [Value?] = Array(repeating: nil, count: Field.allCases.count)
  /// A second `source`: trafilatura's JSON has the address in `source` and the name beside it.
  private var sourceName: String?
  private(set) var diagnostics: [Diagnostic] = []

  /// Whether a value for the field has been given, blank ones aside.
  func has(_ field: Field) -> Bool { values[field.rawValue] != nil }

  subscript(field: Field) -> String? { values[field.rawValue]?.text }

  /// Gives a field its value, unless a better key has; blanks count as nothing.
  mutating func set(_ key: Key, _ text: String, at place: TextPosition?) {
    if DocumentFields.isBlank(text) { return }
    if key.field == .source, key.rank > 0, sourceName == nil { sourceName = text }
    if let old = values[key.field.rawValue], old.rank < key.rank { return }
    values[key.field.rawValue] = Value(text: text, rank: key.rank, place: place)
  }

  mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Makes the document, or says why there is none.
  ///
  /// `place` is where the document begins, for the messages about it.
  mutating func item(
    origin: ReadOrigin, at place: TextPosition?, defaults: ReadDefaults,
    hasExtractedText: Bool = false
  ) -> ReadItem {
    let title = self[.title]
    guard let text = self[.text] ?? title.map({ _ in "" }) else {
      return .failure(
        id: self[.id],
        Diagnostic(.error, .empty, "the document has no text", path: origin.path, at: place))
    }
    if !has(.text) {
      note(
        Diagnostic(
          .warning, .empty, "the text is empty; only the title is read", path: origin.path,
          at: place))
    }
    moveAddressOutOfSource()
    let published = readDate(origin.path) ?? (has(.published) ? nil : defaults.published)
    let document = Document(
      id: self[.id].map(DocumentFields.trimmed)
        ?? DocumentFields.hash(title: title, text: text),
      title: title, text: text, published: published, source: self[.source] ?? defaults.source,
      url: self[.url].map(DocumentFields.trimmed),
      language: self[.language].map(DocumentFields.languageCode),
      hasExtractedText: hasExtractedText, diagnostics: diagnostics)
    return .document(document, origin)
  }

  /// The id of a document that states none: the same words have the same id wherever they stand.
  static func hash(title: String?, text: String) -> String {
    var hash = ContentHash()
    hash.update(title ?? "")
    hash.update(text)
    return hash.hexadecimal
  }

  private mutating func moveAddressOutOfSource() {
    guard let source = self[.source], !has(.url),
      source.hasPrefix("http://") || source.hasPrefix("https://")
    else { return }
    values[Field.url.rawValue] = values[Field.source.rawValue]
    values[Field.source.rawValue]?.text = sourceName ?? ""
    if sourceName == nil { values[Field.source.rawValue] = nil }
  }

  /// A date that cannot be read is left out: a default in its place would be made up.
  private mutating func readDate(_ path: String) -> CivilDate? {
    guard let value = values[Field.published.rawValue] else { return nil }
    if let day = PublicationDate.day(of: value.text) { return day }
    note(
      Diagnostic(
        .warning, .unreadableDate,
        "the publication date is not ISO 8601 (2020-07-22, 2020-07-22T10:00:00+03:00); left out",
        path: path, at: value.place))
    return nil
  }

  /// `ar-IQ` and `ar_IQ` are `ar`.
  private static func languageCode(_ text: String) -> String {
    String(trimmed(text).lowercased().prefix { $0 != "-" && $0 != "_" })
  }

  static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
  }

  static func trimmed(_ text: String) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
