import Files
import Model

/// Writes a map of events as one HTML file that needs nothing beside it: no network, no server.
///
/// All that comes from the events stands in a block of JSON, with `<` escaped, which the page's script
/// reads and shows as text. A file appears whole or not at all. The same events give the same bytes.
///
/// ```swift
/// let map = try HTMLMap(.file("map.html"), title: "Events", version: "1.0", ground: ground)
/// for event in events { try map.add(PageEvent(event)) }
/// try map.commit()
/// ```
///
/// Not Sendable: one writer at a time. Keeps each distinct area once, and nothing else of the events.
package final class HTMLMap {
  /// The title of a map that nobody gave one.
  package static let defaultTitle = "Events in news reports"

  /// Where a page goes.
  package enum Output {
    /// The path of a file, as `AtomicFile` takes it.
    case file(String)
    /// What takes the bytes piece by piece.
    case stream(([UInt8]) throws -> Void)
  }

  private let file: AtomicFile?
  private let put: ([UInt8]) throws -> Void
  /// How many events were added.
  package private(set) var count = 0
  private var numbers: [MultiPolygon: Int] = [:]
  private var areas: [[UInt8]] = []

  /// Begins the page.
  /// - Parameters:
  ///   - output: Where it goes.
  ///   - title: Shown above the map.
  ///   - version: Of the program.
  ///   - ground: What is drawn below the events.
  package init(_ output: Output, title: String, version: String, ground: MapGround) throws {
    switch output {
    case .file(let path):
      let file = try AtomicFile(path: path)
      self.file = file
      put = { try file.write($0) }
    case .stream(let body):
      file = nil
      put = body
    }
    try put(HTMLPage.shared.head)
    var json = JSONBytes(capacity: 256 << 10)
    json.beginObject()
    json.lineBreak()
    json.key("title")
    json.string(title)
    json.lineBreak()
    json.key("version")
    json.string(version)
    json.lineBreak()
    json.key("columns")
    json.strings(PageEvent.columns)
    Self.writePalette(to: &json)
    ground.write(to: &json)
    json.lineBreak()
    json.key("events")
    json.beginArray()
    try write(json.bytes)
  }

  /// Appends the types of events and their colors, as every picture has them; the last catches all others.
  private static func writePalette(to json: inout JSONBytes) {
    json.list("palette", LayerStyle.named("events")?.categories ?? []) { json, category in
      json.beginObject()
      json.key("value")
      json.string(category.value)
      json.key("label")
      json.string(category.label)
      json.key("color")
      json.string(category.color.hexadecimal)
      json.endObject()
    }
  }

  /// Adds an event, in the order in which they are to be drawn and listed.
  package func add(_ event: PageEvent) throws {
    var json = JSONBytes(capacity: event.cells.count + 64)
    json.endLine()
    json.beginArray()
    json.raw(event.cells)
    json.beginArray()
    if let point = event.point?.coordinate {
      json.degrees(point.x)
      json.degrees(point.y)
    }
    json.endArray()
    json.int(number(of: event.area))
    json.endArray()
    try write(count == 0 ? json.bytes : [UInt8(ascii: ",")] + json.bytes)
    count += 1
  }

  /// Ends the page and puts the file in its place.
  package func commit() throws {
    try write(Array("\n],\n\"areas\":[".utf8))
    for (index, area) in areas.enumerated() {
      try write(Array((index == 0 ? "\n" : ",\n").utf8) + area)
    }
    try write(Array("\n]}\n".utf8))
    try put(HTMLPage.shared.foot)
    try file?.commit()
  }

  /// The number of an area, -1 for none: events of one place share theirs.
  private func number(of area: MultiPolygon?) -> Int {
    guard let area, !area.isEmpty else { return -1 }
    if let known = numbers[area] { return known }
    var json = JSONBytes()
    let number = PageShape.append(area, to: &json) ? areas.count : -1
    if number >= 0 { areas.append(json.bytes) }
    numbers[area] = number
    return number
  }

  /// Writes a part of the data so that no text in it can end its block, whatever it says.
  private func write(_ json: [UInt8]) throws {
    guard json.contains(UInt8(ascii: "<")) else { return try put(json) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count + 64)
    for byte in json {
      // In JSON this character stands in texts only.
      if byte == UInt8(ascii: "<") { bytes += "\\u003c".utf8 } else { bytes.append(byte) }
    }
    try put(bytes)
  }
}

extension MapGround {
  /// Appends the ground as members of the object that is open.
  fileprivate func write(to json: inout JSONBytes) {
    json.list("outlines", outlines) { PageShape.append($1, to: &$0) }
    json.list("neighbors", neighbors) { PageShape.append($1, to: &$0) }
    json.list("borders", borders) { json, border in
      json.beginObject()
      json.key("name")
      json.string(border.name)
      json.key("label")
      json.position(border.label)
      json.key("shape")
      PageShape.append(border.lines, to: &json)
      json.endObject()
    }
    json.list("towns", towns) { json, town in
      json.beginArray()
      json.string(town.name)
      json.degrees(town.position.longitude)
      json.degrees(town.position.latitude)
      json.int(town.rank)
      json.endArray()
    }
    json.list("territories", territories) { json, territory in
      json.beginObject()
      for (name, value) in [
        ("id", territory.id), ("kind", territory.kind), ("version", territory.version),
        ("name", territory.name), ("name_ar", territory.nameArabic),
        ("name_ckb", territory.nameSorani), ("basis", territory.basis),
        ("claimed_by", territory.claimedBy), ("source", territory.source),
      ] {
        json.key(named: name)
        json.string(value)
      }
      json.key("shape")
      PageShape.append(territory.polygons, to: &json)
      json.endObject()
    }
    json.lineBreak()
    json.key("disclaimer")
    json.string(territories.lazy.compactMap(\.disclaimer).first)
    json.lineBreak()
    json.key("sources")
    json.strings(citedSources)
  }
}
