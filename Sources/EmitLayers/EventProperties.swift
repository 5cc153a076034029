import Geometry
package import Model

/// All properties of an event, in the order of the table in `docs/fields.md`.
///
/// The one place where their names stand: every format takes names, order, types and values from
/// here. Null where a value is not known.
package struct EventProperties: Sendable, Hashable {
  package private(set) var properties: [Property] = [] {
    didSet { members = [] }
  }
  /// The properties as members of an object, empty until the record version is known: hashing them
  /// and writing them are one work.
  private var members: [UInt8] = []

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
    let provenance = provenance ?? Provenance(of: event)
    properties.reserveCapacity(96)
    addIdentity(event)
    addWhat(event)
    addWhen(event.date)
    addWho(event)
    addHarm(event.harm)
    addWhere(event)
    addDisputed(event.tags)
    addTrust(event)
    addSource(event, isPublic ? nil : quote, provenance)
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

  /// Appends the properties as members of the object that is open.
  package func writeMembers(to json: inout JSONBytes) {
    if !members.isEmpty { return json.raw(members) }
    for property in properties {
      json.key(named: property.name)
      property.value.write(to: &json)
    }
  }

  /// The properties as a JSON object.
  package var json: [UInt8] {
    var json = JSONBytes(capacity: 4096)
    json.beginObject()
    writeMembers(to: &json)
    json.endObject()
    return json.bytes
  }

  mutating func properties(_ more: [Property]) { properties += more }

  mutating func text(_ name: String, _ value: String?) {
    properties.append(Property(name, .text, value.map { .string($0) } ?? .null))
  }

  mutating func texts(_ name: String, _ value: [String]) {
    properties.append(Property(name, .texts, .strings(value)))
  }

  mutating func integer(_ name: String, _ value: Int?) {
    properties.append(Property(name, .integer, value.map { .int($0) } ?? .null))
  }

  mutating func real(_ name: String, _ value: Double?, decimals: Int) {
    properties.append(
      Property(name, .real, value.map { .double($0, decimals: decimals) } ?? .null))
  }

  /// A number that is kept in thousandths.
  mutating func thousandths(_ name: String, _ value: Int?) {
    real(name, value.map { Double($0) / 1000 }, decimals: 3)
  }

  mutating func boolean(_ name: String, _ value: Bool?) {
    properties.append(Property(name, .boolean, value.map { .bool($0) } ?? .null))
  }

  mutating func date(_ name: String, _ value: CivilDate?) {
    properties.append(Property(name, .date, value.map { .string($0.description) } ?? .null))
  }

  mutating func json(_ name: String, _ value: [UInt8]) {
    properties.append(Property(name, .json, .json(value)))
  }

  mutating func reals(_ name: String, _ value: [Double], decimals: Int) {
    properties.append(Property(name, .reals, .doubles(value, decimals: decimals)))
  }

  /// Adds a position as it is shown, in whole units of the seventh decimal.
  private static func add(_ coordinate: Coordinate, to hash: inout ContentHash) {
    hash.update(UInt64(bitPattern: Int64((coordinate.x * 1e7).rounded())))
    hash.update(UInt64(bitPattern: Int64((coordinate.y * 1e7).rounded())))
  }

  /// The hash of all other properties and the geometry: it changes when anything shown does.
  private mutating func setRecordVersion(_ event: Event) {
    var json = JSONBytes(capacity: 8192)
    json.beginObject()
    var version = (index: 0, bytes: 0..<0)
    for index in properties.indices {
      json.key(named: properties[index].name)
      let start = json.bytes.count
      properties[index].value.write(to: &json)
      if properties[index].name == "record_version" {
        version = (index, start..<json.bytes.count)
      }
    }
    json.endObject()
    var hash = ContentHash()
    hash.update(bytes: json.bytes)
    if let point = event.point { Self.add(point.coordinate, to: &hash) }
    for ring in event.area?.polygons.lazy.flatMap(\.rings) ?? [] {
      hash.update(UInt64(ring.count))
      for coordinate in ring { Self.add(coordinate, to: &hash) }
    }
    let value = hash.hexadecimal
    properties[version.index].value = .string(value)
    var members = json.bytes
    members.removeLast()
    members.replaceSubrange(version.bytes, with: "\"\(value)\"".utf8)
    members.removeFirst()
    self.members = members
  }
}
