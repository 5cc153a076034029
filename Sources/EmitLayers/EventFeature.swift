package import Files
package import Model

/// An event as its layer has it: what tables and the coders' formats are made from, whether the
/// layer lies on disk or is just being made.
package struct EventFeature: Sendable {
  package var id: String
  /// Degrees; nil where the words support no point.
  package var point: Position?
  /// The uncertainty geometry.
  package var area: MultiPolygon?
  /// The properties in their order.
  package let members: [JSONMember]
  private let places: [String: Int]

  /// Makes an event of its properties.
  ///
  /// Linear in them.
  /// - Parameters:
  ///   - properties: A JSON object; of a name that is there twice the last counts.
  ///   - point: Degrees, longitude first.
  ///   - area: Degrees, longitude first.
  package init(properties: JSONValue, point: Position?, area: MultiPolygon?) {
    members = properties.members ?? []
    var places: [String: Int] = [:]
    for (index, member) in members.enumerated() { places[member.key] = index }
    self.places = places
    self.point = point
    self.area = area
    id = ""
    id = text("id") ?? ""
  }

  /// The value of a property, nil when there is none of that name.
  package subscript(name: String) -> JSONValue? { places[name].map { members[$0].value } }

  package func text(_ name: String) -> String? { self[name]?.string }

  package func integer(_ name: String) -> Int? { self[name]?.integer }

  package func double(_ name: String) -> Double? { self[name]?.double }

  package func boolean(_ name: String) -> Bool? { self[name]?.bool }

  /// The texts of a list, none when it is no list.
  package func texts(_ name: String) -> [String] {
    self[name]?.elements?.compactMap(\.string) ?? []
  }

  package func day(_ name: String) -> CivilDate? {
    text(name).flatMap { CivilDate(iso: Array($0.utf8)) }
  }

  package var precision: Precision { text("precision").flatMap(Precision.init) ?? .unknown }

  /// A property as the text of a cell: lists joined with `; `, objects as JSON, nil for null.
  package func cell(_ name: String) -> String? {
    guard let value = self[name] else { return nil }
    switch value {
    case .null: return nil
    case .string(let text): return text
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let number, let digits):
      return Int(digits).map(String.init) ?? DecimalDigits.text(number, decimals: 9)
    case .numbers(let numbers):
      return numbers.map { DecimalDigits.text($0, decimals: 9) }.joined(separator: "; ")
    case .array(let values):
      let texts = values.compactMap(\.string)
      if texts.count == values.count { return texts.joined(separator: "; ") }
    case .object: break
    }
    var json = JSONBytes()
    json.value(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}

extension EmittedEvent {
  /// The event as a reader of its layer sees it.
  package var feature: EventFeature {
    EventFeature(
      properties: (try? JSONReader.parse(properties)) ?? .null, point: point, area: area)
  }
}
