import Geodesy
import Geometry
import Model

/// Writes a map for a report as one SVG document (SVG 1.1): no script, no style sheet, nothing from
/// outside, the same bytes for the same values.
package enum SVGMapWriter {
  /// Returns the document.
  ///
  /// Linear in the vertices and events, but for labels, which look at all symbols.
  /// - Throws: `GeodesyError` for an extent that is none, `GeometryError` when GEOS has no memory.
  package static func bytes(_ map: SVGMap) throws -> [UInt8] {
    var drawing = try SVGMapDrawing(map)
    drawing.draw()
    return Array(drawing.xml.text.utf8)
  }
}

/// A map as it is being drawn, from the ground up.
struct SVGMapDrawing {
  /// Pixels of the page.
  enum Page {
    static let margin = 16.0
    /// Room for the labels of the graticule, left of the map and below it.
    static let ticks = 32.0
    static let legend = 232.0
    static let fonts = "'Noto Sans', 'DejaVu Sans', 'Noto Naskh Arabic', Arial, sans-serif"
  }

  let map: SVGMap
  let frame: MapFrame
  let territories: (filled: [TerritoryFeature], others: [TerritoryFeature])
  let summary: MapSummary
  let style: LayerStyle
  let points: [Coordinate?]
  let layout: SymbolLayout
  private let titleLines: [String]
  private let subtitleLines: [String]
  private let noteLines: [String]
  private let height: Double
  private let legend: MapLegend
  var xml = XMLBuilder(declaration: true)

  init(_ map: SVGMap) throws {
    self.map = map
    guard let style = LayerStyle.named("events") else {
      preconditionFailure("the events have a style")
    }
    self.style = style
    let text = map.width - 2 * Page.margin
    titleLines = TextMeasure.lines(map.title ?? "Events", size: 20, width: text)
    let top = Page.margin + 24 * Double(titleLines.count)
    territories = map.chosenTerritories
    let width = map.width - 2 * Page.margin - Page.ticks - Page.legend
    let extent = map.shownExtent
    func window(below lines: Int) throws -> MapFrame {
      let origin = Coordinate(Page.margin + Page.ticks, top + 16 * Double(lines) + 10)
      return try MapFrame(extent: extent, origin: origin, width: width)
    }
    // What stands above the map is known when the map is: it moves the window and changes nothing in it.
    let first = try window(below: 1)
    summary = MapSummary(map, points: Self.points(map, first), frame: first)
    subtitleLines = TextMeasure.lines(summary.sentence, size: 12.5, width: text)
    let frame = subtitleLines.count == 1 ? first : try window(below: subtitleLines.count)
    self.frame = frame
    points = Self.points(map, frame)
    layout = SymbolLayout(map.events, points: points) { style.number(of: $0.type) }
    let notes = map.sources + [map.reports, Self.projectionNote(frame.projection.kind)]
    noteLines = notes.compactMap(\.self).flatMap {
      TextMeasure.lines($0, size: 10, width: text)
    }
    legend = MapLegend(map, territories, summary, style, layout)
    let bottom = max(frame.box.maxY + 24, frame.box.minY + legend.height + 12)
    height = bottom + 13 * Double(noteLines.count) + Page.margin
  }

  /// The pixel of each event whose point the window shows.
  private static func points(_ map: SVGMap, _ frame: MapFrame) -> [Coordinate?] {
    map.events.map { event in
      guard let pixel = event.point.flatMap({ frame.pixel($0.coordinate) }),
        frame.box.contains(pixel)
      else { return nil }
      return pixel
    }
  }

  mutating func draw() {
    begin()
    xml.add(
      "rect", ["width": map.width.pixels, "height": height.pixels, "fill": "#FFFFFF"])
    drawHeading()
    xml.begin("g", ["clip-path": "url(#window)"])
    drawGround()
    drawAreas()
    drawBorders()
    drawSymbols()
    drawLabels()
    xml.end()
    drawFrame()
    drawScaleBar()
    drawNorthArrow()
    xml.begin(
      "g", ["transform": "translate(\((frame.box.maxX + 16).pixels) \(frame.box.minY.pixels))"])
    legend.draw(&xml)
    xml.end()
    drawNotes()
    xml.end()
  }

  private mutating func begin() {
    xml.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "version": "1.1", "width": map.width.pixels,
        "height": height.pixels, "viewBox": "0 0 \(map.width.pixels) \(height.pixels)",
        "role": "img", "aria-labelledby": "map-title map-description", "xml:lang": "en",
        "font-family": Page.fonts, "font-size": "12", "fill": "#222222",
      ])
    xml.add("title", ["id": "map-title"], text: map.title ?? "Events")
    xml.add("desc", ["id": "map-description"], text: summary.description)
    xml.begin("defs")
    xml.begin("clipPath", ["id": "window"])
    xml.add("rect", Self.rectangle(frame.box))
    xml.end()
    for (number, category) in style.categories.enumerated() {
      addHatch("area-\(number)", category.color.hexadecimal, spacing: 5, width: 1, angle: 45)
    }
    let claim = LayerStyle.claimLine.hexadecimal
    addHatch("claim-core", claim, spacing: 7, width: 1.1, angle: -45)
    addHatch("claim-wider", claim, spacing: 14, width: 0.8, angle: -45)
    xml.end()
  }

  private mutating func addHatch(
    _ id: String, _ color: String, spacing: Double, width: Double, angle: Int
  ) {
    xml.begin(
      "pattern",
      [
        "id": id, "width": spacing.pixels, "height": spacing.pixels,
        "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(\(angle))",
      ])
    xml.add(
      "line",
      [
        "x1": (spacing / 2).pixels, "y1": "0", "x2": (spacing / 2).pixels, "y2": spacing.pixels,
        "stroke": color, "stroke-width": width.pixels,
      ])
    xml.end()
  }

  private mutating func drawHeading() {
    var y = Page.margin + 14
    for line in titleLines {
      xml.addText(line, x: Page.margin, y: y, ["font-size": "20", "font-weight": "bold"])
      y += 24
    }
    for line in subtitleLines {
      xml.addText(line, x: Page.margin, y: y, ["font-size": "12.5", "fill": "#444444"])
      y += 16
    }
  }

  private mutating func drawNotes() {
    var y = height - Page.margin - 13 * Double(noteLines.count) + 10
    for line in noteLines {
      xml.addText(line, x: Page.margin, y: y, ["font-size": "10", "fill": "#555555"])
      y += 13
    }
  }

  static func rectangle(_ box: BoundingBox) -> XMLBuilder.Attributes {
    [
      "x": box.minX.pixels, "y": box.minY.pixels, "width": (box.maxX - box.minX).pixels,
      "height": (box.maxY - box.minY).pixels,
    ]
  }

  private static func projectionNote(_ kind: MapProjection.Kind) -> String {
    func degrees(_ value: Double) -> String { DecimalDigits.text(value, decimals: 2) + "°" }
    switch kind {
    case .lambert(let lower, let upper, let meridian):
      return
        "Projection: Lambert conformal conic, WGS 84, standard parallels \(degrees(lower)) and "
        + "\(degrees(upper)), central meridian \(degrees(meridian)). The scale bar is true in the "
        + "middle of the map."
    case .mercator(let latitude, let meridian):
      return "Projection: Mercator, WGS 84, true scale at latitude \(degrees(latitude)), central "
        + "meridian \(degrees(meridian)). The scale bar is true in the middle of the map."
    }
  }
}

extension XMLBuilder {
  /// Adds a line of text, from right to left where its first letter says so.
  ///
  /// The viewer shapes it. `start` is the left edge whatever the direction, so that the text is where its room was
  /// measured.
  mutating func addText(
    _ text: String, x: Double, y: Double, anchor: LabelPlacer.Anchor = .start,
    language: String? = nil, _ attributes: Attributes = [:]
  ) {
    let isRightToLeft = DisplayWidth.beginsRightToLeft(text)
    let end =
      switch anchor {
      case .start: isRightToLeft ? "end" : nil
      case .middle: "middle"
      case .end: isRightToLeft ? nil : "end"
      }
    let own: Attributes = [
      "x": x.pixels, "y": y.pixels, "text-anchor": end,
      "direction": isRightToLeft ? "rtl" : nil, "unicode-bidi": isRightToLeft ? "embed" : nil,
      "xml:lang": isRightToLeft ? language ?? "ar" : nil,
    ]
    add("text", own, with: attributes, text: text)
  }
}

extension LayerStyle {
  /// The number of the category that a value is drawn by.
  func number(of value: String?) -> Int {
    categories.firstIndex { $0.value == value } ?? categories.count - 1
  }
}
