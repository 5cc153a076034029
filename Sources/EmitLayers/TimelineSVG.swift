import Model

/// Writes a timeline as one SVG document: bars by event type, below them the killed.
///
/// As the map for a report: no script, nothing from outside, the same bytes for the same values.
package struct TimelineSVG {
  private let timeline: Timeline
  private let title: String
  private let width: Double
  private let rows: [Timeline.Row]
  private let hasHarm: Bool
  private var xml = XMLBuilder(declaration: true)

  private enum Page {
    static let margin = 16.0
    static let axis = 38.0
    static let bars = 220.0
    static let harm = 110.0
  }

  /// What a width may be.
  package static let widths = SVGMap.widths

  /// - Parameters:
  ///   - title: What stands above; nil for a plain one.
  ///   - width: Pixels.
  package init(_ timeline: Timeline, title: String? = nil, width: Double = 960) {
    self.timeline = timeline
    self.title = title ?? "Events by \(timeline.bucket.rawValue)"
    self.width = width
    rows = timeline.allRows
    hasHarm = rows.contains { $0.killedMinimum != nil || $0.killedMaximum != nil }
  }

  /// Returns the document.
  ///
  /// Linear in the buckets.
  package func bytes() -> [UInt8] {
    var copy = self
    copy.draw()
    return Array(copy.xml.text.utf8)
  }

  private mutating func draw() {
    let titleLines = TextMeasure.lines(title, size: 18, width: width - 2 * Page.margin)
    let key = keyLines
    let top = Page.margin + 22 * Double(titleLines.count) + 18 * Double(1 + key.count) + 26
    let barsBottom = top + Page.bars
    let harmTop = barsBottom + 46
    let height = (hasHarm ? harmTop + Page.harm + 20 : barsBottom + 30) + Page.margin
    xml.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "version": "1.1", "width": width.pixels,
        "height": height.pixels, "viewBox": "0 0 \(width.pixels) \(height.pixels)",
        "role": "img", "aria-labelledby": "timeline-title timeline-description",
        "xml:lang": "en", "font-family": SVGMapDrawing.Page.fonts, "font-size": "11",
        "fill": "#222222",
      ])
    xml.add("title", ["id": "timeline-title"], text: title)
    xml.add("desc", ["id": "timeline-description"], text: summary)
    xml.add("rect", ["width": width.pixels, "height": height.pixels, "fill": "#FFFFFF"])
    var y = Page.margin + 14
    for line in titleLines {
      xml.addText(line, x: Page.margin, y: y, ["font-size": "18", "font-weight": "bold"])
      y += 22
    }
    xml.addText(summary, x: Page.margin, y: y, ["fill": "#444444"])
    y += 18
    for line in key {
      drawKey(line, y)
      y += 18
    }
    drawBars(bottom: barsBottom)
    if hasHarm { drawHarm(top: harmTop) }
    xml.end()
  }

  /// In words, for those who cannot see the bars.
  private var summary: String {
    var text = "\(MapSummary.count(timeline.events, "event")) by \(timeline.bucket.rawValue)"
    if let first = timeline.rows.first, let last = timeline.rows.last {
      text += first.name == last.name ? ", \(first.name)" : ", \(first.name) to \(last.name)"
    }
    if let undated = timeline.undated {
      text += "; \(undated.events) dated too coarsely for one \(timeline.bucket.rawValue)"
    }
    if let none = timeline.none { text += "; \(none.events) without a date" }
    return text + "."
  }

  // MARK: The key

  private var keyLines: [[LayerStyle.Category]] {
    var lines: [[LayerStyle.Category]] = []
    var used = Double.infinity
    for (number, category) in timeline.style.categories.enumerated()
    where rows.contains(where: { $0.byType[number] > 0 }) {
      let room = TextMeasure.width(category.label, size: 11) + 34
      if used + room > width - 2 * Page.margin {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(category)
      used += room
    }
    return lines
  }

  private mutating func drawKey(_ categories: [LayerStyle.Category], _ y: Double) {
    var x = Page.margin
    for category in categories {
      xml.add(
        "rect",
        [
          "x": x.pixels, "y": (y - 9).pixels, "width": "11", "height": "11",
          "fill": category.color.hexadecimal,
        ])
      xml.addText(category.label, x: x + 16, y: y)
      x += TextMeasure.width(category.label, size: 11) + 34
    }
  }

  // MARK: Bars

  /// The left edge of the row of a number and its width; those that are no bucket stand apart.
  private func slot(_ index: Int) -> (x: Double, width: Double) {
    let left = Page.margin + Page.axis
    let apart = Double(rows.count - timeline.rows.count)
    // Wide enough for their names.
    let special = apart > 0 ? 112.0 : 0
    let room = width - Page.margin - left - apart * special
    if index >= timeline.rows.count {
      return (left + room + Double(index - timeline.rows.count) * special + 6, special - 12)
    }
    let step = room / Double(max(timeline.rows.count, 1))
    return (left + Double(index) * step, step)
  }

  private func bar(_ index: Int) -> (x: Double, width: Double) {
    let slot = slot(index)
    let isBucket = index < timeline.rows.count
    // What is no bucket is no wider than one, that its bar not seem more.
    let bucket = timeline.rows.isEmpty ? 48 : min(self.slot(0).width * 0.8, 48)
    let width = isBucket ? bucket : min(max(bucket, 10), slot.width)
    return (slot.x + (slot.width - width) / 2, width)
  }

  private mutating func drawBars(bottom: Double) {
    let most = rows.map(\.events).max() ?? 0
    let scale = drawAxis("events", most: most, bottom: bottom, height: Page.bars)
    for (index, row) in rows.enumerated() where row.events > 0 {
      let bar = bar(index)
      xml.begin("g")
      xml.add("title", text: "\(row.name): \(MapSummary.count(row.events, "event"))")
      var y = bottom
      for (number, count) in row.byType.enumerated() where count > 0 {
        let height = Double(count) * scale
        y -= height
        xml.add(
          "rect",
          [
            "x": bar.x.hundredths, "y": y.hundredths, "width": bar.width.hundredths,
            "height": height.hundredths,
            "fill": timeline.style.categories[number].color.hexadecimal,
          ])
      }
      if index >= timeline.rows.count || bar.width > 9 {
        xml.addText(
          String(row.events), x: bar.x + bar.width / 2, y: y - 3, anchor: .middle,
          ["font-size": "9.5", "fill": "#444444"])
      }
      xml.end()
    }
    drawNames(y: bottom + 14)
  }

  /// As many names as there is room for.
  private mutating func drawNames(y: Double) {
    let widest = timeline.rows.map { TextMeasure.width($0.name, size: 10) }.max() ?? 0
    let step = slot(0).width
    let every = max(1, Int(((widest + 8) / max(step, 0.001)).rounded(.up)))
    for (index, row) in rows.enumerated() {
      let isBucket = index < timeline.rows.count
      guard !isBucket || index % every == 0 else { continue }
      let slot = slot(index)
      xml.addText(
        row.name, x: slot.x + slot.width / 2, y: y, anchor: .middle,
        ["font-size": "10", "font-style": isBucket ? nil : "italic", "fill": "#444444"])
    }
  }

  /// Draws lines at round numbers; returns the pixels of one.
  private mutating func drawAxis(
    _ name: String, most: Int, bottom: Double, height: Double
  ) -> Double {
    let left = Page.margin + Page.axis
    var step = 1
    // 1, 2, 5, 10, 20, 50 …, until five lines are enough.
    while most / step > 5, step < Int.max / 10 {
      let digit = Int(String(String(step).prefix(1))) ?? 1
      step = digit == 2 ? step / 2 * 5 : step * 2
    }
    let steps = max(1, most / step + (most % step == 0 ? 0 : 1))
    let scale = height / (Double(steps) * Double(step))
    for number in 0...steps {
      let y = bottom - height * Double(number) / Double(steps)
      xml.add(
        "line",
        [
          "x1": left.pixels, "y1": y.pixels, "x2": (width - Page.margin).pixels, "y2": y.pixels,
          "stroke": number == 0 ? "#222222" : "#DDDDDD", "stroke-width": "0.8",
        ])
      // Sums of a foreign file may be the largest number that there is.
      let (value, isTooLarge) = number.multipliedReportingOverflow(by: step)
      guard !isTooLarge else { continue }
      xml.addText(
        String(value), x: left - 5, y: y + 3.5, anchor: .end,
        ["font-size": "10", "fill": "#444444"])
    }
    xml.addText(
      name, x: Page.margin, y: bottom - height - 8, ["font-size": "10.5", "font-weight": "bold"])
    return scale
  }

  // MARK: The killed

  /// A bar to what is certain, a thin line on to the most that is told.
  private mutating func drawHarm(top: Double) {
    let bottom = top + Page.harm
    let most = rows.map { max($0.killedMinimum ?? 0, $0.killedMaximum ?? 0) }.max() ?? 0
    let scale = drawAxis(
      "killed: least (bar) to most (line)", most: most, bottom: bottom, height: Page.harm)
    for (index, row) in rows.enumerated()
    where row.killedMinimum != nil || row.killedMaximum != nil {
      let bar = bar(index)
      // A foreign file may have what no number of people is.
      let least = max(0, row.killedMinimum ?? 0)
      let range = row.killedMaximum.map { $0 == least ? "\(least)" : "\(least)–\($0)" }
      xml.begin("g")
      xml.add(
        "title",
        text: "\(row.name): killed \(range ?? "\(least) or more"); "
          + "\(MapSummary.count(row.killedUnknown, "event")) without a number")
      xml.add(
        "rect",
        [
          "x": bar.x.hundredths, "y": (bottom - Double(least) * scale).hundredths,
          "width": bar.width.hundredths, "height": (Double(least) * scale).hundredths,
          "fill": "#555555",
        ])
      // Open upwards: a line without an end.
      let end = row.killedMaximum.map(Double.init) ?? Double(least) + 8 / scale
      if end > Double(least) {
        let x = bar.x + bar.width / 2
        xml.add(
          "line",
          [
            "x1": x.hundredths, "y1": (bottom - Double(least) * scale).hundredths,
            "x2": x.hundredths, "y2": (bottom - end * scale).hundredths, "stroke": "#222222",
            "stroke-width": "1.2", "stroke-dasharray": row.killedMaximum == nil ? "2 1.5" : nil,
          ])
      }
      xml.end()
    }
  }
}
