import EmitLayers
import LinkReports
import Model

/// What the layers need of one document, made on the worker that holds its text.
struct DocumentLayers: Sendable {
  var records: [EventRecord]
  var mentions: [MentionFeature]
  var statements: [StatementRow]
  /// Villages introduced as such that the gazetteer lacks.
  var unknownPlaces: [UnknownVillageReport]
  let documentID: String
  let language: String
  /// The sketch by which copies of one agency report are known; empty for a text that tells no event.
  var sketch: [UInt64]

  init(_ result: AnalyzedDocument) {
    let offsets = ScalarOffsets(result.text)
    documentID = result.document.id
    language = result.text.language
    sketch = result.events.isEmpty ? [] : Self.sketch(of: result.text)
    let hash = result.events.isEmpty ? nil : result.document.contentHash
    records = result.events.map {
      var record = EventRecord($0, offsets: offsets, mentions: result.mentions)
      record.documentHash = hash
      return record
    }
    mentions = result.mentions.compactMap {
      MentionFeature(
        $0, of: result.document, language: result.text.language, offsets: offsets)
    }
    statements = result.statements.map {
      StatementRow($0, of: result.document, offsets: offsets)
    }
    unknownPlaces = result.mentions.filter { $0.flags.contains("unknown_place") }.map { mention in
      UnknownVillageReport(
        name: result.text.text(mention.span),
        container: mention.containers.lazy.compactMap { result.mentions[$0].place?.id }.first,
        document: result.document.id)
    }
  }

  /// Makes the layers again of what a store kept.
  init(
    documentID: String, language: String, records: [EventRecord], mentions: [MentionFeature],
    statements: [StatementRow], unknownPlaces: [UnknownVillageReport], sketch: [UInt64]
  ) {
    self.documentID = documentID
    self.language = language
    self.records = records
    self.mentions = mentions
    self.statements = statements
    self.unknownPlaces = unknownPlaces
    self.sketch = sketch
  }

  /// The shingles of the folded words.
  private static func sketch(of text: NormalizedText) -> [UInt64] {
    ReportCopies.shingles(
      of: text.tokens.indices.filter { text.tokens[$0].kind == .word }.map { index in
        // FNV-1a.
        text.key(index).reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01b3 }
      })
  }
}

/// A village that a report introduces as one and that the gazetteer lacks.
struct UnknownVillageReport: Sendable {
  var name: String
  /// The id of what holds it, nil when the words do not say.
  var container: String?
  var document: String
}
