package import Model

/// Which reports tell an event, as linking found them.
package struct Provenance: Sendable, Hashable {
  /// Outlets and addresses of all reports, each once, the first report's first.
  package var sources: [String]
  package var urls: [String]
  /// Copies of one agency's text count once.
  package var independentSources: Int?
  package var firstReported: CivilDate?
  package var lastUpdated: CivilDate?

  package init(
    sources: [String], urls: [String], independentSources: Int?, firstReported: CivilDate?,
    lastUpdated: CivilDate?
  ) {
    self.sources = sources
    self.urls = urls
    self.independentSources = independentSources
    self.firstReported = firstReported
    self.lastUpdated = lastUpdated
  }

  /// The provenance of an event that one report tells.
  package init(of event: Event) {
    self.init(
      sources: event.source.map { [$0] } ?? [], urls: event.url.map { [$0] } ?? [],
      independentSources: 1, firstReported: event.published, lastUpdated: event.published)
  }
}

/// The words of the trigger sentence.
package struct Quote: Sendable, Hashable {
  package var text: String
  package var span: PartSpan

  package init(text: String, span: PartSpan) {
    self.text = text
    self.span = span
  }
}
