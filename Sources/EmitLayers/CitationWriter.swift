/// A source to cite in work that uses the layers.
package struct CitedSource: Sendable, Hashable {
  package var title: String
  package var version: String?
  package var licence: String?
  /// What it was used for.
  package var use: String?
  package var url: String?

  package init(
    title: String, version: String? = nil, licence: String? = nil, use: String? = nil,
    url: String? = nil
  ) {
    self.title = title
    self.version = version
    self.licence = licence
    self.use = use
    self.url = url
  }
}

/// Writes `CITATION.txt`: which program, knowledge and sources made the layers, ready to copy.
package enum CitationWriter {
  package static func text(
    programVersion: String, gazetteerHash: String, boundaryVersions: [String],
    sources: [CitedSource]
  ) -> String {
    var lines = [
      "Program: marsad \(programVersion)",
      "Gazetteer: content hash \(gazetteerHash)",
    ]
    if !boundaryVersions.isEmpty {
      lines.append("Boundaries: " + boundaryVersions.joined(separator: ", "))
    }
    if !sources.isEmpty { lines += ["", "Sources:"] }
    for source in sources {
      var line = "- " + source.title
      if let version = source.version { line += ", " + version }
      if let licence = source.licence { line += " (\(licence))" }
      if let use = source.use { line += ": " + use }
      lines.append(line)
      if let url = source.url { lines.append("  " + url) }
    }
    lines += [
      "",
      "A territory is a published claim, not a line of control. The reports behind each event are",
      "named in its properties (source, url, published); cite them for what they say.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }
}
