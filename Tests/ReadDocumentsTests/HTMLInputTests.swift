import Model
import Testing
import TestSupport

@testable import ReadDocuments

@Suite struct HTMLInputTests {
  static let page = """
    <!DOCTYPE html>
    <html lang="ar-IQ"><head><meta charset="utf-8">
    <title>\u{62e}\u{627}\u{646} - Site</title>
    <meta property="og:title" content="Attack &amp; reply">
    <meta property='article:published_time' content='2020-07-22T22:00:00+00:00'/>
    <meta property=og:site_name content=Agency>
    <link rel="canonical" href="https://example.org/a?x=1&amp;y=2">
    <script>var a = "<p>not text</p>";</script><style>p { color: red }</style>
    </head><body class="single with-sidebar">
    <nav><a href="/">Home</a><p>Menu words</p></nav>
    <div class="wrap"><article>
      <header><h1>Attack &amp;   reply</h1></header>
      <!-- a comment with <p>words</p> -->
      <p>Two soldiers were killed&nbsp;in <b>Khanaqin</b> &#x2013; a source said<br>on Wednesday.
      <p>The second&#10;paragraph.</p>
      <figure><img src="a.jpg"><figcaption>File photo of 2014</figcaption></figure>
      <ul><li>First point<li>Second point</ul>
      <div class="share-buttons">Share this on</div>
      <p class="more"><a href="/b">Read also: another attack</a></p>
      <div style="display: none">Hidden words</div>
    </article></div>
    <aside><p>Aside words that are long enough to look like a paragraph of an article.</p></aside>
    <footer>Copyright</footer>
    </body></html>
    """

  @Test func `the article and what the page says about itself are read`() throws {
    let item = try #require(try Reading.file("a.html", HTMLInputTests.page).first)
    let document = try #require(item.document)
    #expect(
      document.text == """
        Two soldiers were killed in Khanaqin \u{2013} a source said
        on Wednesday.
        The second paragraph.
        First point
        Second point
        """)
    #expect(document.title == "Attack & reply")
    #expect(document.published?.description == "2020-07-23")
    #expect(document.source == "Agency")
    #expect(document.url == "https://example.org/a?x=1&y=2")
    #expect(document.language == "ar")
    #expect(document.hasExtractedText)
    #expect(item.messages == [])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let input: String
    let text: String?
    var title: String?
    var testDescription: String { name }
  }

  static let long = String(repeating: "long words ", count: 12) + "end"

  static let cases: [Case] = [
    Case(name: "no markup", input: "just words", text: "just words"),
    Case(name: "a bare paragraph", input: "<p>words", text: "words"),
    Case(
      name: "paragraphs without an article",
      input: "<div id=menu><a href=/>Home</a></div><div><p>\(long)</p><p>two</p></div>"
        + "<div><p>aside</p></div>",
      text: "\(long)\ntwo"),
    Case(
      name: "text between line breaks", input: "<body><div>\(long)<br><br>\(long)</div>",
      text: "\(long)\n\(long)"),
    Case(
      name: "a small article beside a large text",
      input: "<article><p>teaser</p></article><section><p>\(long)</p><p>\(long)</p></section>",
      text: "\(long)\n\(long)"),
    Case(
      name: "articleBody wins",
      input: "<article><p>Tuesday</p><div itemprop=articleBody><p>\(long)</p></div></article>",
      text: long),
    Case(
      name: "paragraphs each in a box of their own",
      input: "<div>" + String(repeating: "<div><p>\(long)</p></div>", count: 3) + "</div>",
      text: "\(long)\n\(long)\n\(long)"),
    Case(
      name: "a headline without a shared title",
      input: "<title>T - Site</title><article><h1>T</h1><p>words</p></article>", text: "words",
      title: "T"),
    Case(
      name: "only a title", input: "<title>T &lt;1&gt;</title>", text: "", title: "T <1>"),
    Case(name: "nothing", input: "<script>x</script>", text: nil),
    Case(name: "empty", input: "", text: nil),
    Case(
      name: "less-than signs that are no tags", input: "<p>1 < 2 and 3 <4 &lt; &unknown; &amp</p>",
      text: "1 < 2 and 3 <4 < &unknown; &"),
    Case(
      name: "numeric references", input: "<p>&#1582;&#x627;&#150;&#0;&#x110000;&#xD800;&#;</p>",
      text: "\u{62e}\u{627}\u{2013}\u{FFFD}\u{FFFD}\u{FFFD}&#;"),
    Case(
      name: "zero-width characters stay", input: "<p>a&zwnj;b\u{200c}c", text: "a\u{200c}b\u{200c}c"
    ),
    Case(
      name: "tables and preformatted text",
      input: "<table><tr><td>a<td>b<tr><td>c</table><pre>x\n  y</pre>", text: "a\nb\nc\nx\ny"),
    Case(
      name: "inline ends do not end blocks", input: "<p>a <b>b<p>c</b> d</p>", text: "a b\nc d"),
    Case(
      name: "quotes in attributes", input: "<p title=don't data-x='>'>a</p><p title=\"a>b\">b",
      text: "a\nb"),
    Case(name: "open comment", input: "<p>a</p><!-- b", text: "a"),
    Case(name: "open tag", input: "<p>a</p><p class=\"", text: "a"),
  ]

  @Test(arguments: cases)
  func `pages are read`(_ example: Case) throws {
    let item = try #require(try Reading.file("a.htm", example.input).first)
    #expect(item.document?.text == example.text)
    #expect(item.document?.title == example.title)
  }

  @Test(
    arguments: [
      ("<meta name=date content=2020-07-22>", "2020-07-22"),
      ("<meta itemprop=datePublished content='2020-07-22T22:00Z'>", "2020-07-23"),
      ("<time datetime=2020-07-21 pubdate></time>", "2020-07-21"),
      ("<meta name=date content='22 July'><time pubdate datetime=2020-07-21></time>", "2020-07-21"),
      (
        #"<script type="application/ld+json">{"@graph":[{"datePublished":"2020-07-20"}]}</script>"#,
        "2020-07-20"
      ),
      (#"<script type="application/ld+json">{broken</script>"#, nil),
    ] as [(String, String?)])
  func `dates are found where pages put them`(_ head: String, _ day: String?) throws {
    let item = try Reading.file("a.html", head + "<article><p>words</p></article>").first
    #expect(item?.document?.published?.description == day)
    #expect(item?.messages == [])
  }

  @Test func `a page without an article gives its description`() throws {
    let page = "<meta name=description content='What  happened'><title>T</title>"
    let item = try Reading.file("a.html", page).first
    #expect(item?.document?.text == "What happened")
    #expect(
      item?.messages == [
        "warning: [R018] the page has no article; its description is read instead"
      ])
  }

  @Test func `another encoding is named`() throws {
    let bytes = Array("<meta charset=\"windows-1256\"><p>".utf8) + [0xCE, 0xC7, 0xE4]
    let (folder, reading) = try Reading.file("a.html", bytes)
    #expect(
      reading.findings(in: folder) == [
        "a.html:1:33: error: [R003] byte 0xCE is not UTF-8; the page is in windows-1256: convert "
          + "it with iconv -f windows-1256 -t utf-8"
      ])
  }

  @Test func `deep nesting neither traps nor takes long`() throws {
    for tag in ["div", "b", "p", "li", "table><tr><td"] {
      let page = String(repeating: "<\(tag)>", count: 20_000) + "words"
      #expect(try Reading.file("a.html", page).first?.document?.text == "words")
    }
    let ends = String(repeating: "<div>", count: 5000) + String(repeating: "</x>", count: 5000)
    _ = try Reading.file("a.html", ends)
  }

  @Test(arguments: 0..<200)
  func `random bytes never trap`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    _ = try Reading.file("a.html", random.bytes(Int(random.next() % 200)))
    let alike = random.bytes(Int(random.next() % 200), of: "<>/!-&#x;=\"' pbdivscrt\u{62e}")
    _ = try Reading.file("a.html", alike)
    // Cuts of a real page, where the states of the tokenizer are deeper.
    let page = Array(HTMLInputTests.page.utf8)
    let start = Int(random.next() % UInt64(page.count))
    _ = try Reading.file("a.html", Array(page[start...].prefix(Int(random.next() % 400))))
  }
}
