import Files
import Geometry
import Model

/// The hash of all other properties of an event and of its geometry: it changes when anything shown
/// does.
struct RecordVersion {
  /// The property that has it.
  static let name = "record_version"
  private let event: Event
  private var hash = WordHash()

  /// Begins the hash of an event.
  init(of event: Event) {
    self.event = event
  }

  /// Adds the properties: a JSON object without its last brace, in which the version itself is null.
  mutating func add(_ bytes: Span<UInt8>) { hash.update(bytes) }

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
  private static func add(_ coordinate: Coordinate, to hash: inout WordHash) {
    hash.update(units(coordinate.x))
    hash.update(units(coordinate.y))
  }

  /// Degrees in units of the seventh decimal, rounded to the nearest without a call.
  private static func units(_ degrees: Double) -> UInt64 {
    let scaled = degrees * 1e7
    return UInt64(bitPattern: Int64(scaled + (scaled < 0 ? -0.5 : 0.5)))
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
    replace(version..<rest, with: "\"\(hash.digits)\"")
  }
}
