import Geometry
package import Model

/// All properties of an event, in the order of the table in `docs/fields.md`.
///
/// The one place where their names stand: every format takes names, order, types and values from
/// here. Null where a value is not known.
package struct EventProperties: Sendable, Hashable {
  package private(set) var properties: [Property] = []

  /// Names and types of all properties, for the columns of a table.
  package static let schema: [(name: String, kind: PropertyKind)] =
    EventProperties(Event()).properties.map { ($0.name, $0.kind) }

  /// Reads the properties off an event.
  /// - Parameters:
  ///   - event: The event, linked or of one report.
  ///   - quote: The words of its trigger sentence.
  ///   - provenance: What linking knows about its reports; nil for an event of one report.
  ///   - isPublic: Leaves the quote out.
  package init(
    _ event: Event, quote: Quote? = nil, provenance: Provenance? = nil, isPublic: Bool = false
  ) {
    properties.reserveCapacity(96)
    addIdentity(event)
    // Set at the end, when everything that it hashes is known.
    text(RecordVersion.name, nil)
    addContent(
      event, quote: isPublic ? nil : quote, provenance: provenance ?? Provenance(of: event))
    setRecordVersion(event)
  }

  /// The value of a property, nil when there is none of that name.
  ///
  /// Linear in the properties.
  package subscript(name: String) -> PropertyValue? {
    properties.first { $0.name == name }?.value
  }

  /// Leaves properties open that the event's maker did not state, such as our own confidence in what
  /// somebody else coded.
  package mutating func clear(_ names: Set<String>, of event: Event) {
    for index in properties.indices where names.contains(properties[index].name) {
      properties[index].value = .null
    }
    setRecordVersion(event)
  }

  /// The properties as a JSON object.
  package var json: [UInt8] {
    var json = JSONBytes(capacity: 4096)
    write(to: &json)
    return json.bytes
  }

  private func write(to json: inout JSONBytes) {
    json.beginObject()
    for property in properties {
      json.key(property: property.name)
      property.value.write(to: &json)
    }
    json.endObject()
  }

  private mutating func setRecordVersion(_ event: Event) {
    let place = properties.firstIndex { $0.name == RecordVersion.name }
    guard let index = place else { return }
    properties[index].value = .null
    var hash = RecordVersion(of: event)
    let object = json
    hash.add(object.span.extracting(..<(object.count - 1)))
    properties[index].value = .string(hash.digits)
  }
}

extension EventProperties: PropertySink {
  mutating func text(_ name: String, _ value: String?) {
    properties.append(.text(name, value))
  }

  mutating func texts(_ name: String, _ value: [String]) {
    properties.append(.texts(name, value))
  }

  mutating func integer(_ name: String, _ value: Int?) {
    properties.append(.integer(name, value))
  }

  mutating func real(_ name: String, _ value: Double?, decimals: Int) {
    properties.append(.real(name, value, decimals: decimals))
  }

  mutating func reals(_ name: String, _ value: [Double], decimals: Int) {
    properties.append(Property(name, .reals, .doubles(value, decimals: decimals)))
  }

  mutating func boolean(_ name: String, _ value: Bool?) {
    properties.append(Property(name, .boolean, value.map { .bool($0) } ?? .null))
  }

  mutating func date(_ name: String, _ value: CivilDate?) {
    properties.append(.date(name, value))
  }

  mutating func json(_ name: String, _ write: (inout JSONBytes) -> Void) {
    var json = JSONBytes()
    write(&json)
    properties.append(Property(name, .json, .json(json.bytes)))
  }
}
