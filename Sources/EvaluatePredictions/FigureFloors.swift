package import Files

/// Figures that must not fall below a floor.
///
/// The file is a JSON object: group (`all`, a language, or a file's name) → measure → floor. A
/// detection's figure is its F1; `mentions_recall` and `mentions_precision` name the others.
package struct FigureFloors: Sendable {
  private let floors: [(group: String, measure: String, floor: Double)]

  /// Reads a file of floors.
  /// - Throws: `EvaluationError` for names that do not exist: a floor that is not looked at is none.
  package init(_ value: JSONValue, path: String) throws(EvaluationError) {
    var floors: [(String, String, Double)] = []
    guard let groups = value.members else {
      throw EvaluationError(.badFloor, "an object of groups is expected", path: path)
    }
    for group in groups {
      guard let measures = group.value.members else {
        throw EvaluationError(.badFloor, "\(group.key): an object is expected", path: path)
      }
      for measure in measures {
        guard let floor = measure.value.double, (0...1).contains(floor),
          Self.figure(measure.key) != nil
        else {
          throw EvaluationError(
            .badFloor, "\(group.key): \(measure.key) is no measure or its floor is not 0 to 1",
            path: path)
        }
        floors.append((group.key, measure.key, floor))
      }
    }
    self.floors = floors
  }

  /// Returns a line for each figure that lies below its floor or does not exist; none when all hold.
  package func breaches(in report: EvaluationReport) -> [String] {
    floors.compactMap { group, name, floor in
      guard let (measure, figure) = Self.figure(name),
        let tally = report.group(group)?.tallies[measure], let value = figure(tally)
      else { return "\(group): \(name) has a floor of \(floor) and no figure" }
      return value < floor ? "\(group): \(name) \(FigureText.share(value)) < \(floor)" : nil
    }
  }

  private static func figure(_ name: String) -> (Measure, (Tally) -> Double?)? {
    if let measure = Measure(rawValue: name) {
      return (measure, { measure.isDetection ? $0.f1 : $0.recall })
    }
    for suffix in ["_recall", "_precision"] where name.hasSuffix(suffix) {
      if let measure = Measure(rawValue: String(name.dropLast(suffix.count))), measure.isDetection {
        return (measure, { suffix == "_recall" ? $0.recall : $0.precision })
      }
    }
    return nil
  }
}

/// Figures as text.
package enum FigureText {
  /// Returns a share with three decimals, rounded down: 0.9996 is not everything.
  package static func share(_ value: Double) -> String {
    let thousandths = Int((value * 1000 + 1e-9).rounded(.down))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
