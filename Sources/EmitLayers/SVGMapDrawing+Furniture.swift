import Geodesy
import Model

/// Frame, scale bar and north arrow.
extension SVGMapDrawing {
  mutating func drawFrame() {
    xml.add(
      "rect", Self.rectangle(frame.box),
      with: ["fill": "none", "stroke": "#222222", "stroke-width": "1"])
    let graticule = Graticule(frame)
    for line in graticule.meridians {
      guard let tick = line.tick else { continue }
      addTick(tick, Coordinate(tick.x, tick.y + 4))
      xml.addText(
        line.label, x: tick.x, y: tick.y + 14, anchor: .middle,
        ["font-size": "9.5", "fill": "#444444"])
    }
    for line in graticule.parallels {
      guard let tick = line.tick else { continue }
      addTick(tick, Coordinate(tick.x - 4, tick.y))
      xml.addText(
        line.label, x: tick.x - 6, y: tick.y + 3.3, anchor: .end,
        ["font-size": "9.5", "fill": "#444444"])
    }
  }

  private mutating func addTick(_ start: Coordinate, _ end: Coordinate) {
    xml.add(
      "line",
      [
        "x1": start.x.pixels, "y1": start.y.pixels, "x2": end.x.pixels, "y2": end.y.pixels,
        "stroke": "#222222", "stroke-width": "0.8",
      ])
  }

  /// Where the scale bar stands: the lower left corner.
  var scaleBarBox: BoundingBox {
    let width = (ScaleBar(in: frame)?.pixels ?? 0) + 40
    return BoundingBox(
      minX: frame.box.minX + 8, minY: frame.box.maxY - 38, maxX: frame.box.minX + 8 + width,
      maxY: frame.box.maxY - 8)
  }

  mutating func drawScaleBar() {
    guard let bar = ScaleBar(in: frame) else { return }
    let box = scaleBarBox
    addPlate(box)
    let left = box.minX + 12
    let top = box.maxY - 13
    xml.begin("g", ["id": "scale-bar"])
    // Four quarters, dark and light in turn.
    for quarter in 0..<4 {
      xml.add(
        "rect",
        [
          "x": (left + bar.pixels * Double(quarter) / 4).hundredths, "y": top.pixels,
          "width": (bar.pixels / 4).hundredths, "height": "5",
          "fill": quarter % 2 == 0 ? "#222222" : "#FFFFFF", "stroke": "#222222",
          "stroke-width": "0.8",
        ])
    }
    for (part, label) in [
      (0, "0"),
      (0.5, DecimalDigits.text(bar.meters / (bar.meters >= 1000 ? 2000 : 2), decimals: 2)),
      (1, ScaleBar.label(bar.meters)),
    ] {
      xml.addText(
        label, x: left + bar.pixels * part, y: top - 4, anchor: .middle, ["font-size": "10"])
    }
    xml.end()
  }

  /// Where the north arrow stands: the upper right corner.
  var northArrowBox: BoundingBox {
    BoundingBox(
      minX: frame.box.maxX - 40, minY: frame.box.minY + 8, maxX: frame.box.maxX - 8,
      maxY: frame.box.minY + 58)
  }

  /// Points along the meridian that runs through the arrow: on a conic map it leans.
  mutating func drawNorthArrow() {
    let box = northArrowBox
    addPlate(box)
    let foot = Coordinate((box.minX + box.maxX) / 2, box.maxY - 19)
    let north = frame.north(at: foot)
    func point(_ along: Double, _ across: Double) -> Coordinate {
      Coordinate(
        foot.x + north.x * along - north.y * across, foot.y + north.y * along + north.x * across)
    }
    let tip = point(26, 0)
    for (side, fill) in [(-8.0, "#222222"), (8.0, "#FFFFFF")] {
      xml.add(
        "path",
        [
          "d": SVGPath.text([tip, point(-2, side), point(4, 0), tip], closed: true), "fill": fill,
          "stroke": "#222222", "stroke-width": "0.8", "stroke-linejoin": "round",
        ])
    }
    xml.addText(
      "N", x: foot.x, y: box.maxY - 4, anchor: .middle,
      ["font-size": "11", "font-weight": "bold"])
  }

  private mutating func addPlate(_ box: BoundingBox) {
    xml.add(
      "rect", Self.rectangle(box), with: ["fill": "#FFFFFF", "fill-opacity": "0.8", "rx": "2"])
  }
}
