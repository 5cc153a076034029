import EmitLayers
import Model

/// What the layers need of one document, made on the worker that holds its text.
struct DocumentLayers: Sendable {
  var records: [EventRecord]
  var mentions: [MentionFeature]
  var statements: [UInt8]
  /// Villages introduced as such that the gazetteer lacks.
  var unknownPlaces: [String]

  init(_ result: AnalyzedDocument) {
    let offsets = ScalarOffsets(result.text)
    records = result.events.map {
      EventRecord($0, offsets: offsets, mentions: result.mentions)
    }
    mentions = result.mentions.compactMap {
      MentionFeature(
        $0, of: result.document, language: result.text.language, offsets: offsets)
    }
    statements = StatementWriter.lines(
      result.statements, of: result.document, offsets: offsets)
    unknownPlaces = result.mentions.filter { $0.flags.contains("unknown_place") }.map {
      result.text.text($0.span)
    }
  }
}
