import Files

/// The bytes of a file of features, mapped where that can be.
enum LayerBytes: Sendable {
  /// What unpacked data or a pipe may hold: they are kept in memory.
  static let limit = 4 << 30

  case mapped(MemoryMap, name: String)
  case held([UInt8], name: String)

  /// A file up to this size is read at once, so that nobody can change it between two walks: 64 MiB.
  static let small = 64 << 20

  /// Opens a file; `-` is standard input.
  ///
  /// `mappedFrom`: the size in bytes from which a file is mapped.
  init(path: String, mappedFrom: Int = small) throws {
    if path == "-" {
      let name = "<stdin>"
      self = .held(
        try ByteStream(descriptor: 0, name: name).readAll(limit: Self.limit), name: name)
      return
    }
    let mustBeGzip = path.hasSuffix(".gz")
    let status = try FileStatus.find(path)
    if !mustBeGzip, status.kind != .stream, status.size >= mappedFrom {
      let map = try MemoryMap(path: path)
      let isGzip = map.withBytes { $0.count >= 2 && $0[0] == 0x1F && $0[1] == 0x8B }
      if !isGzip {
        self = .mapped(map, name: path)
        return
      }
    }
    self = .held(
      try ByteStream(path: path, mustBeGzip: mustBeGzip).readAll(limit: Self.limit), name: path)
  }

  /// What messages call it.
  var name: String {
    switch self {
    case .mapped(_, let name), .held(_, let name): name
    }
  }

  /// Lends the bytes for the time of the call.
  func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) throws -> Result {
    switch self {
    case .mapped(let map, _): try map.withBytes(body)
    case .held(let bytes, _): try body(bytes.span)
    }
  }
}

/// What a path says of a layer.
enum LayerName {
  private static let extensionsOfLines: Set<String> = [
    "geojsonl", "geojsons", "geojsonseq", "jsonl", "ndjson", "ndgeojson",
  ]

  /// The name of a file without folder and extension.
  static func of(_ path: String) -> String {
    if path == "-" { return "stdin" }
    let (name, _) = split(path)
    return name.isEmpty ? path : name
  }

  /// Whether nothing at all is a file of this kind: one of lines without a line.
  static func isOfLines(_ path: String) -> Bool {
    path == "-" || extensionsOfLines.contains(split(path).type.lowercased())
  }

  private static func split(_ path: String) -> (name: String, type: String) {
    var file = path.split(separator: "/").last.map(String.init) ?? ""
    if file.hasSuffix(".gz") { file.removeLast(3) }
    // A leading dot begins a name, not an extension.
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return (file, "") }
    return (String(file[..<dot]), String(file[file.index(after: dot)...]))
  }
}
