import Geodesy
import Model

/// A bar of a round length, true on the ground along the middle of a map.
package struct ScaleBar: Sendable, Hashable {
  /// On the ground, metres along the geodesic between its ends.
  package var meters: Double
  package var pixels: Double

  /// Measures a bar in the middle of a window, a quarter of its width at most.
  ///
  /// The bar is centered there and both ends are taken back to degrees, so that the geodesic between
  /// them (WGS 84) is what a reader measures; elsewhere on the map the scale is a little different.
  /// - Returns: nil when the middle has no degrees.
  package init?(in frame: MapFrame) {
    let box = frame.box
    let center = Coordinate((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
    func ground(_ pixels: Double) -> Double? {
      guard let west = frame.degrees(Coordinate(center.x - pixels / 2, center.y)),
        let east = frame.degrees(Coordinate(center.x + pixels / 2, center.y)),
        let start = try? Position(west), let end = try? Position(east)
      else { return nil }
      return Geodesic.wgs84.inverse(from: start, to: end).distance
    }
    let most = (box.maxX - box.minX) / 4
    guard let longest = ground(most), longest > 0 else { return nil }
    var unit = 1.0
    while unit * 10 <= longest { unit *= 10 }
    while unit > longest { unit /= 10 }
    let meters = [5, 2, 1].lazy.map { $0 * unit }.first { $0 <= longest } ?? unit
    // The ground grows with the pixels: a few halvings of the error are enough.
    var pixels = most * meters / longest
    for _ in 0..<4 {
      guard let length = ground(pixels), length > 0 else { return nil }
      pixels *= meters / length
    }
    self.meters = meters
    self.pixels = pixels
  }

  /// A length on the ground as people write it.
  static func label(_ meters: Double) -> String {
    meters >= 1000
      ? DecimalDigits.text(meters / 1000, decimals: 1) + " km"
      : DecimalDigits.text(meters, decimals: 1) + " m"
  }
}
