import Model

/// Names: where there is room for them, the most important first.
extension SVGMapDrawing {
  /// A name, where it may stand and how it looks.
  struct Label {
    var lines: [(text: String, language: String?)]
    var point: Coordinate
    /// Pixels from the point; nil puts it over the point.
    var gap: Double?
    var size: Double
    var color: String
    var style: String?
    var spacing = 0.0
    /// Whether a small circle shows the place.
    var marks = false
    /// Whether it may not move far off its point.
    var isNear = false
    /// Whether it is drawn although another label says the same.
    var isRepeatable = true

    /// Pixels between letters; those of Arabic join and are not drawn apart.
    func spacing(_ language: String?) -> Double { language == nil ? spacing : 0 }

    /// Its first line alone.
    var first: Label {
      var label = self
      label.lines = [lines[0]]
      return label
    }
  }

  mutating func drawLabels() {
    var taken = layout.symbols.map { symbol in
      BoundingBox(
        minX: symbol.center.x - symbol.radius, minY: symbol.center.y - symbol.radius,
        maxX: symbol.center.x + symbol.radius, maxY: symbol.center.y + symbol.radius)
    }
    taken += [scaleBarBox, northArrowBox]
    let inset = frame.box
    var placer = LabelPlacer(
      bounds: BoundingBox(
        minX: inset.minX + 3, minY: inset.minY + 3, maxX: inset.maxX - 3, maxY: inset.maxY - 3),
      taken: taken)
    var named: Set<String> = []
    let background = neighborLabels + placeLabels + unitLabels + territoryLabels
    for label in eventLabels + areaLabels + background {
      if let name = label.lines.first?.text, label.isRepeatable || !named.contains(name) {
        // Where there is no room for both languages there may be for one.
        if draw(label, &placer) || (label.lines.count > 1 && draw(label.first, &placer)) {
          named.insert(name)
        }
      }
    }
  }

  /// Returns false, having drawn nothing, when there is no room.
  private mutating func draw(_ label: Label, _ placer: inout LabelPlacer) -> Bool {
    let line = label.size * 1.2
    let width =
      label.lines.map {
        TextMeasure.width($0.text, size: label.size)
          + label.spacing($0.language) * Double($0.text.unicodeScalars.count)
      }.max() ?? 0
    let height = line * Double(label.lines.count)
    var trial = placer
    if label.marks, !trial.mark(label.point, radius: 2.5) { return false }
    let spot =
      if let gap = label.gap {
        trial.beside(label.point, width: width, height: height, gap: gap)
      } else {
        trial.over(label.point, width: width, height: height, isNear: label.isNear)
      }
    guard let spot, width > 0 else { return false }
    placer = trial
    if label.marks {
      xml.add(
        "circle",
        [
          "cx": label.point.x.pixels, "cy": label.point.y.pixels, "r": "1.7", "fill": "#FFFFFF",
          "stroke": "#555555", "stroke-width": "0.9",
        ])
    }
    // A halo of its own element: not every viewer can draw the edge of letters below them.
    for isHalo in [true, false] {
      for (number, text) in label.lines.enumerated() {
        xml.addText(
          text.text, x: spot.x, y: spot.top + line * (Double(number) + 0.8), anchor: spot.anchor,
          language: text.language,
          [
            "font-size": label.size.pixels, "font-style": label.style,
            "letter-spacing": label.spacing(text.language) > 0 ? label.spacing.pixels : nil,
            "fill": isHalo ? "#FFFFFF" : label.color, "stroke": isHalo ? "#FFFFFF" : nil,
            "stroke-width": isHalo ? "2.6" : nil, "stroke-linejoin": isHalo ? "round" : nil,
            "stroke-opacity": isHalo ? "0.85" : nil, "aria-hidden": isHalo ? "true" : nil,
          ])
      }
    }
    return true
  }

  /// The lines of a name in the languages that were asked for; the first that there is in their stead.
  func lines(_ names: SVGMap.Names, single: Bool = false) -> [(String, String?)] {
    let latin = names.latin.map { ($0, Optional<String>.none) }
    let arabic = names.arabic.map { ($0, Optional("ar")) }
    let sorani = names.sorani.map { ($0, Optional("ckb")) }
    let chosen: [(String, String?)?] =
      switch map.labels {
      case .both: single ? [latin ?? arabic ?? sorani] : [latin, arabic ?? sorani]
      case .en: [latin ?? arabic ?? sorani]
      case .ar: [arabic ?? sorani ?? latin]
      case .ckb: [sorani ?? arabic ?? latin]
      }
    let lines = chosen.compactMap(\.self)
    // A place that has only one name has it once.
    let distinct = lines.count == 2 && lines[0].0 == lines[1].0 ? [lines[0]] : lines
    return distinct.map { (TextMeasure.cut($0.0, size: 11, width: 180), $0.1) }
  }
}
