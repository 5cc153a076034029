internal import Files
internal import Model

/// Reads a `.txt` or `.md` file: front matter, then the text as it stands.
enum PlainTextReader {
  /// Returns the one document of the file, or why there is none.
  ///
  /// A byte that is not UTF-8 refuses the whole file: every offset after it would be a guess.
  static func read(_ file: [UInt8], path: String, defaults: ReadDefaults) -> ReadItem {
    let bytes = file.span
    if let failure = UTF8Failure.find(bytes, path: path) { return .failure(id: nil, failure) }
    let start = UTF8Check.byteOrderMarkLength(bytes)
    let head = FrontMatter(bytes, from: start, path: path)
    if let failure = head.failure { return .failure(id: head.fields[.id], failure) }
    let text = TextBytes.string(bytes, head.textStart..<bytes.count)
    guard let key = DocumentFields.keys["text"] else { preconditionFailure("no key for the text") }
    var fields = head.fields
    fields.set(key, text, at: nil)
    return fields.item(origin: ReadOrigin(path: path), at: nil, defaults: defaults)
  }
}
