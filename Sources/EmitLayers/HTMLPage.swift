/// The page around the data: its skeleton with style sheets and scripts in their places.
///
/// The parts are files in `Page/`, which the build makes texts of (`PageSources`).
struct HTMLPage {
  /// What stands before the data, and after it.
  let head: [UInt8]
  let foot: [UInt8]

  /// Made once: it does not depend on the data.
  static let shared = HTMLPage()

  /// The page's own scripts in the order in which they need each other.
  private static let scripts = [
    PageSources.words_js, PageSources.data_js, PageSources.filters_js, PageSources.clusters_js,
    PageSources.base_js, PageSources.marks_js, PageSources.details_js, PageSources.popup_js,
    PageSources.list_js, PageSources.form_js, PageSources.main_js,
  ]

  private init() {
    // A line break keeps the first line of a part off its tag; the hash counts it.
    let styles = [
      ("leaflet.css", "\n" + PageSources.leaflet_css), ("page.css", "\n" + PageSources.page_css),
    ]
    let scripts = [
      ("guard.js", "\n" + PageSources.guard_js), ("leaflet.js", "\n" + PageSources.leaflet_js),
      ("page.js", "\n" + Self.scripts.joined(separator: "\n")),
    ]
    let policy = HTMLPage.policy(
      scripts: scripts.map(\.1), styles: styles.map(\.1))
    let parts = Dictionary(
      uniqueKeysWithValues: styles + scripts + [("policy", policy)])
    var halves: [[UInt8]] = [[]]
    var rest = Array(PageSources.page_html.utf8)[...]
    while let open = HTMLPage.range(of: "{{", in: rest),
      let close = HTMLPage.range(of: "}}", in: rest[open.upperBound...])
    {
      halves[halves.count - 1] += rest[..<open.lowerBound]
      let name = String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self)
      if name == "data" {
        halves.append([])
      } else {
        guard let part = parts[name] else { preconditionFailure("the page has no part \(name)") }
        halves[halves.count - 1] += part.utf8
      }
      rest = rest[close.upperBound...]
    }
    halves[halves.count - 1] += rest
    precondition(halves.count == 2, "the page has one place for its data")
    head = halves[0]
    foot = halves[1]
  }

  /// What the browser is to allow: the scripts and styles of the page by their hashes and nothing else,
  /// no network, no markup made by scripts beyond that of `guard.js`.
  private static func policy(scripts: [String], styles: [String]) -> String {
    func hashes(_ parts: [String]) -> String {
      parts.map { "'sha256-\(Base64.text(SHA256.digest(Array($0.utf8))))'" }.joined(separator: " ")
    }
    return [
      "default-src 'none'", "script-src \(hashes(scripts))", "style-src \(hashes(styles))",
      "img-src data:", "base-uri 'none'", "form-action 'none'",
      "require-trusted-types-for 'script'", "trusted-types default",
    ].joined(separator: "; ")
  }

  private static func range(of mark: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - mark.count)
    where bytes[start..<start + mark.count].elementsEqual(mark) {
      return start..<start + mark.count
    }
    return nil
  }
}
