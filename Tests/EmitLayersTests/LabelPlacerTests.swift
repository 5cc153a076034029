import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `Room for names` {
  private static let bounds = BoundingBox(minX: 0, minY: 0, maxX: 400, maxY: 300)

  private static func box(_ spot: LabelPlacer.Spot, _ width: Double, _ height: Double)
    -> BoundingBox
  {
    let left =
      switch spot.anchor {
      case .start: spot.x
      case .middle: spot.x - width / 2
      case .end: spot.x - width
      }
    return BoundingBox(
      minX: left, minY: spot.top, maxX: left + width, maxY: spot.top + height)
  }

  @Test(arguments: 0..<10)
  func `no name covers another, nor what was there, nor the frame`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    func number(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &random) }
    var taken = (0..<20).map { _ in
      let (x, y) = (number(0...390), number(0...290))
      return BoundingBox(minX: x, minY: y, maxX: x + 10, maxY: y + 10)
    }
    var placer = LabelPlacer(bounds: Self.bounds, taken: taken)
    var placed = 0
    for index in 0..<200 {
      let point = Coordinate(number(-20...420), number(-20...320))
      let (width, height) = (number(10...90), number(8...28))
      let spot =
        index % 2 == 0
        ? placer.beside(point, width: width, height: height, gap: 6)
        : placer.over(point, width: width, height: height)
      guard let spot else { continue }
      placed += 1
      let box = Self.box(spot, width, height)
      #expect(box.minX >= 0 && box.maxX <= 400 && box.minY >= 0 && box.maxY <= 300)
      #expect(!taken.contains { $0.intersects(box) })
      taken.append(box)
    }
    #expect(placed > 10 && placed < 200)
  }

  @Test func `the first choice is at the right, then the left, then above and below`() {
    let point = Coordinate(200, 150)
    var placer = LabelPlacer(bounds: Self.bounds, taken: [])
    let spots = (0..<4).map { _ in placer.beside(point, width: 40, height: 10, gap: 6) }
    #expect(spots.map { $0?.anchor } == [.start, .end, .middle, .middle])
    #expect(spots.map { $0?.x } == [206, 194, 200, 200])
    #expect(spots.map { $0?.top } == [145, 145, 134, 156])
  }

  @Test(arguments: [
    ("Khanaqin", false), ("خانقين", true), ("١٢ خانقين", true), ("12 Khanaqin خانقين", false),
    ("«خانقين» in Diyala", true), ("", false), ("123", false), ("שלום", true),
  ])
  func `the first letter gives the direction`(_ text: String, _ isRightToLeft: Bool) {
    #expect(DisplayWidth.beginsRightToLeft(text) == isRightToLeft)
  }

  @Test(arguments: [12.0, 60, 200])
  func `lines are no wider than they may be, and hold every word`(_ width: Double) {
    let text = "A published list of claims, not a line of control; nobody endorses it here."
    let lines = TextMeasure.lines(text, size: 10, width: width)
    #expect(lines.joined(separator: " ") == text)
    for line in lines {
      #expect(TextMeasure.width(line, size: 10) <= width || !line.contains(" "))
    }
    #expect(TextMeasure.lines("", size: 10, width: width).isEmpty)
  }
}
