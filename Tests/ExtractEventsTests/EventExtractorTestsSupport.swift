import Gazetteer
import Model
import NormalizeText
import RecognizePlaces
import ResolvePlaces
import Testing

@testable import ExtractEvents

/// The stages up to the events over the gazetteer of this repository, which is read once.
enum Extraction {
  static let gazetteer: Gazetteer = {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    do { return try GazetteerLoader.load(directory: root + "/gazetteer") } catch {
      fatalError("\(error)")
    }
  }()

  static func run(_ source: String, _ published: String) throws -> EventExtractor.Result {
    let document = Document(
      id: "d", text: source, published: CivilDate(iso: Array(published.utf8)))
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(document)
    let found = PlaceRecognizer(gazetteer: gazetteer).mentions(in: text)
    let resolver = try PlaceResolver(gazetteer: gazetteer)
    let mentions = try resolver.resolve(found, in: text, on: document.published)
    let areas = AreaUnion { areas in
      guard let area = try? resolver.union(areas), let radius = try? resolver.radiusKm(of: area)
      else { return nil }
      return (area, radius)
    }
    return EventExtractor(gazetteer: gazetteer).extract(
      from: text, mentions: mentions, document: document, areas: areas)
  }
}

/// A text and its events: `Sub-event type; field=value; …`, parted by ` || `; only the fields that
/// are written are compared, the number of events always.
struct EventCase: Sendable, CustomTestStringConvertible {
  var text: String
  var events: String
  var published: String

  init(_ text: String, _ events: String, published: String = "2021-03-11") {
    self.text = text
    self.events = events
    self.published = published
  }

  var testDescription: String { text }

  /// The events found, written with the fields of the expected ones.
  func found() throws -> String {
    let events = try Extraction.run(text, published).events
    let wanted = self.events.split(separator: " || ").map(String.init)
    return events.enumerated().map { index, event in
      let pattern = index < wanted.count ? wanted[index] : "type"
      return EventWriter(event: event).written(like: pattern)
    }.joined(separator: " || ")
  }
}

/// A text that tells no event; the trigger is a statement with one of the reasons (`a/b`).
struct StatementCase: Sendable, CustomTestStringConvertible {
  var text: String
  var trigger: String
  var reasons: String
  /// How many events the text tells all the same.
  var events: Int

  init(_ text: String, _ trigger: String, _ reasons: String, events: Int = 0) {
    self.text = text
    self.trigger = trigger
    self.reasons = reasons
    self.events = events
  }

  var testDescription: String { text }

  /// What is wrong, in words.
  func found() throws -> [String] {
    let result = try Extraction.run(text, "2021-03-11")
    var faults: [String] = []
    if result.events.count != events {
      faults.append("events: " + result.events.map(\.trigger).joined(separator: ", "))
    }
    let statements = result.statements.filter {
      $0.trigger.contains(trigger) || trigger.contains($0.trigger)
    }
    let allowed = reasons.split(separator: "/").map(String.init)
    if !statements.contains(where: { allowed.contains($0.reason) }) {
      let got = result.statements.map { $0.trigger + ": " + $0.reason }
      faults.append("no statement \(reasons); got " + got.joined(separator: ", "))
    }
    return faults
  }
}

/// Writes an event in the short form of the tables.
struct EventWriter {
  let event: Event

  func written(like pattern: String) -> String {
    let fields = pattern.split(separator: ";").map { $0.filter { $0 != " " } }
    var parts = [event.subEventType ?? event.ploverType ?? "?"]
    for field in fields.dropFirst() {
      let key = String(field.prefix { $0 != "=" })
      parts.append(key + "=" + value(of: key))
    }
    return parts.joined(separator: "; ")
  }

  private func value(of key: String) -> String {
    switch key {
    case "type": event.eventType ?? "-"
    case "actor1": event.actor1.code ?? "-"
    case "actor2": event.actor2.code ?? "-"
    case "attributed": event.actor1.attributed ?? "-"
    case "role1": event.actor1.role?.rawValue ?? "-"
    case "killed": count(event.harm.killed)
    case "injured": count(event.harm.injured)
    case "casualties": count(event.harm.casualties)
    case "pooled": String(event.harm.pooled)
    case "place": event.places.isEmpty ? "-" : event.places.map(\.id).joined(separator: ",")
    case "date": date
    case "basis": event.date.basis?.rawValue ?? "-"
    case "time": event.date.timeOfDay ?? "-"
    case "realis": event.realis.rawValue
    case "precision": event.precision.rawValue
    case "relation": event.relation ?? "-"
    case "point": event.point == nil ? "no" : "yes"
    case "area": event.area == nil ? "no" : "yes"
    case "targeting": String(event.civilianTargeting)
    case "plover": event.ploverType ?? "-"
    case "mode": event.ploverMode ?? "-"
    case "toll": String(event.isTollUpdate)
    case "trigger": event.trigger
    default:
      key.hasPrefix("flag.")
        ? String(event.flags.contains(String(key.dropFirst(5)))) : "unknown key"
    }
  }

  private func count(_ count: Harm.Count) -> String {
    switch (count.minimum, count.maximum) {
    case (nil, nil): "-"
    case (let minimum?, let maximum?):
      minimum == maximum ? "\(minimum)" : "\(minimum)-\(maximum)"
    case (let minimum?, nil): "\(minimum)+"
    case (nil, let maximum?): "0-\(maximum)"
    }
  }

  private var date: String {
    switch (event.date.start, event.date.end) {
    case (nil, nil): "-"
    case (let start?, let end?): start == end ? "\(start)" : "\(start)/\(end)"
    case (nil, let end?): "<=\(end)"
    case (let start?, nil): "\(start)/-"
    }
  }
}
