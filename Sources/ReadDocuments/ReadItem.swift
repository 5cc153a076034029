package import Model

/// Where documents come from.
package enum DocumentInput: Sendable, Hashable {
  /// A file or a folder.
  case path(String)
  /// JSON lines, packed with gzip or not.
  case standardInput

  /// Reads an argument of the command: `-` is standard input.
  package init(argument: String) { self = argument == "-" ? .standardInput : .path(argument) }
}

/// Where one document stood.
package struct ReadOrigin: Sendable, Hashable {
  /// The path as it was given, or `<stdin>`.
  package var path: String
  /// The line on which the document begins, for files of many documents.
  package var line: Int?

  package init(path: String, line: Int? = nil) {
    self.path = path
    self.line = line
  }
}

/// What reading gives, one at a time and in the order of the inputs.
package enum ReadItem: Sendable, Hashable {
  case document(Document, ReadOrigin)
  /// A document that cannot be read: its id when that was legible, and why.
  case failure(id: String?, Diagnostic)
  /// Something to tell that belongs to no document (files passed over, a file without documents).
  case notice(Diagnostic)
}

/// What documents lack is taken from here, and how strict and how patient reading is.
package struct ReadDefaults: Sendable, Hashable {
  /// The day of publication of documents that state none.
  package var published: CivilDate?
  /// The source of documents that state none.
  package var source: String?
  /// Whether the first document that cannot be read ends the run.
  package var strict: Bool
  /// The largest document, in bytes: a text file, a JSON line, a CSV row.
  package var documentLimit: Int

  package init(
    published: CivilDate? = nil, source: String? = nil, strict: Bool = false,
    documentLimit: Int = 64 << 20
  ) {
    self.published = published
    self.source = source
    self.strict = strict
    self.documentLimit = documentLimit
  }
}
