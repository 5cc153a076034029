import Files
import Geometry
import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `The HTML map` {
  private var ground: MapGround {
    var ground = MapGround()
    ground.outlines = [Samples.area]
    ground.neighbors = [Samples.area]
    ground.borders = [
      MapGround.Border(
        name: "Iran", lines: MultiLine([[Coordinate(45, 34), Coordinate(45.5, 34.25)]]),
        label: Samples.position(46, 34))
    ]
    ground.towns = [
      MapGround.Town(name: "Khanaqin", position: Samples.position(45.391, 34.348), rank: 0)
    ]
    ground.territories = [Samples.territory]
    ground.sources = ["a survey", "a survey"]
    return ground
  }

  /// The bytes of a page.
  private func page(_ events: [PageEvent], title: String = "Events", in ground: MapGround? = nil)
    throws
    -> [UInt8]
  {
    let folder = TemporaryDirectory()
    let map = try HTMLMap(
      .file(folder.path("map.html")), title: title, version: "1.0", ground: ground ?? self.ground)
    for event in events { try map.add(event) }
    try map.commit()
    #expect(map.count == events.count)
    #expect(folder.names() == ["map.html"])
    return try #require(folder.read("map.html"))
  }

  /// What stands between two marks, the first of each.
  private func part(_ page: [UInt8], from start: String, to end: String) throws -> String {
    let text = String(decoding: page, as: UTF8.self)
    let parts = text.split(separator: start, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "there is no \(start)")
    return String(
      parts[1].split(separator: end, maxSplits: 1, omittingEmptySubsequences: false)[0])
  }

  private func block(_ page: [UInt8]) throws -> String {
    try part(page, from: #"<script type="application/json" id="data">"#, to: "</script>")
  }

  private func data(_ page: [UInt8]) throws -> JSONValue {
    try JSONReader.parse(Array(try block(page).utf8))
  }

  private func count(_ needle: String, in page: [UInt8]) -> Int {
    String(decoding: page, as: UTF8.self).split(
      separator: needle, omittingEmptySubsequences: false
    ).count - 1
  }

  private func cell(_ name: String, of event: JSONValue?) throws -> JSONValue? {
    let index = try #require(PageEvent.columns.firstIndex(of: name))
    return event?.elements?[0].elements?[index]
  }

  /// An event of a layer with nothing but these properties.
  private func feature(
    _ properties: [(String, String)], point: Position? = nil, area: MultiPolygon? = nil
  ) -> PageEvent {
    let members = properties.map { JSONMember(key: $0.0, value: .string($0.1)) }
    return PageEvent(EventFeature(properties: .object(members), point: point, area: area))
  }

  @Test func `has the properties, the point and the area of an event`() throws {
    let page = try page([PageEvent(EmittedEvent(Samples.record))])
    let data = try data(page)
    #expect(data["title"]?.string == "Events")
    #expect(data["columns"]?.elements?.compactMap(\.string) == PageEvent.columns)
    let event = try #require(data["events"]?.elements?.first)
    #expect(event.elements?[0].elements?.count == PageEvent.columns.count)
    #expect(try cell("id", of: event)?.string == "ev-0123456789abcdef")
    #expect(try cell("killed_min", of: event)?.integer == 2)
    #expect(try cell("injured_max", of: event)?.isNull == true)
    #expect(try cell("confidence", of: event)?.double == 0.86)
    #expect(
      try cell("flags", of: event)?.elements?.compactMap(\.string) == ["x", "admin_conflict"])
    #expect(try cell("quote", of: event)?.string?.contains("قُتل شرطيان 😀") == true)
    #expect(event.elements?[1].numbers == [45.391, 34.348])
    #expect(event.elements?[2].integer == 0)
    // The square is wound by the right-hand rule: east first, in steps of 0.00001 degrees.
    let square = try #require(data["areas"]?.elements?.first?.elements?.first?.elements?.first)
    #expect(
      square.numbers == [4_500_000, 3_400_000, 100_000, 0, 0, 100_000, -100_000, 0, 0, -100_000])
  }

  @Test func `has the ground and whose claims they are`() throws {
    let data = try data(try page([]))
    #expect(data["outlines"]?.elements?.count == 1)
    #expect(data["neighbors"]?.elements?.count == 1)
    #expect(data["borders"]?.elements?[0]["name"]?.string == "Iran")
    #expect(data["borders"]?.elements?[0]["label"]?.numbers == [46, 34])
    #expect(data["towns"]?.elements?[0].elements?[0].string == "Khanaqin")
    let claim = try #require(data["territories"]?.elements?.first)
    #expect(claim["claimed_by"]?.string == "both")
    #expect(claim["name_ar"]?.string == "خانقين")
    #expect(data["disclaimer"]?.string == "a claim")
    let palette = try #require(data["palette"]?.elements)
    #expect(palette.first?["color"]?.string == "#D55E00")
    // The page draws what no other has by the last one.
    #expect(palette.compactMap { $0["value"]?.string }.firstIndex(of: "") == palette.count - 1)
    #expect(data["sources"]?.elements?.compactMap(\.string) == ["a survey", "UNAMI 2009"])
  }

  @Test func `is whole without any event`() throws {
    let data = try data(try page([], in: MapGround()))
    #expect(data["events"]?.elements?.isEmpty == true)
    #expect(data["areas"]?.elements?.isEmpty == true)
    #expect(data["disclaimer"]?.isNull == true)
  }

  static let hostile: [(name: String, text: String)] = [
    ("an end of the block", "</script><script>document.title='gone'</script>"),
    ("an end in capitals", "</SCRIPT ><img src=x onerror=alert(1)>"),
    ("a comment", "<!-- <script> --> ]]>"),
    ("quotes", #""';\"\\ `${1}` &quot; &#60;script&#62;"#),
    ("marks of direction", "\u{202E}gnorw\u{202C}\u{200F}\u{2066}x\u{2069}"),
    ("line separators", "a\u{2028}b\u{2029}c\u{0}d\u{7F}\r\n"),
    ("an address that runs", "javascript:alert(1)"),
    ("the marks of the page's own parts", "{{policy}} {{page.js}} {{data}}"),
  ]

  @Test(arguments: hostile)
  func `holds hostile text as text`(_ name: String, _ text: String) throws {
    let fields = [
      "id", "event_type", "location", "quote", "url", "source", "actor1_name", "notes", "lang",
    ]
    var hostile = ground
    hostile.territories[0].name = text
    hostile.towns[0].name = text
    hostile.sources = [text]
    let event = feature(fields.map { ($0, text) })
    let page = try page([event], title: text, in: hostile)
    let empty = try self.page([])
    for mark in ["<script", "</script", "<!--", "<img"] {
      #expect(count(mark, in: page) == count(mark, in: empty), "\(mark)")
    }
    let block = try block(page)
    #expect(!block.contains("<"))
    #expect(!block.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
    let data = try data(page)
    #expect(data["title"]?.string == text)
    for field in fields {
      #expect(try cell(field, of: data["events"]?.elements?.first)?.string == text, "\(field)")
    }
    #expect(data["territories"]?.elements?[0]["name"]?.string == text)
    #expect(data["sources"]?.elements?[0].string == text)
  }

  @Test func `keeps an area once, and says so of events without`() throws {
    let other = MultiPolygon([
      Polygon(rings: [Samples.ring([(44, 34), (44.5, 34), (44, 34.5), (44, 34)])])
    ])
    let speck = MultiPolygon([
      Polygon(
        rings: [Samples.ring([(44, 34), (44.000001, 34), (44, 34.000001), (44, 34)])])
    ])
    let areas = [Samples.area, other, Samples.area, nil, speck, other, MultiPolygon([])]
    let data = try data(try page(areas.map { feature([("id", "x")], area: $0) }))
    let numbers = data["events"]?.elements?.compactMap { $0.elements?[2].integer }
    #expect(numbers == [0, 1, 0, -1, -1, 1, -1])
    #expect(data["areas"]?.elements?.count == 2)
  }

  @Test(arguments: [(179.9999999, 89.5), (-180, -90), (0, 0), (180, 12.3456789)])
  func `keeps points anywhere on earth`(_ longitude: Double, _ latitude: Double) throws {
    let event = feature([("id", "x")], point: Samples.position(longitude, latitude))
    let point = try data(try page([event]))["events"]?.elements?[0].elements?[1]
    let pair = try #require(point?.numbers)
    #expect(abs(pair[0] - longitude) < 1e-7)
    #expect(abs(pair[1] - latitude) < 1e-7)
  }

  @Test func `has no words of a report when it is public`() throws {
    let page = try page([PageEvent(EmittedEvent(Samples.record, isPublic: true))])
    #expect(count("شرطيان", in: page) == 0)
    #expect(try cell("quote", of: data(page)["events"]?.elements?.first)?.isNull == true)
  }

  @Test func `is the same of an event and of its layer`() throws {
    let event = EmittedEvent(Samples.record)
    #expect(try page([PageEvent(event)]) == page([PageEvent(event.feature)]))
    #expect(try page([PageEvent(event)]) == page([PageEvent(event)]))
  }

  @Test func `allows its own scripts and styles by their hashes and nothing else`() throws {
    let page = try page([])
    let text = String(decoding: page, as: UTF8.self)
    let policy = try part(page, from: #"http-equiv="Content-Security-Policy" content=""#, to: "\"")
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe"))
    var hashes = 0
    for (open, close) in [("<script>", "</script>"), ("<style>", "</style>")] {
      for piece in text.split(separator: open, omittingEmptySubsequences: false).dropFirst() {
        let body = piece.split(separator: close, maxSplits: 1, omittingEmptySubsequences: false)[0]
        #expect(policy.contains("'sha256-\(Base64.text(SHA256.digest(Array(body.utf8))))'"))
        hashes += 1
      }
    }
    #expect(hashes == 5)
    #expect(count("sha256-", in: Array(policy.utf8)) == hashes)
    // No part of the page is fetched, and nothing of it holds a handler.
    #expect(!text.contains(#" src=""#))
    #expect(!text.contains(#"<link"#))
    #expect(text.contains("Copyright (c) 2010-2011, CloudMade"))
  }

  @Test func `leaves nothing of a page that stops`() throws {
    let folder = TemporaryDirectory()
    do {
      let map = try HTMLMap(
        .file(folder.path("map.html")), title: "t", version: "1", ground: ground)
      try map.add(PageEvent(EmittedEvent(Samples.record)))
    }
    #expect(folder.names() == [])
  }

  @Test func `goes anywhere piece by piece`() throws {
    var bytes: [UInt8] = []
    let map = try HTMLMap(
      .stream { bytes += $0 }, title: "Events", version: "1.0", ground: ground)
    try map.add(PageEvent(EmittedEvent(Samples.record)))
    try map.commit()
    #expect(try bytes == page([PageEvent(EmittedEvent(Samples.record))]))
  }

  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
    (String(repeating: "a", count: 1_000_000), "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA="),
  ]) func `SHA-256 is that of the standard's examples`(_ text: String, _ digest: String) {
    #expect(Base64.text(SHA256.digest(Array(text.utf8))) == digest)
  }

  @Test(arguments: [("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func `Base64 is that of the standard's examples`(_ text: String, _ code: String) {
    #expect(Base64.text(Array(text.utf8)) == code)
  }
}
