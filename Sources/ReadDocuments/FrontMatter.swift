internal import Files
internal import Model

/// Reads the `key: value` lines between two `---` lines at the head of a text file.
///
/// A small part of YAML: one key a line, values to the end of the line, quotes optional, `#`
/// comments. No implicit types, so that `no` stays a word and `012` keeps its zero.
struct FrontMatter {
  private(set) var fields = DocumentFields()
  /// Where the text begins.
  private(set) var textStart: Int
  /// What makes the file unreadable, if anything.
  private(set) var failure: Diagnostic?

  /// A text that only begins like front matter would otherwise give a finding for each line.
  private static let lineLimit = 1000

  private let path: String
  private var seen: Set<String> = []
  private var isInsideUnknown = false

  /// Reads from `start`, past a byte order mark.
  init(_ bytes: Span<UInt8>, from start: Int, path: String) {
    self.path = path
    textStart = start
    let first = FrontMatter.line(bytes, start)
    guard FrontMatter.isFence(bytes, first.content) else { return }
    var next = first.next
    var number = 2
    while next < bytes.count, number <= FrontMatter.lineLimit {
      let line = FrontMatter.line(bytes, next)
      if FrontMatter.isFence(bytes, line.content) {
        textStart = line.next
        return
      }
      read(bytes, line.content, number)
      next = line.next
      number += 1
    }
    failure = Diagnostic(
      .error, .frontMatterNotClosed,
      "the front matter that begins here has no closing `---` line; close it, or begin the text "
        + "with something other than `---`",
      path: path, at: TextPosition())
  }

  /// A line without its end (LF or CR LF), and where the next one begins.
  private static func line(
    _ bytes: Span<UInt8>, _ start: Int
  ) -> (content: Range<Int>, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let next = min(end + 1, bytes.count)
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return (start..<end, next)
  }

  /// Three hyphens and nothing else but blanks.
  private static func isFence(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    let content = trim(bytes, line)
    return content.lowerBound == line.lowerBound && TextBytes.equal(bytes, content, "---")
  }

  private static func trim(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  private mutating func read(_ bytes: Span<UInt8>, _ line: Range<Int>, _ number: Int) {
    let content = FrontMatter.trim(bytes, line)
    guard let first = content.first, bytes[first] != UInt8(ascii: "#") else { return }
    let isIndented = first > line.lowerBound || bytes[first] == UInt8(ascii: "-")
    // The list or block below a key that is left out goes with it.
    if isIndented, isInsideUnknown { return }
    isInsideUnknown = false
    guard let colon = content.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > first,
      !isIndented
    else {
      note(.warning, .frontMatterLine, "expected `key: value`; the line was left out", number)
      return
    }
    let keyRange = FrontMatter.trim(bytes, first..<colon)
    let name = TextBytes.string(bytes, keyRange).lowercased()
    guard let key = DocumentFields.keys[name] else {
      isInsideUnknown = true
      note(
        .note, .unknownKey,
        "this key is not known and was left out; known are id, title, "
          + "published, source, url, lang", number)
      return
    }
    guard key.field != .text else {
      note(.warning, .frontMatterLine, "the text goes below the closing `---`", number)
      return
    }
    if !seen.insert(name).inserted {
      note(.warning, .repeatedKey, "\(name) is given twice; the last one counts", number)
    }
    let value = FrontMatter.trim(bytes, (colon + 1)..<content.upperBound)
    let column = TextPosition.columns(bytes, line.lowerBound..<value.lowerBound) + 1
    fields.set(
      key, FrontMatter.unquoted(bytes, value), at: TextPosition(line: number, column: column))
  }

  private mutating func note(
    _ severity: Diagnostic.Severity, _ code: ReadErrorCode, _ message: String, _ line: Int
  ) {
    fields.note(
      Diagnostic(severity, code, message, path: path, at: TextPosition(line: line, column: 1)))
  }

  /// Takes the quotes off a value that stands in a pair of them.
  ///
  /// Inside double quotes `\"` and `\\` are escapes, inside single ones a doubled quote is.
  private static func unquoted(_ bytes: Span<UInt8>, _ value: Range<Int>) -> String {
    guard value.count >= 2, let first = value.first, bytes[first] == bytes[value.upperBound - 1],
      bytes[first] == UInt8(ascii: "\"") || bytes[first] == UInt8(ascii: "'")
    else { return TextBytes.string(bytes, value) }
    let quote = bytes[first]
    let escape = quote == UInt8(ascii: "'") ? quote : UInt8(ascii: "\\")
    var result: [UInt8] = []
    var index = first + 1
    let end = value.upperBound - 1
    while index < end {
      if bytes[index] == escape, index + 1 < end,
        bytes[index + 1] == quote || bytes[index + 1] == escape
      {
        index += 1
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
