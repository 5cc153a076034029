package import Model

/// What a run read, with which knowledge and settings, and what became of it (`run.json`).
///
/// Nothing in it depends on the clock, the machine or the folder, so that two runs compare.
package struct RunReport: Sendable {
  package struct Input: Sendable, Hashable {
    /// As given; of an absolute path the last part is written.
    package var name: String
    package var documents: Int
    package var rejected: Int
    /// A hash of its documents: ids, words, days and sources, in their order.
    package var contentHash: String?

    package init(name: String, documents: Int, rejected: Int, contentHash: String? = nil) {
      self.name = name
      self.documents = documents
      self.rejected = rejected
      self.contentHash = contentHash
    }
  }

  /// A file of corrections and what became of them.
  package struct Corrections: Sendable, Hashable {
    package var contentHash: String
    package var applied: Int
    /// Ids of corrections whose event this run does not have.
    package var unmatched: [String]

    package init(contentHash: String, applied: Int, unmatched: [String]) {
      self.contentHash = contentHash
      self.applied = applied
      self.unmatched = unmatched
    }
  }

  package struct Count: Sendable, Hashable {
    package var name: String
    package var count: Int

    package init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// A village that reports introduce as one and that the gazetteer lacks.
  package struct UnknownPlace: Sendable, Hashable {
    package var name: String
    /// The unit or place that holds it, by id, where the words say so.
    package var container: String?
    package var count: Int
    /// The ids of the first reports that name it.
    package var examples: [String]

    package init(name: String, container: String?, count: Int, examples: [String]) {
      self.name = name
      self.container = container
      self.count = count
      self.examples = examples
    }
  }

  package var programVersion: String
  package var gazetteerHash: String
  /// The files of knowledge with a hash of each, in the order of the folders and names; a file of an
  /// overlay begins with its number (`overlay-1/names.tsv`).
  package var knowledge: [(file: String, contentHash: String)] = []
  package var boundaryVersions: [String] = []
  package var geosVersion = ""
  package var projVersion = ""
  /// Every setting, defaults included, in a fixed order.
  package var settings: [Property] = []
  package var inputs: [Input] = []
  /// What coders said of events; nil when there is no such file.
  package var corrections: Corrections?
  package var counts: [Count] = []
  /// Documents that could not be read, and what else was found about inputs.
  package var rejected: [Diagnostic] = []
  /// Names with a settlement's type word that the gazetteer does not know, any order.
  package var unknownPlaces: [UnknownPlace] = []

  package init(programVersion: String, gazetteerHash: String) {
    self.programVersion = programVersion
    self.gazetteerHash = gazetteerHash
  }
}

/// Writes `run.json`, one member or list element a line.
package enum RunReportWriter {
  package static func bytes(_ report: RunReport) -> [UInt8] {
    var json = JSONBytes(capacity: 4096)
    json.beginObject()
    func member(_ key: String, _ write: (inout JSONBytes) -> Void) {
      json.lineBreak()
      json.key(named: key)
      write(&json)
    }
    member("program") { $0.string("marsad") }
    member("version") { $0.string(report.programVersion) }
    member("gazetteer_hash") { $0.string(report.gazetteerHash) }
    member("knowledge") { json in
      list(report.knowledge, &json) { json, file in
        json.beginObject()
        json.key("file")
        json.string(file.file)
        json.key("content_hash")
        json.string(file.contentHash)
        json.endObject()
      }
    }
    member("boundary_versions") { $0.strings(report.boundaryVersions) }
    member("geos_version") { $0.string(report.geosVersion) }
    member("proj_version") { $0.string(report.projVersion) }
    member("settings") { json in
      json.beginObject()
      for setting in report.settings {
        json.key(named: setting.name)
        setting.value.write(to: &json)
      }
      json.endObject()
    }
    member("inputs") { json in
      list(report.inputs, &json) { json, input in
        json.beginObject()
        json.key("name")
        json.string(OutputName.shown(input.name))
        json.key("documents")
        json.int(input.documents)
        json.key("rejected")
        json.int(input.rejected)
        json.key("content_hash")
        json.string(input.contentHash)
        json.endObject()
      }
    }
    if let corrections = report.corrections {
      member("corrections_hash") { $0.string(corrections.contentHash) }
      member("corrections_applied") { $0.int(corrections.applied) }
      member("corrections_unmatched") { $0.strings(corrections.unmatched) }
    }
    member("counts") { json in
      json.beginObject()
      for count in report.counts {
        json.key(named: count.name)
        json.int(count.count)
      }
      json.endObject()
    }
    member("rejected") { json in
      list(report.rejected, &json) { $0.diagnostic($1) }
    }
    member("unknown_places") { json in
      list(byFrequency(report.unknownPlaces), &json) { json, place in
        json.beginObject()
        json.key("name")
        json.string(place.name)
        json.key("container")
        json.string(place.container)
        json.key("count")
        json.int(place.count)
        json.key("examples")
        json.strings(place.examples)
        json.endObject()
      }
    }
    json.endLine()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  /// Most frequent first, equal ones by their bytes.
  private static func byFrequency(_ places: [RunReport.UnknownPlace]) -> [RunReport.UnknownPlace] {
    places.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      if left.name != right.name {
        return left.name.precedesInBytes(right.name)
      }
      return (left.container ?? "").precedesInBytes(right.container ?? "")
    }
  }

  private static func list<Element>(
    _ elements: [Element], _ json: inout JSONBytes, _ write: (inout JSONBytes, Element) -> Void
  ) {
    json.beginArray()
    for element in elements {
      json.lineBreak()
      write(&json, element)
    }
    if !elements.isEmpty { json.endLine() }
    json.endArray()
  }
}
