import Glibc
package import Testing

/// Compares a whole output with a file under `Tests/Goldens`.
///
/// `RECORD_GOLDENS=1` rewrites the file and fails the test with "recorded", so that no run that
/// records can pass for one that compares. A missing golden is a failure, never silently written.
package enum Golden {
  /// Checks an output against the golden of a name (`parse/kirkuk.jsonl`).
  package static func check(
    _ actual: String, _ name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = folder(of: file) + "/Goldens/" + name
    if getenv("RECORD_GOLDENS") != nil {
      write(actual, path)
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
      return
    }
    guard let bytes = TemporaryDirectory.read(path) else {
      Issue.record(
        "there is no golden \(path); RECORD_GOLDENS=1 writes it", sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: bytes, as: UTF8.self)
    if Array(expected.utf8) == Array(actual.utf8) { return }
    let difference = difference(expected, actual)
    Attachment.record(difference, named: name.split(separator: "/").joined(separator: "-"))
    Issue.record("differs from \(path)\n\(difference)", sourceLocation: sourceLocation)
  }

  /// The `Tests` folder above a test's source.
  private static func folder(of file: String) -> String {
    var parts = file.split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.last, last != "Tests" { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  private static func write(_ text: String, _ path: String) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o777)
    }
    guard let file = fopen(path, "w") else { fatalError("\(path): error \(errno)") }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The lines that differ between the equal head and the equal tail of two texts.
  package static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let head = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
      .prefix { $0 == $1 }.count
    let removed = old[head..<(old.count - tail)]
    let added = new[head..<(new.count - tail)]
    let limit = 40
    return
      (["@@ line \(head + 1) @@"] + removed.prefix(limit).map { "-\($0)" }
      + added.prefix(limit).map { "+\($0)" }
      + (max(removed.count, added.count) > limit ? ["…"] : []))
      .joined(separator: "\n")
  }
}
