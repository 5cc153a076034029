internal import Files
internal import Model

/// The first stage: files, folders and standard input become documents, one at a time.
///
/// ```swift
/// let reader = DocumentReader(defaults: ReadDefaults(source: "INA"))
/// try reader.read([.path("seeds"), .standardInput]) { item in
///   switch item { case .document(let document, let origin): …
/// ```
///
/// Memory is bounded by one document. A document that cannot be read is an item like the others,
/// and the run goes on (unless `strict`).
package struct DocumentReader: Sendable {
  /// What standard input is called in messages.
  package static let standardInputName = "<stdin>"

  package let defaults: ReadDefaults

  package init(defaults: ReadDefaults = ReadDefaults()) {
    self.defaults = defaults
  }

  /// Reads the inputs in their order and hands each item to `body` as soon as it is complete.
  ///
  /// `beforeWaiting` runs when the next line of a pipe has not arrived: the caller flushes its
  /// output there, and a client may talk line by line. Throws `ReadError` for a path that leads
  /// nowhere, before anything is read, and for the first bad document in strict mode; throws on
  /// whatever `body` or `beforeWaiting` throw.
  package func read(
    _ inputs: [DocumentInput], beforeWaiting: () throws -> Void = {},
    _ body: (ReadItem) throws -> Void
  ) throws {
    let kinds = try inputs.map(kind)
    func wait() throws { try Interruption.marking(beforeWaiting) }
    func deliver(_ item: ReadItem) throws {
      try Interruption.marking { try body(item) }
      if defaults.strict, case .failure(_, let diagnostic) = item {
        throw Interruption(cause: ReadError(.badData, diagnostic))
      }
    }
    do {
      for (input, kind) in zip(inputs, kinds) {
        switch input {
        case .standardInput:
          try readStandardInput(wait, deliver)
        case .path(let path) where kind == .folder:
          try readFolder(path, wait, deliver)
        case .path(let path):
          try readFile(path, isStream: kind == .stream, wait, deliver)
        }
      }
    } catch let interruption as Interruption {
      throw interruption.cause
    }
  }

  /// Looks at the inputs without reading them.
  ///
  /// Throws `ReadError` for a path that leads nowhere, so that a caller can make its output after.
  package func verify(_ inputs: [DocumentInput]) throws {
    for input in inputs { _ = try kind(of: input) }
  }

  /// Looks at an input without opening it; throws when there is nothing.
  private func kind(of input: DocumentInput) throws(ReadError) -> FileStatus.Kind {
    guard case .path(let path) = input else { return .stream }
    do throws(FileError) {
      return try FileStatus.find(path).kind
    } catch {
      throw ReadError(error.kind == .notFound ? .notFound : .inputOutput, Diagnostic(error))
    }
  }

  private func readStandardInput(
    _ wait: () throws -> Void, _ deliver: (ReadItem) throws -> Void
  ) throws {
    let name = DocumentReader.standardInputName
    let stream = ByteStream(descriptor: 0, name: name)
    try DocumentReader.reportingFileErrors(deliver) {
      _ = try JSONLinesReader(path: name, defaults: defaults).read(
        stream, beforeWaiting: wait, deliver)
    }
  }

  private func readFolder(
    _ path: String, _ wait: () throws -> Void, _ deliver: (ReadItem) throws -> Void
  ) throws {
    try DocumentReader.reportingFileErrors(deliver) {
      let listing = try DirectoryListing(path)
      var passedOver: [String] = []
      var count = 0
      for file in listing.files {
        if DocumentFormat.of(path: file).format == nil {
          passedOver.append(file)
        } else {
          count += 1
          try readFile(file, isStream: false, wait, deliver)
        }
      }
      for problem in listing.problems { try deliver(.failure(id: nil, Diagnostic(problem))) }
      if let first = passedOver.first {
        try deliver(
          .notice(
            Diagnostic(
              .note, .passedOver,
              "\(passedOver.count) files of other types were passed over, the first: \(first)",
              path: path)))
      }
      if count == 0 {
        try deliver(
          .failure(
            id: nil,
            Diagnostic(
              .error, .noDocuments,
              "the folder holds no documents; read are \(DocumentFormat.listed)", path: path)))
      }
    }
  }

  private func readFile(
    _ path: String, isStream: Bool, _ wait: () throws -> Void,
    _ deliver: (ReadItem) throws -> Void
  ) throws {
    let type = DocumentFormat.of(path: path)
    // A pipe (`<(curl …)`) has no name that says anything: it is read as standard input is.
    guard let format = type.format ?? (isStream ? .jsonLines : nil) else {
      let message = "files of this type are not read; read are \(DocumentFormat.listed)"
      try deliver(.failure(id: nil, Diagnostic(.error, .unknownType, message, path: path)))
      return
    }
    try DocumentReader.reportingFileErrors(deliver) {
      let stream = try ByteStream(path: path, mustBeGzip: type.isGzip)
      let count = try read(stream, as: format, path: path, wait, deliver)
      if count == 0 {
        let message = "the file holds no documents"
        try deliver(.notice(Diagnostic(.warning, .noDocuments, message, path: path)))
      }
    }
  }

  private func read(
    _ stream: ByteStream, as format: DocumentFormat, path: String, _ wait: () throws -> Void,
    _ deliver: (ReadItem) throws -> Void
  ) throws -> Int {
    switch format {
    case .plainText:
      let bytes = try stream.readAll(limit: defaults.documentLimit)
      try deliver(PlainTextReader.read(bytes, path: path, defaults: defaults))
      return 1
    case .html:
      let bytes = try stream.readAll(limit: min(defaults.documentLimit, HTMLReader.sizeLimit))
      try deliver(HTMLReader.read(bytes, path: path, defaults: defaults))
      return 1
    case .jsonLines:
      return try JSONLinesReader(path: path, defaults: defaults).read(
        stream, beforeWaiting: wait, deliver)
    case .json:
      var reader = JSONFileReader(stream, path: path, defaults: defaults)
      return try reader.read(deliver)
    case .csv:
      var reader = CSVDocumentReader(stream, path: path, defaults: defaults)
      return try reader.read(deliver)
    }
  }

  /// Runs a reader; what goes wrong with its file becomes an item, what the caller threw does not.
  private static func reportingFileErrors(
    _ deliver: (ReadItem) throws -> Void, _ reading: () throws -> Void
  ) throws {
    do {
      try reading()
    } catch let error as FileError {
      try deliver(.failure(id: nil, Diagnostic(error)))
    }
  }
}

/// Carries an error of the caller's through the readers, so that it is not taken for one of theirs.
private struct Interruption: Error {
  let cause: any Error

  static func marking(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw Interruption(cause: error)
    }
  }
}
