package import EmitLayers
import Geometry
import Model

/// Two codings side by side: which events both have, which only one, and in what they differ.
package struct EventComparison: Sendable {
  package let ours: [EventFeature]
  package let theirs: [EventFeature]
  package let matches: [EventMatch]
  package let onlyOurs: [Int]
  package let onlyTheirs: [Int]
  /// Events without a day or a place, which match nothing.
  package let incomparable: (ours: Int, theirs: Int)
  /// Of each match, whether both say the same in each field; nil where one of them does not say.
  private let verdicts: [[Bool?]]
  private let weights: CompareWeights

  /// Compares.
  ///
  /// - Parameters:
  ///   - families: The family of each sub-event type (`acled.tsv`).
  ///   - codes: The list `compatible`.
  package init(
    ours: [EventFeature], theirs: [EventFeature], families: [String: String], codes: CoderCodes,
    weights: CompareWeights
  ) throws {
    let reader = try ComparedEventReader(families: families, weights: weights)
    let left = try ours.map(reader.read)
    let right = try theirs.map(reader.read)
    let matches = EventMatcher(weights: weights, codes: codes).match(left, right)
    let usedOurs = Set(matches.map(\.ours))
    let usedTheirs = Set(matches.map(\.theirs))
    self.ours = ours
    self.theirs = theirs
    self.matches = matches
    verdicts = matches.map { match in
      ComparedField.allCases.map { $0.agrees(ours[match.ours], theirs[match.theirs]) }
    }
    self.weights = weights
    onlyOurs = ours.indices.filter { !usedOurs.contains($0) }
    onlyTheirs = theirs.indices.filter { !usedTheirs.contains($0) }
    incomparable = (
      ours: left.count { !$0.isComparable }, theirs: right.count { !$0.isComparable }
    )
  }

  /// Field by field.
  package var agreement: [FieldAgreement] {
    ComparedField.allCases.enumerated().map { place, field in
      var result = FieldAgreement(field: field)
      for verdict in verdicts {
        switch verdict[place] {
        case nil: result.unknown += 1
        case true?: result.agree += 1
        case false?: result.differ += 1
        }
      }
      return result
    }
  }

  /// The columns of the table.
  package static let columns =
    ["status", "ours", "theirs", "score", "days", "distance_km", "differences"]
    + ComparedField.allCases.flatMap { ["ours_\($0.rawValue)", "theirs_\($0.rawValue)"] }

  /// The rows of the table: matched, only ours, only theirs, each in the order of its layer.
  package var rows: [[String?]] {
    matches.enumerated().map { number, match in
      [
        "matched", ours[match.ours].id, theirs[match.theirs].id,
        "\(match.score / 1000).\(Self.padded(match.score % 1000))", String(match.days),
        Self.kilometers(match.distanceMeters),
        differences(number).map(\.rawValue).joined(separator: "; "),
      ] + fields(ours[match.ours], theirs[match.theirs])
    }
      + onlyOurs.map { index in
        ["only_ours", ours[index].id] + Array(repeating: nil, count: 5) + fields(ours[index], nil)
      }
      + onlyTheirs.map { index in
        ["only_theirs", nil, theirs[index].id] + Array(repeating: nil, count: 4)
          + fields(nil, theirs[index])
      }
  }

  /// The fields in which both events of a match say something, and not the same.
  package func differences(_ match: Int) -> [ComparedField] {
    zip(ComparedField.allCases, verdicts[match]).filter { $0.1 == false }.map(\.0)
  }

  private func fields(_ ours: EventFeature?, _ theirs: EventFeature?) -> [String?] {
    ComparedField.allCases.flatMap { field in
      [ours.flatMap(field.cell), theirs.flatMap(field.cell)]
    }
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Kilometers with three decimals.
  static func kilometers(_ meters: Double) -> String {
    let whole = Int(meters.rounded())
    return "\(whole / 1000).\(padded(whole % 1000))"
  }

  /// Lines for people: the counts and the agreement of each field.
  package var text: String {
    var table = TableWriter(
      columns: ["field", "agree", "differ", "unknown"], alignments: [.left, .right, .right, .right])
    for field in agreement {
      table.add([
        field.field.rawValue, String(field.agree), String(field.differ), String(field.unknown),
      ])
    }
    return
      "\(ours.count) events of ours, \(theirs.count) of theirs: \(matches.count) matched, "
      + "\(onlyOurs.count) only ours, \(onlyTheirs.count) only theirs\n"
      + String(decoding: table.bytes(), as: UTF8.self)
  }

  /// One JSON object with the counts, the agreement and the weights that were used.
  package var json: [UInt8] {
    var json = JSONBytes()
    json.beginObject()
    for (key, count) in [
      ("ours", ours.count), ("theirs", theirs.count), ("matched", matches.count),
      ("only_ours", onlyOurs.count), ("only_theirs", onlyTheirs.count),
      ("ours_without_day_or_place", incomparable.ours),
      ("theirs_without_day_or_place", incomparable.theirs),
    ] {
      json.key(named: key)
      json.int(count)
    }
    json.key("fields")
    json.beginObject()
    for field in agreement {
      json.key(named: field.field.rawValue)
      json.beginObject()
      for (key, count) in [
        ("agree", field.agree), ("differ", field.differ), ("unknown", field.unknown),
      ] {
        json.key(named: key)
        json.int(count)
      }
      json.endObject()
    }
    json.endObject()
    json.key("weights")
    json.beginObject()
    for (term, value) in weights.rows {
      json.key(named: term)
      json.int(value)
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
