import EmitLayers
import Geodesy
import Geometry
import Model
import TestSupport
import Testing

@Suite struct `Map for a report` {
  static func event(
    _ id: String, _ longitude: Double? = nil, _ latitude: Double = 34, type: String? = "Battles",
    killed: EventSummary.Range = .init(), area: MultiPolygon? = nil
  ) -> EventSummary {
    var event = EventSummary(id: id)
    event.type = type
    event.killed = killed
    event.area = area
    event.point = longitude.map { Samples.position($0, latitude) }
    return event
  }

  static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> MultiPolygon
  {
    MultiPolygon([
      BoundingBox(minX: west, minY: south, maxX: east, maxY: north).polygon
    ])
  }

  static let iraq = BoundingBox(minX: 39, minY: 29, maxX: 48, maxY: 37.3)

  private func read(_ map: SVGMap) throws -> ParsedXML {
    try #require(ParsedXML(try SVGMapWriter.bytes(map)), "the document is not well-formed")
  }

  /// The symbols of events: those of the legend have no title, those of labels neither.
  private func symbols(_ document: ParsedXML) -> [ParsedXML.Element] {
    zip(document.elements, document.elements.dropFirst())
      .filter { $0.name == "circle" && $1.name == "title" }.map(\.0)
  }

  @Test(
    .enabled(if: ParsedXML.canParse, "there is no python3"),
    arguments: [
      iraq, BoundingBox(minX: 44, minY: 33.5, maxX: 46, maxY: 35),
      BoundingBox(minX: 45.3, minY: 34.3, maxX: 45.45, maxY: 34.4),
      BoundingBox(minX: -10, minY: -4, maxX: 10, maxY: 4),
      BoundingBox(minX: -74, minY: -56, maxX: -62, maxY: -40),
      BoundingBox(minX: 10, minY: 68, maxX: 30, maxY: 71),
    ])
  func `has a scale bar that is true in the middle`(_ extent: BoundingBox) throws {
    // Two events on the middle parallel: what lies between them is measured with the bar.
    let middle = (extent.minY + extent.maxY) / 2
    let span = extent.maxX - extent.minX
    let west = Samples.position(extent.minX + span * 0.4, middle)
    let east = Samples.position(extent.maxX - span * 0.4, middle)
    var map = SVGMap(events: [
      Self.event("a", west.longitude, west.latitude),
      Self.event("b", east.longitude, east.latitude),
    ])
    map.extent = extent
    let document = try read(map)
    let circles = symbols(document)
    try #require(circles.count == 2)
    let (dx, dy) = (
      circles[0].number("cx") - circles[1].number("cx"),
      circles[0].number("cy") - circles[1].number("cy")
    )
    let pixels = (dx * dx + dy * dy).squareRoot()
    let meters = Geodesic.wgs84.inverse(from: west, to: east).distance

    let start = try #require(document.elements.firstIndex { $0["id"] == "scale-bar" })
    let quarters = document.elements[(start + 1)...].prefix { $0.name == "rect" }
    #expect(quarters.count == 4)
    let length = quarters.reduce(0) { $0 + $1.number("width") }
    let label = try #require(document.texts.first { $0.hasSuffix(" km") || $0.hasSuffix(" m") })
    let parts = label.split(separator: " ")
    let told = try #require(Double(parts[0])) * (parts[1] == "km" ? 1000 : 1)
    #expect(abs(told / length / (meters / pixels) - 1) < 0.01, "\(label) in \(length) pixels")
    // Round, and neither too short nor too long for the map.
    #expect([1, 2, 5].contains(Int(String(label.prefix(1)))) && length > 20 && length < 300)
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `counts what it shows and what it does not`() throws {
    var map = SVGMap(events: [
      Self.event("a", 44, killed: .init(3, 5)), Self.event("b", 44.5, type: "Riots"),
      Self.event("c", area: Self.box(45, 33, 46, 34)), Self.event("d"), Self.event("e", 20, 50),
      Self.event("f", area: Self.box(10, 50, 11, 51)),
    ])
    map.extent = Self.iraq
    map.events[0].dateStart = CivilDate(year: 2020, month: 5, day: 1)
    map.events[0].dateEnd = CivilDate(year: 2020, month: 5, day: 3)
    let document = try read(map)
    let sentence =
      "2020-05-01 to 2020-05-03. 6 events: 2 at a point, 1 as an area, 2 outside of this map, "
      + "1 without a place. 5 events without a date."
    #expect(document.texts.contains(sentence), "\(document.texts.prefix(4))")
    let description = try #require(document.all("desc").first?.text)
    #expect(description.contains(sentence))
    #expect(description.hasSuffix(" By type: Battles 2, Riots 1."))
    #expect(symbols(document).count == 2)
    #expect(document.texts.contains("Battles (2)") && document.texts.contains("Riots (1)"))
    #expect(!document.texts.contains { $0.hasPrefix("Protests") })
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `colors events as the layers' style does, and sizes them by the killed`() throws {
    let style = try #require(LayerStyle.named("events"))
    var map = SVGMap(
      events: style.categories.enumerated().map { number, category in
        Self.event(
          "\(number)", 40 + Double(number), type: category.value,
          killed: .init(number == 0 ? nil : number * 20, nil))
      })
    map.extent = Self.iraq
    let circles = symbols(try read(map))
    #expect(
      Set(circles.compactMap { $0["fill"] }) == Set(style.categories.map(\.color.hexadecimal)))
    // The large ones first, so that small ones lie over them.
    let radii = circles.map { $0.number("r") }
    #expect(radii == radii.sorted(by: >))
    let byPlace = circles.sorted { $0.number("cx") < $1.number("cx") }.map { $0.number("r") }
    #expect(byPlace == byPlace.sorted() && byPlace[0] < byPlace[1])
    #expect(byPlace[5] == byPlace[6], "from 100 on all are of one size")
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"), arguments: [1, 2, 5, 7, 8, 200])
  func `shows every event of one place`(_ count: Int) throws {
    let types = ["Battles", "Riots", nil]
    var map = SVGMap(
      events: (0..<count).map {
        Self.event("\($0)", 44, type: types[$0 % 3], killed: .init($0, nil))
      })
    map.extent = Self.iraq
    let document = try read(map)
    let circles = symbols(document)
    #expect(circles.count == (count > 7 ? 3 : count))
    for (index, one) in circles.enumerated() {
      for other in circles[..<index] {
        let (dx, dy) = (
          one.number("cx") - other.number("cx"), one.number("cy") - other.number("cy")
        )
        // Rounding to a tenth of a pixel may take half of that from the gap of one.
        #expect(
          (dx * dx + dy * dy).squareRoot() > one.number("r") + other.number("r"), "\(count) events")
      }
    }
    // What stands for several says how many.
    let numbers = zip(document.elements, document.elements.dropFirst())
      .filter { $0.name == "circle" && $1.name == "title" }
      .map { Int($1.text.split(separator: " ").dropLast().last ?? "") ?? 1 }
    #expect(numbers.reduce(0, +) == count, "\(numbers)")
    #expect(document.texts.contains { $0.hasPrefix("A number: so many") } == (count > 7))
    if count > 7 {
      #expect(numbers.allSatisfy { document.texts.contains("\($0)") })
    }
  }

  /// What reports and users may say that XML does not take, or that would end an element.
  static let hostile = [
    "]]>", "<script>alert(1)</script>", "& &amp; &#0;",
    "\u{0}\u{1}\u{8}\u{B}\u{C}\u{E}\u{1F}\u{7F}",
    "\u{FFFE}\u{FFFF}\u{85}\u{2028}", "\"'><svg onload=x>", "<!-- -->", "<![CDATA[",
    "\u{202E}x\u{2066}",
    "a\nb\r\n\tc", "e\u{301}\u{20DD}", "\u{1F469}\u{200D}\u{1F680}", "%PDF", "${x}", "javascript:x",
  ]

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"), arguments: hostile)
  func `is well-formed whatever a text says`(_ text: String) throws {
    var event = Self.event("e\(text)", 44, type: text, area: Self.box(44, 33, 45, 34))
    event.subType = text
    event.location = text
    event.locationArabic = "خ" + text
    event.source = text
    let names = SVGMap.Names(latin: text + "n", arabic: text, sorani: text)
    var map = SVGMap(events: [event, Self.event("b")])
    map.extent = Self.iraq
    map.title = text
    map.sources = [text]
    map.territories = [
      TerritoryFeature(
        id: text, variant: text, kind: "core", name: text + "n", nameArabic: text, nameSorani: text,
        polygons: Self.box(43, 33, 45, 35), basis: nil, claimedBy: nil, validFrom: nil,
        validTo: nil,
        accuracyKm: 0, source: text, disclaimer: text)
    ]
    map.units = [
      SVGMap.Unit(level: "adm0", names: names, polygons: Self.box(39, 29, 48, 37), source: text),
      SVGMap.Unit(level: "adm1", names: names, polygons: Self.box(39, 29, 42, 37), source: text),
    ]
    map.places = [
      SVGMap.Place(names: names, position: Samples.position(41, 31), importance: 1)
    ]
    let document = try read(map)
    let allowed = [
      "svg", "title", "desc", "defs", "clipPath", "pattern", "g", "rect", "path", "line", "circle",
      "text",
    ]
    #expect(Set(document.elements.map(\.name)).subtracting(allowed) == [])
    for element in document.elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "href" })
      // The only references are those to patterns of its own.
      for value in element.attributes.values where value.contains("url(") {
        let id = value.dropFirst("url(#".count).dropLast()
        #expect(document.elements.contains { $0["id"] == String(id) }, "\(value)")
      }
    }
    // What can be shown is shown as it is.
    if text == "<![CDATA[" || text == "]]>" {
      #expect(document.all("title").contains { $0.text == text })
    }
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `leaves the shaping of Arabic to the viewer`() throws {
    var event = Self.event("a", 45.391, 34.348)
    event.location = "Khanaqin"
    event.locationArabic = "خانقين"
    event.locationSorani = "خانەقین"
    var map = SVGMap(events: [event])
    func arabic(_ labels: SVGMap.Labels) throws -> [ParsedXML.Element] {
      map.labels = labels
      return try read(map).all("text").filter {
        $0["aria-hidden"] == nil && $0["direction"] == "rtl"
      }
    }
    let both = try #require(try arabic(.both).first)
    #expect(both.text == "خانقين" && both["lang"] == "ar" && both["unicode-bidi"] == "embed")
    #expect(try arabic(.ckb).first?["lang"] == "ckb")
    #expect(try arabic(.ckb).first?.text == "خانەقین")
    #expect(try arabic(.en).isEmpty)
    map.labels = .ar
    #expect(!(try read(map)).texts.contains("Khanaqin"))
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `says who it is for those who cannot see it`() throws {
    var map = SVGMap(events: [Self.event("a", 44)])
    map.title = "Attacks & counter-attacks"
    let document = try read(map)
    let root = try #require(document.elements.first)
    #expect(root["role"] == "img")
    for id in (root["aria-labelledby"] ?? "").split(separator: " ") {
      #expect(document.elements.contains { $0["id"] == String(id) && !$0.text.isEmpty })
    }
    #expect(document.elements[1].name == "title")
    #expect(document.elements[1].text == "Attacks & counter-attacks")
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `draws the claim that was published on the day, and its other source as a line`() throws {
    func territory(_ variant: String, _ from: Int?, _ to: Int?) -> TerritoryFeature {
      TerritoryFeature(
        id: "t", variant: variant, kind: "core", name: "T", nameArabic: nil, nameSorani: nil,
        polygons: Self.box(43, 33, 45, 35), basis: nil, claimedBy: nil,
        validFrom: from.flatMap { CivilDate(year: $0, month: 1, day: 1) },
        validTo: to.flatMap { CivilDate(year: $0, month: 1, day: 1) },
        accuracyKm: 0, source: "",
        disclaimer: "Not a line of control.")
    }
    func versions(_ year: Int?) throws -> (hatched: Int, dotted: Int, notes: String) {
      var map = SVGMap(events: [Self.event("a", 44)])
      map.extent = Self.iraq
      map.events[0].dateEnd = year.flatMap { CivilDate(year: $0, month: 6, day: 1) }
      map.territories = [
        territory("one", 2009, 2015), territory("two", 2009, 2015), territory("one", 2015, nil),
      ]
      let document = try read(map)
      let paths = document.all("path")
      return (
        paths.filter { $0["fill"] == "url(#claim-core)" }.count,
        paths.filter { $0["stroke-dasharray"] == "1 2.5" }.count,
        document.texts.joined(separator: " ")
      )
    }
    let early = try versions(2010)
    #expect(early.hatched == 1 && early.dotted == 1)
    #expect(early.notes.contains("Version: 2009-01-01/one, 2009-01-01/two."))
    #expect(early.notes.contains("Not a line of control."))
    let late = try versions(2020)
    #expect(late.hatched == 1 && late.dotted == 0)
    #expect(late.notes.contains("Version: 2015-01-01/one."))
    #expect(try versions(nil).hatched == 1)
    let before = try versions(2005)
    #expect(before.hatched == 0)
    #expect(before.notes.contains("No version of a territory was valid on 2005-06-01."))
  }

  @Test func `has the same bytes every time`() throws {
    var random = SplitMix64(seed: 4)
    var map = SVGMap(
      events: (0..<400).map { number in
        Self.event(
          "\(number)", Double(Int.random(in: 390...470, using: &random)) / 10,
          Double(Int.random(in: 300...370, using: &random)) / 10,
          type: ["Battles", "Riots", "Protests"].randomElement(using: &random),
          killed: .init(Int.random(in: 0...9, using: &random)))
      })
    map.places = (0..<50).map { number in
      SVGMap.Place(
        names: SVGMap.Names(latin: "P\(number)"),
        position: Samples.position(Double.random(in: 39...47, using: &random), 33), importance: 3)
    }
    let bytes = try SVGMapWriter.bytes(map)
    for _ in 0..<3 { #expect(try SVGMapWriter.bytes(map) == bytes) }
  }

  @Test(
    arguments: [
      BoundingBox(minX: 45, minY: 34, maxX: 44, maxY: 35),
      BoundingBox(minX: 44, minY: 86, maxX: 45, maxY: 87),
      BoundingBox(minX: 170, minY: 0, maxX: 190, maxY: 9),
      BoundingBox(minX: .nan, minY: 0, maxX: 1, maxY: 9),
    ])
  func `refuses what is no extent`(_ extent: BoundingBox) {
    var map = SVGMap(events: [])
    map.extent = extent
    #expect(throws: GeodesyError.self) { try SVGMapWriter.bytes(map) }
  }

  @Test(.enabled(if: ParsedXML.canParse, "there is no python3"))
  func `draws an area that crosses itself, and nothing for one that has no ground`() throws {
    let bow = MultiPolygon([
      Polygon(rings: [Samples.ring([(44, 33), (45, 34), (45, 33), (44, 34), (44, 33)])])
    ])
    let flat = MultiPolygon([
      Polygon(rings: [Samples.ring([(44, 33), (45, 33), (44, 33), (44, 33)])])
    ])
    var map = SVGMap(events: [Self.event("a", area: bow), Self.event("b", area: flat)])
    map.extent = Self.iraq
    let areas = try read(map).all("path").filter { $0["fill"] == "url(#area-0)" }
    #expect(areas.count == 1)
    #expect(areas.first?["d"]?.contains("Z") ?? false)
  }
}
