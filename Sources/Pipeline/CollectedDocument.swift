import Model

/// A document of a run, without its text.
struct CollectedDocument {
  var id: String
  /// Of all that is read of it (`Document.contentHash`).
  var contentHash: String
  /// The name of the input that it came from.
  var input: String
  var published: CivilDate?
  var source: String?
  var url: String?
  /// What it gave; nil until it is analyzed, and when it cannot be.
  var layers: DocumentLayers?
  /// Whether it was in the folder before this run.
  var isEarlier = false

  init(_ document: Document, contentHash: String, input: String) {
    id = document.id
    self.contentHash = contentHash
    self.input = input
    published = document.published
    source = document.source
    url = document.url
  }
}
