import Geometry
import Model

/// The hash of all other properties of an event and of its geometry: it changes when anything shown
/// does.
struct RecordVersion {
  /// The property that has it.
  static let name = "record_version"
  private let event: Event
  private var hash = ContentHash()

  /// Begins the hash of an event.
  init(of event: Event) {
    self.event = event
  }

  /// Adds bytes of the properties as a JSON object, in which the version itself is null.
  mutating func add(_ bytes: Span<UInt8>) { hash.update(span: bytes) }

  /// The version, once all of the object was added.
  var digits: String {
    var hash = hash
    if let point = event.point { Self.add(point.coordinate, to: &hash) }
    for polygon in event.area?.polygons ?? [] {
      for ring in polygon.rings {
        hash.update(UInt64(ring.count))
        for coordinate in ring { Self.add(coordinate, to: &hash) }
      }
    }
    return hash.hexadecimal
  }

  /// Adds a position as it is shown, in whole units of the seventh decimal.
  private static func add(_ coordinate: Coordinate, to hash: inout ContentHash) {
    hash.update(UInt64(bitPattern: Int64((coordinate.x * 1e7).rounded())))
    hash.update(UInt64(bitPattern: Int64((coordinate.y * 1e7).rounded())))
  }
}

extension JSONBytes {
  /// Writes the properties of an event as the first members of the object that was just opened: the
  /// bytes of `EventProperties`, without making the values.
  mutating func properties(_ event: Event, quote: Quote?) {
    let start = bytes.count - 1
    addIdentity(event)
    key(property: RecordVersion.name)
    let version = bytes.count
    null()
    let rest = bytes.count
    addContent(event, quote: quote, provenance: Provenance(of: event))
    var hash = RecordVersion(of: event)
    hash.add(bytes.span.extracting(start...))
    hash.add([UInt8(ascii: "}")].span)
    replace(version..<rest, with: "\"\(hash.digits)\"")
  }
}
