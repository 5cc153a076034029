internal import Files

/// What a page says about itself, in its head and in its markup.
struct HTMLMetadata {
  private let tree: HTMLTree
  /// The `content` of the first `meta` of each name.
  private var meta: [String: String] = [:]

  init(_ tree: HTMLTree) {
    self.tree = tree
    for node in tree.all(.meta) {
      guard let content = tree.attribute("content", of: node),
        !DocumentFields.isBlank(content)
      else { continue }
      for attribute in ["property", "name", "itemprop", "http-equiv"] {
        guard let name = tree.attribute(attribute, of: node)?.lowercased() else { continue }
        if meta[name] == nil { meta[name] = content }
      }
    }
  }

  /// The headline that is meant for sharing, the only one without the site's name.
  var sharedTitle: String? { line(meta["og:title"]) }

  var pageTitle: String? {
    line(meta["twitter:title"])
      ?? line(tree.first(.title).map { HTMLText.of(tree, $0) })
  }

  var summary: String? { line(meta["og:description"] ?? meta["description"]) }

  var source: String? {
    line(meta["og:site_name"] ?? meta["application-name"] ?? meta["dc.publisher"])
  }

  var url: String? {
    let canonical = tree.all(.link).first {
      tree.attribute("rel", of: $0)?.lowercased() == "canonical"
    }
    return line(canonical.flatMap { tree.attribute("href", of: $0) } ?? meta["og:url"])
  }

  var language: String? {
    line(
      tree.first(.html).flatMap { tree.attribute("lang", of: $0) } ?? meta["content-language"]
        ?? meta["og:locale"])
  }

  /// The dates that may be the one of publication, the most trustworthy first.
  func dates(article: Int?) -> [String] {
    let names = [
      "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
      "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date",
      "publish-date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
    ]
    var dates = names.compactMap { meta[$0] }
    dates += linkedData("datePublished")
    let times = tree.all(.time)
    let marked = times.filter {
      tree.attribute("pubdate", of: $0) != nil
        || tree.attribute("itemprop", of: $0)?.lowercased() == "datepublished"
    }
    let inArticle = times.filter { node in
      article.map { ($0..<tree.nodes[$0].end).contains(node) } ?? false
    }
    dates += (marked + inArticle).compactMap { tree.attribute("datetime", of: $0) }
    return dates.map(DocumentFields.trimmed).filter { !$0.isEmpty }
  }

  /// The strings of a key in the page's JSON-LD, in the order in which they stand there.
  private func linkedData(_ key: String) -> [String] {
    var found: [String] = []
    for node in tree.all(.script) {
      guard tree.attribute("type", of: node)?.lowercased() == "application/ld+json",
        tree.nodes[node].end > node + 1
      else { continue }
      var reader = JSONReader()
      // A block that is no JSON says nothing; the page is read all the same.
      guard let value = try? reader.read(tree.bytes.span.extracting(tree.nodes[node + 1].content))
      else { continue }
      collect(key, value, &found)
    }
    return found
  }

  /// Nesting is bounded by the JSON reader.
  private func collect(_ key: String, _ value: JSONValue, _ found: inout [String]) {
    switch value {
    case .object(let members):
      for member in members {
        if member.key == key, let text = member.value.string { found.append(text) }
        collect(key, member.value, &found)
      }
    case .array(let values):
      for value in values { collect(key, value, &found) }
    default: break
    }
  }

  private func line(_ text: String?) -> String? {
    guard let text else { return nil }
    let line = HTMLText.oneLine(text)
    return line.isEmpty ? nil : line
  }
}
