import Files
import TestSupport
import Testing

/// The built program with the project's own knowledge.
enum Marsad {
  static let gazetteer = ["MARSAD_GAZETTEER=" + Repository.gazetteer]
  /// The compiled index is kept beside the build: every command would make it anew.
  static let knowledge = gazetteer + ["MARSAD_CACHE=" + Repository.root + "/.build/test-cache"]

  /// Runs a command; the working directory is the project's.
  static func run(
    _ arguments: String..., input: String = "", in folder: String = Repository.root
  ) -> Program.Result {
    run(arguments, input: Array(input.utf8), in: folder)
  }

  static func run(
    _ arguments: [String], input: [UInt8] = [], in folder: String = Repository.root
  ) -> Program.Result {
    Program.marsad.run(arguments, input: input, environment: knowledge, in: folder)
  }

  /// The JSON value of each line of the output; a line that is none fails the test.
  static func values(_ result: Program.Result) throws -> [JSONValue] {
    try result.lines.map { try JSONReader.parse(Array($0.utf8)) }
  }

  /// A document as a line of JSON.
  static func line(_ id: String, _ text: String) -> String { #"{"id":"\#(id)","text":"\#(text)"}"# }

  /// A short report in which every stage finds something.
  static let report =
    "Two policemen were killed on Monday by a roadside bomb near Khanaqin, a source said."

  /// The shape of a diagnostic: `path:line:column: error: [code] message`, the position where known.
  static func isDiagnostic(_ line: String) -> Bool {
    line.contains(/^[^:]+(:[0-9]+(:[0-9]+)?)?: (error|warning|note): \[[A-Z][0-9]{3}\] .+$/)
  }
}
