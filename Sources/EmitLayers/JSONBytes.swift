import Files
import Model

/// Writes JSON (RFC 8259) into a byte buffer: commas by itself, keys in the caller's order.
///
/// ```swift
/// var json = JSONBytes()
/// json.beginObject()
/// json.key("id")
/// json.string("ev-1")
/// json.endObject()
/// ```
///
/// About twenty times faster than an encoder, and the same bytes every time: numbers never depend on
/// a locale, members never on a hash.
package struct JSONBytes: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false
  /// The outlines of this and of other buffers: reports and their events share them.
  private let outlines: OutlineMemory?

  package init() { outlines = nil }

  /// Makes a buffer with room for that many bytes.
  /// - Parameter outlines: Where outlines are looked up that were written before.
  package init(capacity: Int, outlines: OutlineMemory? = nil) {
    bytes.reserveCapacity(capacity)
    self.outlines = outlines
  }

  package mutating func beginObject() { open(UInt8(ascii: "{")) }
  package mutating func endObject() { close(UInt8(ascii: "}")) }
  package mutating func beginArray() { open(UInt8(ascii: "[")) }
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Begins a member of an object whose name stands in the source and has nothing to escape.
  package mutating func key(_ name: StaticString) {
    JSONText.append(name: name, comma: needsComma, to: &bytes)
    needsComma = false
  }

  /// Begins a member of an object that is a property: its name has nothing to escape.
  package mutating func key(property name: String) {
    JSONText.append(name: name, comma: needsComma, to: &bytes)
    needsComma = false
  }

  /// Begins a member of an object whose name is a value.
  package mutating func key(named name: String) {
    JSONText.append(name, comma: needsComma, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Begins a member whose name was escaped once for all objects that have it (`JSONBytes.escaped`).
  mutating func key(escaped name: [UInt8]) {
    separate()
    bytes += name
    needsComma = false
  }

  /// A member's name as it stands in JSON, with its colon.
  static func escaped(_ name: String) -> [UInt8] {
    var json = JSONBytes()
    json.key(named: name)
    return json.bytes
  }

  package mutating func null() { literal("null") }
  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  package mutating func int(_ value: Int) {
    separate()
    DecimalDigits.append(value, to: &bytes)
    needsComma = true
  }

  package mutating func string(_ text: String) {
    JSONText.append(text, comma: needsComma, to: &bytes)
    needsComma = true
  }

  package mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  package mutating func int(_ value: Int?) {
    if let value { int(value) } else { null() }
  }

  /// A day as `YYYY-MM-DD`, or null.
  mutating func day(_ day: CivilDate?) {
    guard let day else { return null() }
    separate()
    bytes.append(addingCapacity: 12) { output in
      output.append(UInt8(ascii: "\""))
      day.forEachByte { output.append($0) }
      output.append(UInt8(ascii: "\""))
    }
    needsComma = true
  }

  package mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// The shortest digits that read back as the same number; null when it is not finite.
  package mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    bytes += (value + 0).description.utf8
    needsComma = true
  }

  /// A number with at most that many decimals and at least one, so that readers that guess types
  /// see a real number; null when it is not finite.
  package mutating func double(_ value: Double, decimals: Int) {
    separate()
    needsComma = true
    DecimalDigits.append(value, decimals: decimals, keepsOne: true, to: &bytes)
  }

  package mutating func double(_ value: Double?, decimals: Int) {
    if let value { double(value, decimals: decimals) } else { null() }
  }

  /// Degrees with at most 7 decimals (a centimetre), zeros at the end left out.
  package mutating func degrees(_ value: Double) {
    separate()
    needsComma = true
    DecimalDigits.append(value, decimals: 7, keepsOne: false, to: &bytes)
  }

  /// A value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
    needsComma = true
  }

  /// Writes an outline with `body`, or its bytes again when they are remembered.
  mutating func outline(_ polygons: MultiPolygon, _ body: (inout JSONBytes) -> Void) {
    guard let outlines else { return body(&self) }
    let key = OutlineKey(polygons)
    if let known = outlines.find(key) { return raw(known) }
    separate()
    needsComma = false
    let start = bytes.count
    body(&self)
    outlines.add(key, Array(bytes[start...]))
  }

  /// Replaces bytes that were written by a value that is JSON.
  mutating func replace(_ range: Range<Int>, with json: String) {
    bytes.replaceSubrange(range, with: json.utf8)
  }

  /// The members of an object that is JSON already, without its braces.
  package mutating func members(of object: [UInt8]) {
    guard object.count > 2 else { return }
    separate()
    bytes += object[1..<(object.count - 1)]
    needsComma = true
  }

  /// A line break between values, for files that people read too.
  ///
  /// The comma that the next value needs comes first.
  package mutating func lineBreak() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A member whose value is a list, an element a line.
  package mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONBytes, Element) -> Void
  ) {
    lineBreak()
    key(named: name)
    beginArray()
    for element in elements {
      lineBreak()
      write(&self, element)
    }
    endArray()
  }

  /// A line break at the end of a line or before a closing bracket.
  package mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func literal(_ word: StaticString) {
    separate()
    bytes.append(word)
    needsComma = true
  }
}
