import Glibc

/// Where counts are high or low together: the statistic Gi* of Getis and Ord.
///
/// For each place the counts of all places within a band, itself included, are compared with what they would sum to if
/// the counts of the study area were dealt out at random. The form is that of Ord and Getis 1995 (equation 14),
/// with weights of 1 within the band and 0 outside:
///
///     Gi* = (Σj wij xj - x̄ Wi) / (s √((n Wi - Wi²) / (n - 1))),   Wi = Σj wij,   s² = Σj xj² / n - x̄²
///
/// It is read as a standard normal deviate.
package struct LocalStatistic: Sendable, Hashable {
  /// The statistic of each place; nil where it says nothing: all counts are the same, or the band holds all places.
  package let scores: [Double?]
  /// How likely a score at least so far from 0 is by chance, on both sides (normal approximation).
  package let pValues: [Double?]
  /// The least rate of false discoveries at which the place still stands out (Benjamini and Hochberg 1995), over all
  /// places that have a score.
  package let qValues: [Double?]

  /// Computes the statistic; linear in the neighbors.
  /// - Parameters:
  ///   - counts: Of every place of the study area, zeros included.
  ///   - neighbors: The places within the band of each, itself included, ascending.
  package init(counts: [Double], neighbors: [[Int]]) {
    let number = Double(counts.count)
    let sum = counts.reduce(0, +)
    let mean = sum / number
    let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / number
    let deviation = variance.squareRoot()
    scores = neighbors.map { list in
      let weight = Double(list.count)
      let spread = (number * weight - weight * weight) / (number - 1)
      guard deviation > 0, spread > 0 else { return nil }
      let local = list.reduce(0) { $0 + counts[$1] }
      return (local - mean * weight) / (deviation * spread.squareRoot())
    }
    pValues = scores.map { $0.map { erfc(abs($0) / 2.0.squareRoot()) } }
    qValues = Self.adjusted(pValues)
  }

  /// The adjusted values: of the k-th smallest of m, the least of p m / k over all from there on.
  static func adjusted(_ values: [Double?]) -> [Double?] {
    let order = values.indices.filter { values[$0] != nil }
      .sorted { (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1) }
    var adjusted = [Double?](repeating: nil, count: values.count)
    var least = 1.0
    for (rank, index) in order.enumerated().reversed() {
      least = min(least, (values[index] ?? 1) * Double(order.count) / Double(rank + 1))
      adjusted[index] = least
    }
    return adjusted
  }
}
