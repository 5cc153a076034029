internal import Files
internal import Model

/// Reads the article of an `.html` page and what the page says about it.
enum HTMLReader {
  /// 16 MiB: the tree takes about ten times the page, and no article comes near this.
  static let sizeLimit = 16 << 20

  /// Returns the one document of the page, or why there is none.
  static func read(_ file: [UInt8], path: String, defaults: ReadDefaults) -> ReadItem {
    let hint = charsetHint(file)
    if let failure = UTF8Failure.find(file.span, path: path, hint: hint) {
      return .failure(id: nil, failure)
    }
    let tree = HTMLTreeBuilder.build(file)
    let metadata = HTMLMetadata(tree)
    let main = HTMLMainText(tree)
    let heading = headline(tree, main)
    let title = metadata.sharedTitle ?? heading.text ?? metadata.pageTitle
    var fields = DocumentFields()
    let text = main.root.map { root in
      HTMLText.of(tree, root) { node in
        // The headline is the title: read twice, its event would be told twice.
        main.isDropped[node] || (node == heading.node && heading.text == title)
      }
    }
    if let text, !text.isEmpty {
      set("text", text, &fields)
    } else if let summary = metadata.summary {
      set("text", summary, &fields)
      fields.note(
        Diagnostic(
          .warning, .noArticle, "the page has no article; its description is read instead",
          path: path))
    } else if title == nil {
      return .failure(
        id: nil,
        Diagnostic(
          .error, .noArticle, "the page has no text that looks like an article", path: path))
    }
    set("title", title, &fields)
    set("source", metadata.source, &fields)
    set("url", metadata.url, &fields)
    set("lang", metadata.language, &fields)
    let dates = metadata.dates(article: main.root)
    set("published", dates.first { PublicationDate.day(of: $0) != nil } ?? dates.first, &fields)
    return fields.item(
      origin: ReadOrigin(path: path), at: nil, defaults: defaults, hasExtractedText: true)
  }

  private static func set(_ name: String, _ value: String?, _ fields: inout DocumentFields) {
    guard let value, let key = DocumentFields.keys[name] else { return }
    fields.set(key, value, at: nil)
  }

  /// The first heading of the article, or the only one of the page.
  private static func headline(
    _ tree: HTMLTree, _ main: HTMLMainText
  ) -> (node: Int?, text: String?) {
    let range = main.root.map { $0..<tree.nodes[$0].end } ?? 0..<0
    let headings = tree.all(.h1)
    let node =
      headings.first { range.contains($0) && !main.isDropped[$0] }
      ?? (headings.count == 1 ? headings.first : nil)
    guard let node else { return (nil, nil) }
    let text = HTMLText.oneLine(HTMLText.of(tree, node))
    return (node, text.isEmpty ? nil : text)
  }

  /// Names the charset that a page in another encoding declares.
  private static func charsetHint(_ file: [UInt8]) -> String {
    let head = file.prefix(2048)
    let span = file.span
    let word = Array("charset=".utf8)
    var index = 0
    while index + word.count < head.count {
      if HTMLTree.lowercased(span, index..<(index + word.count)) == "charset=" {
        var end = index + word.count
        while end < head.count, span[end] == 0x22 || span[end] == 0x27 { end += 1 }
        let start = end
        while end < head.count, end - start < 20,
          HTMLTree.isLetter(span[end]) || span[end] &- 0x30 < 10 || span[end] == 0x2D
        {
          end += 1
        }
        let name = HTMLTree.lowercased(span, start..<end)
        if name.isEmpty || name == "utf-8" { return "" }
        return "; the page is in \(name): convert it with iconv -f \(name) -t utf-8"
      }
      index += 1
    }
    return ""
  }
}
