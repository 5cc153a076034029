/// The types of file that are read, told by the ending of the name.
enum DocumentFormat: Sendable, Hashable {
  case plainText, jsonLines, json, csv, html

  /// The endings, for messages.
  static let listed = ".txt, .md, .jsonl, .ndjson, .json, .csv, .html, .htm, and .gz of these"

  private static let endings: [String: DocumentFormat] = [
    "txt": .plainText, "md": .plainText, "jsonl": .jsonLines, "ndjson": .jsonLines, "json": .json,
    "csv": .csv, "html": .html, "htm": .html,
  ]

  /// Returns the format that a name states, and whether it says that the file is packed.
  static func of(path: String) -> (format: DocumentFormat?, isGzip: Bool) {
    var bytes = Array(path.utf8)
    if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) { bytes.removeFirst(slash + 1) }
    var ending = takeEnding(of: &bytes)
    let isGzip = ending == "gz"
    if isGzip { ending = takeEnding(of: &bytes) }
    return (ending.flatMap { endings[$0] }, isGzip)
  }

  /// Cuts `.ending` off a name and returns it in lower case.
  private static func takeEnding(of name: inout [UInt8]) -> String? {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self)
    name.removeSubrange(dot...)
    return ending.lowercased()
  }
}
