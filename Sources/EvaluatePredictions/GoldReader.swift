import Files

/// Reads annotations: a file or a folder of them, in either of two forms (docs/evaluate.md).
///
/// Annotated documents (`.json`: one, or a list under `sentences`) have spans; development sets
/// (`.jsonl`: one a line) have words that must tell the event.
package enum GoldReader {
  /// Returns the documents in the order of the files, those of a folder in byte order of the names.
  /// - Parameter texts: The folder with the texts that are not in the annotations themselves.
  /// - Throws: `FileError`, or `EvaluationError` with the line of what is wrong.
  package static func read(_ path: String, texts: String? = nil) throws -> [GoldDocument] {
    var documents: [GoldDocument] = []
    for file in try files(path) {
      documents += file.hasSuffix(".jsonl") ? try lines(file) : try whole(file)
    }
    if documents.isEmpty {
      throw EvaluationError(
        .noGold, "there is no annotated document; .json and .jsonl files are read", path: path)
    }
    var places: [String: String] = [:]
    for index in documents.indices {
      let document = documents[index]
      if let other = places.updateValue(document.path, forKey: document.id) {
        throw EvaluationError(
          .sameID, "the document \(document.id) is annotated in \(other) too", path: document.path,
          line: document.line)
      }
      if document.text == nil, let texts, let name = document.textFile {
        let bytes = try FileBytes.read(texts + "/" + name)
        documents[index].text = String(decoding: bytes, as: UTF8.self)
      }
      try SpanCheck.check(documents[index])
    }
    return documents
  }

  private static func files(_ path: String) throws -> [String] {
    guard try FileStatus.find(path).kind == .folder else { return [path] }
    return try DirectoryListing(path, entersFolders: false).files.filter {
      ($0.hasSuffix(".json") || $0.hasSuffix(".jsonl")) && !isFloors($0)
    }
  }

  /// The floors of figures lie beside the sets that they are of.
  private static func isFloors(_ path: String) -> Bool {
    OutputFolder.lastName(of: path).hasPrefix("floors")
  }

  private static func whole(_ path: String) throws -> [GoldDocument] {
    let value = try parse(try FileBytes.read(path), path, nil)
    guard value.members != nil else {
      throw EvaluationError(
        .notGold, "\(value.kindName) is no annotation; an object is expected", path: path)
    }
    let elements = value["sentences"]?.elements ?? [value]
    return try elements.map { try AnnotatedForm.document(fields($0, path, nil)) }
  }

  private static func lines(_ path: String) throws -> [GoldDocument] {
    var reader = LineReader(try ByteStream(path: path))
    var documents: [GoldDocument] = []
    var isAnnotated = false
    while let line = try reader.next() {
      guard case .bytes(let bytes, let number) = line else {
        throw EvaluationError(.notGold, "the line is too long", path: path, line: line.number)
      }
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
      let fields = fields(try parse(bytes, path, number), path, number)
      isAnnotated =
        isAnnotated || (["mentions"] + DevelopmentForm.scored).contains(where: fields.has)
      // The form is known by the spans: they are what the other one has instead.
      let first =
        fields.value["events"]?.elements?.first ?? fields.value["mentions"]?.elements?.first
      let hasSpans = fields.has("mentions") || first?["trigger"]?.members != nil
      documents.append(
        try hasSpans ? AnnotatedForm.document(fields) : DevelopmentForm.document(fields))
    }
    if !isAnnotated, !documents.isEmpty {
      throw EvaluationError(
        .notGold, "no line has any of \(DevelopmentForm.scored.joined(separator: ", "))", path: path
      )
    }
    return documents
  }

  private static func fields(_ value: JSONValue, _ path: String, _ line: Int?) -> GoldFields {
    GoldFields(
      value: value, path: path, line: line,
      document: value["id"]?.string ?? value["file"]?.string ?? "a document")
  }

  private static func parse(
    _ bytes: [UInt8], _ path: String, _ line: Int?
  ) throws(EvaluationError) -> JSONValue {
    do {
      return try JSONReader.parse(bytes)
    } catch {
      throw EvaluationError(.notGold, error.message, path: path, line: line ?? error.line)
    }
  }
}

/// A span that does not slice to its own words makes every figure worthless.
enum SpanCheck {
  static func check(_ document: GoldDocument) throws(EvaluationError) {
    guard let text = document.text else { return }
    let scalars = Array(text.unicodeScalars)
    for mention in document.mentions ?? [] {
      try check(mention.span, mention.words, scalars, document)
    }
    for event in document.events ?? [] {
      for span in event.spans where span.end > scalars.count {
        throw beyond(span, document)
      }
    }
    for statement in document.statements {
      for span in statement.spans where span.end > scalars.count {
        throw beyond(span, document)
      }
    }
  }

  private static func check(
    _ span: ScalarSpan, _ words: String, _ scalars: [Unicode.Scalar], _ document: GoldDocument
  ) throws(EvaluationError) {
    if span.end > scalars.count { throw beyond(span, document) }
    if words.isEmpty || scalars[span.start..<span.end].elementsEqual(words.unicodeScalars) {
      return
    }
    throw EvaluationError(
      .badSpan,
      "\(document.id): the span \(span.start)-\(span.end) does not slice to its own words",
      path: document.path, line: document.line)
  }

  private static func beyond(_ span: ScalarSpan, _ document: GoldDocument) -> EvaluationError {
    EvaluationError(
      .badSpan, "\(document.id): the span \(span.start)-\(span.end) ends after the text",
      path: document.path, line: document.line)
  }
}
