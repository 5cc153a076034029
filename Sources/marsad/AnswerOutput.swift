import EmitLayers
import Model

/// Writes answers as they come (JSON) or together at the end (table).
final class AnswerOutput {
  private let format: AnswerFormat
  private var answers: [LocateAnswer] = []

  init(format: AnswerFormat) {
    self.format = format
  }

  func write(_ answer: LocateAnswer) throws {
    switch format {
    case .json: try StandardOutput.write(answer.line())
    case .table: answers.append(answer)
    }
  }

  func flush() throws { try StandardOutput.flush() }

  /// Writes the table and what is buffered.
  func finish() throws {
    if format == .table {
      try StandardOutput.write(AnswerTable.bytes(answers))
    }
    try flush()
  }
}

/// Answers as a table for people.
enum AnswerTable {
  static func bytes(_ answers: [LocateAnswer]) -> [UInt8] {
    var table = TableWriter(columns: [
      "question", "status", "place", "type", "lon", "lat", "radius km", "admin1", "admin2",
      "territory",
    ])
    for answer in answers {
      table.add([
        answer.text, answer.status.rawValue, answer.place?.name ?? "", answer.place?.type ?? "",
        answer.point.map { degrees($0.longitude) } ?? "",
        answer.point.map { degrees($0.latitude) } ?? "",
        answer.radiusKm.map { "\(($0 * 10).rounded() / 10)" } ?? "",
        answer.tags.admin.admin1?.name ?? "", answer.tags.admin.admin2?.name ?? "",
        answer.tags.status.rawValue,
      ])
      for near in answer.near ?? [] {
        table.add([
          "", "near", near.place.name, near.place.type, degrees(near.place.longitude ?? 0),
          degrees(near.place.latitude ?? 0), "\((near.distanceMeters / 100).rounded() / 10)",
          near.place.admin.admin1?.name ?? "", near.place.admin.admin2?.name ?? "", "",
        ])
      }
    }
    return table.bytes()
  }

  /// Four decimals, 11 m: finer than any place here is known.
  private static func degrees(_ value: Double) -> String {
    "\((value * 10_000).rounded() / 10_000)"
  }
}
