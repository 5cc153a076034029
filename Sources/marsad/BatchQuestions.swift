import EmitLayers
import Files
import Model
import Pipeline

/// Answers questions that arrive as JSON lines on standard input, one answer a line, in order.
struct BatchQuestions {
  let locator: Locator
  /// The area of questions that name none.
  let area: Int?

  func run(
    report: (Diagnostic) -> Void, write: (LocateAnswer) throws -> Void, flush: () throws -> Void
  ) throws {
    let stream = ByteStream(descriptor: 0, name: "<stdin>")
    var lines = LineReader(stream)
    var areas: [String: Int] = [:]
    while let line = try lines.next(beforeWaiting: flush) {
      switch line {
      case .tooLong(let number, let length):
        report(
          Diagnostic(
            .error, "L001", "the line has \(length) bytes; a question is shorter", path: "<stdin>",
            line: number))
        try write(unanswered(.null))
      case .bytes(let bytes, let number):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
        try answer(bytes, number, &areas, report, write)
      }
    }
  }

  private func answer(
    _ bytes: [UInt8], _ number: Int, _ areas: inout [String: Int],
    _ report: (Diagnostic) -> Void, _ write: (LocateAnswer) throws -> Void
  ) throws {
    let question: JSONValue
    do {
      question = try JSONReader.parse(bytes)
    } catch {
      report(
        Diagnostic(
          .error, "L002", error.message, path: "<stdin>", line: number, column: error.column))
      try write(unanswered(.null))
      return
    }
    guard let text = question["text"]?.string else {
      report(
        Diagnostic(
          .error, "L003", "the question has no text; {\"id\":…,\"text\":…} is expected",
          path: "<stdin>", line: number))
      try write(unanswered(id(question)))
      return
    }
    var inside = area
    if let name = question["in"]?.string {
      if areas[name] == nil { areas[name] = locator.area(named: name) ?? -1 }
      guard let found = areas[name], found >= 0 else {
        report(
          Diagnostic(
            .warning, "L004", "\"in\" names no unit or place that is known", path: "<stdin>",
            line: number))
        var unresolved = LocateAnswer(id: id(question), text: text)
        unresolved.flags = ["unknown_area"]
        try write(unresolved)
        return
      }
      inside = found
    }
    var found: LocateAnswer
    do {
      found = try locator.locate(text, id: id(question), within: inside)
    } catch {
      // One question that cannot be computed is no reason to leave the others unanswered.
      let message = "the question cannot be answered: \(error)"
      report(Diagnostic(.error, "L005", message, path: "<stdin>", line: number))
      found = LocateAnswer(id: id(question), text: text)
      found.error = ("L005", message)
    }
    try write(found)
  }

  /// The answer to a line that is no question: a client counts on one line for each.
  private func unanswered(_ id: PropertyValue) -> LocateAnswer {
    var answer = LocateAnswer(id: id, text: "")
    answer.flags = ["invalid_question"]
    return answer
  }

  private func id(_ question: JSONValue) -> PropertyValue {
    switch question["id"] {
    case .string(let text): .string(text)
    case .number(let value, let raw): Int(raw).map { .int($0) } ?? .double(value, decimals: 7)
    default: .null
    }
  }
}
