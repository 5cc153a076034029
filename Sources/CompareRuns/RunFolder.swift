package import Files
package import Model

/// An event as a folder of layers has it.
package struct RunEvent: Sendable {
  package let id: String
  /// Of the reports' events that it stands for, its own included.
  package let members: [String]
  package let reports: [String]
  package let point: Position?
  /// In the order of the layer.
  package let properties: [JSONMember]

  package func value(_ name: String) -> JSONValue? {
    properties.first { $0.key == name }?.value
  }
}

/// What the evidence says of the reports behind an event.
struct RunEvidence: Sendable {
  /// The hash of each report's document, by document id.
  var documents: [String: String] = [:]
  /// What each correction that applies says, by field.
  var corrections: [String: JSONValue] = [:]
}

/// A folder that `marsad map` wrote, as far as runs are compared.
package struct RunFolder: Sendable {
  package let path: String
  /// The events of `events.geojson`, then those of `background.geojson`.
  package let events: [RunEvent]
  /// `run.json`.
  package let run: JSONValue
  let evidence: [String: RunEvidence]
  /// Every document that the folder tells of.
  let documents: Set<String>
  /// Whether there is an `evidence.jsonl`: a run for publication has none.
  package let hasEvidence: Bool

  /// Reads a folder; memory grows with its events.
  /// - Throws: `FileError` for what is not there, `RunFolderError` for what `map` does not write.
  package init(_ path: String) throws {
    self.path = path
    _ = try FileStatus.find(path)
    guard FileStatus.of(path + "/run.json") != nil else {
      throw RunFolderError(
        .noRun, "there is no run.json; is it a folder that `marsad map` wrote to its end?",
        path: path)
    }
    run = try Self.parse(path + "/run.json")
    guard run["program"] != nil, run["gazetteer_hash"] != nil else {
      throw RunFolderError(.noRun, "it is not of `marsad map`", path: path + "/run.json")
    }
    var events: [RunEvent] = []
    for layer in ["events", "background"] {
      events += try Self.layer("\(path)/\(layer).geojson")
    }
    self.events = events
    var evidence: [String: RunEvidence] = [:]
    var documents = Set(events.flatMap(\.reports))
    hasEvidence = FileStatus.of(path + "/evidence.jsonl") != nil
    try Self.lines(path + "/evidence.jsonl") { value in
      guard let id = value["id"]?.string else { return }
      var found = RunEvidence()
      for member in value["members"]?.elements ?? [] {
        guard let document = member["document"]?.string else { continue }
        documents.insert(document)
        found.documents[document] = member["content_hash"]?.string ?? ""
      }
      for correction in value["corrections"]?.elements ?? [] {
        for field in correction["set"]?.members ?? [] {
          found.corrections[field.key] = field.value
        }
        if let verb = correction["verb"], verb.string != nil {
          found.corrections["review_status"] = verb
        }
      }
      evidence[id] = found
    }
    try Self.lines(path + "/statements.jsonl") { value in
      if let document = value["document"]?.string { documents.insert(document) }
    }
    self.evidence = evidence
    self.documents = documents
  }

  private static func layer(_ path: String) throws -> [RunEvent] {
    guard let features = try parse(path)["features"]?.elements else {
      throw RunFolderError(.notLayers, "it is no collection of features", path: path)
    }
    return try features.map { feature in
      guard let properties = feature["properties"]?.members,
        let id = properties.first(where: { $0.key == "id" })?.value.string
      else { throw RunFolderError(.notLayers, "a feature has no property id", path: path) }
      let values = feature["properties"]
      let coordinates = feature["geometry"]?["coordinates"]?.numbers
      let point =
        coordinates?.count == 2
        ? try? Position(longitude: coordinates?[0] ?? 0, latitude: coordinates?[1] ?? 0) : nil
      return RunEvent(
        id: id, members: texts(values?["member_ids"]) ?? [id],
        reports: texts(values?["report_ids"]) ?? [], point: point, properties: properties)
    }
  }

  private static func texts(_ value: JSONValue?) -> [String]? {
    value?.elements?.compactMap(\.string)
  }

  private static func parse(_ path: String) throws -> JSONValue {
    let bytes = try FileBytes.read(path)
    do throws(JSONError) {
      return try JSONReader.parse(bytes)
    } catch {
      throw RunFolderError(.notLayers, error.message, path: path, line: error.line)
    }
  }

  /// Hands on each line of a file; none when the file is not there.
  private static func lines(_ path: String, _ body: (JSONValue) -> Void) throws {
    guard FileStatus.of(path) != nil else { return }
    var reader = LineReader(try ByteStream(path: path))
    while let line = try reader.next() {
      guard case .bytes(let bytes, let number) = line else {
        throw RunFolderError(.notLayers, "a line is too long", path: path, line: line.number)
      }
      do throws(JSONError) {
        body(try JSONReader.parse(bytes))
      } catch {
        throw RunFolderError(.notLayers, error.message, path: path, line: number)
      }
    }
  }
}
