import Model

/// The column beside a map that says what its signs mean.
struct MapLegend {
  private enum Sign {
    case dot(color: String, radius: Double)
    case swatch(fill: String, opacity: Double, hatch: String, line: String, dash: String?)
    case line(color: String, width: Double, dash: String?)
    case none
  }

  private struct Row {
    var sign: Sign
    var lines: [String]
    var size = 11.5
    var isHeading = false
    var height: Double
  }

  private var rows: [Row] = []
  private static let width = SVGMapDrawing.Page.legend - 16
  private static let textLeft = 34.0

  init(
    _ map: SVGMap, _ territories: (filled: [TerritoryFeature], others: [TerritoryFeature]),
    _ summary: MapSummary, _ style: LayerStyle, _ layout: SymbolLayout
  ) {
    addEvents(summary, style)
    addSizes(summary, layout)
    addAreas(map, style)
    addTerritories(map, territories)
    addLines(map)
  }

  /// Pixels from the top of the map to the end of the legend.
  var height: Double { rows.reduce(0) { $0 + $1.height } }

  private mutating func addHeading(_ text: String) {
    rows.append(
      Row(
        sign: .none, lines: [text], size: 12, isHeading: true, height: rows.isEmpty ? 20 : 28))
  }

  private mutating func add(_ sign: Sign, _ text: String, _ least: Double = 18) {
    let lines = TextMeasure.lines(text, size: 11.5, width: Self.width - Self.textLeft)
    rows.append(
      Row(sign: sign, lines: lines, height: max(least, 14 * Double(lines.count) + 4)))
  }

  private mutating func addNote(_ text: String) {
    let lines = TextMeasure.lines(text, size: 10, width: Self.width)
    rows.append(Row(sign: .none, lines: lines, size: 10, height: 12.5 * Double(lines.count) + 4))
  }

  private mutating func addEvents(_ summary: MapSummary, _ style: LayerStyle) {
    guard summary.counts.contains(where: { $0 > 0 }) else { return }
    addHeading("Events on this map")
    for (category, count) in zip(style.categories, summary.counts) where count > 0 {
      add(.dot(color: category.color.hexadecimal, radius: 5.5), "\(category.label) (\(count))")
    }
  }

  private mutating func addSizes(_ summary: MapSummary, _ layout: SymbolLayout) {
    guard summary.atPoint > 0 else { return }
    addHeading("Killed, at least")
    add(.dot(color: "#BBBBBB", radius: layout.radius(killed: 0)), "none or not stated")
    if summary.mostKilled > 0 {
      let steps = [1, 5, 20, 100]
      // The first that is as many as the most, and those below.
      let last = steps.firstIndex { $0 >= summary.mostKilled } ?? steps.count - 1
      for step in steps[...last] {
        let radius = layout.radius(killed: step)
        add(
          .dot(color: "#BBBBBB", radius: radius), step == 100 ? "100 or more" : "\(step)",
          2 * radius + 5)
      }
    }
    if summary.killedNotStated > 0 {
      addNote("\(MapSummary.count(summary.killedNotStated, "event")) without a number of killed.")
    }
    if !layout.anchors.isEmpty { addNote("Events at one place stand around it.") }
    if layout.symbols.contains(where: { $0.events.count > 1 }) {
      addNote("A number: so many events of one type at that place, and their killed together.")
    }
  }

  private mutating func addAreas(_ map: SVGMap, _ style: LayerStyle) {
    guard map.events.contains(where: { $0.area != nil }) else { return }
    let index = map.events.firstIndex { $0.area != nil }.map {
      style.number(of: map.events[$0].type)
    }
    let color = style.categories[index ?? 0].color.hexadecimal
    addHeading("Uncertainty")
    add(
      .swatch(
        fill: "#FFFFFF", opacity: 0, hatch: "area-\(index ?? 0)", line: color, dash: "4 2"),
      "Where the event may have happened, in the color of its type")
  }

  private mutating func addTerritories(
    _ map: SVGMap, _ chosen: (filled: [TerritoryFeature], others: [TerritoryFeature])
  ) {
    if map.territories.isEmpty { return }
    addHeading("Disputed territories")
    let line = LayerStyle.claimLine.hexadecimal
    for (kind, text) in [
      ("core", "Published claim, core"), ("wider", "Published claim, wider"),
    ] where chosen.filled.contains(where: { $0.kind == kind }) {
      let color = LayerStyle.named("territories")?.category(of: kind)?.color ?? LayerStyle.claimLine
      add(
        .swatch(
          fill: color.hexadecimal, opacity: Double(color.alpha) / 255, hatch: "claim-\(kind)",
          line: line, dash: kind == "core" ? nil : "5 3"), text)
    }
    if !chosen.others.isEmpty {
      add(.line(color: line, width: 1, dash: "1 2.5"), "The same by another source")
    }
    let versions = (chosen.filled + chosen.others).map(\.version)
    if chosen.filled.isEmpty {
      let day = map.days?.upperBound.description ?? "that day"
      addNote("No version of a territory was valid on \(day).")
    } else {
      addNote("Version: " + distinct(versions).joined(separator: ", ") + ".")
    }
    // The layer's own words, never ours.
    for disclaimer in distinct(chosen.filled.compactMap(\.disclaimer)) { addNote(disclaimer) }
  }

  private mutating func addLines(_ map: SVGMap) {
    let levels = ["adm0", "adm1"].filter { level in map.units.contains { $0.level == level } }
    guard !levels.isEmpty else { return }
    addHeading("Boundaries")
    for level in levels {
      let category = LayerStyle.named("admin_units")?.category(of: level)
      add(
        .line(
          color: category?.color.hexadecimal ?? "#555555", width: level == "adm0" ? 1.6 : 0.7,
          dash: nil), category?.label ?? level)
    }
  }

  private func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  /// Draws the column, its upper left corner at 0, 0.
  func draw(_ xml: inout XMLBuilder) {
    var top = 0.0
    for row in rows {
      let text = row.isHeading ? top + row.height - 8 : top + row.size
      switch row.sign {
      case .dot(let color, let radius):
        xml.add(
          "circle",
          [
            "cx": "14", "cy": (top + row.height / 2 - 2).pixels, "r": radius.pixels,
            "fill": color, "stroke": "#333333", "stroke-width": "0.8",
          ])
      case .swatch(let fill, let opacity, let hatch, let line, let dash):
        let box = BoundingBox(minX: 3, minY: top + 1, maxX: 26, maxY: top + 14)
        xml.add(
          "rect", SVGMapDrawing.rectangle(box),
          with: ["fill": fill, "fill-opacity": opacity.hundredths])
        xml.add(
          "rect", SVGMapDrawing.rectangle(box),
          with: [
            "fill": "url(#\(hatch))", "fill-opacity": "0.6", "stroke": line, "stroke-width": "1",
            "stroke-dasharray": dash,
          ])
      case .line(let color, let width, let dash):
        xml.add(
          "line",
          [
            "x1": "3", "y1": (top + 8).pixels, "x2": "26", "y2": (top + 8).pixels,
            "stroke": color, "stroke-width": width.pixels, "stroke-dasharray": dash,
          ])
      case .none: break
      }
      var isCentered = false
      if case .dot = row.sign { isCentered = true }
      let first =
        isCentered && row.lines.count == 1 ? top + row.height / 2 + 2 : text
      for (number, line) in row.lines.enumerated() {
        let isNote = if case .none = row.sign { true } else { false }
        xml.addText(
          line, x: isNote ? 0 : Self.textLeft,
          y: first + Double(number) * (row.size == 10 ? 12.5 : 14),
          [
            "font-size": row.size.pixels, "font-weight": row.isHeading ? "bold" : nil,
            "fill": row.size == 10 ? "#555555" : nil,
          ])
      }
      top += row.height
    }
  }
}
