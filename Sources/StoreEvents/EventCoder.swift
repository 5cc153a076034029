import Model

/// Writes an event as bytes or reads it back exactly: one description serves both, so that the two
/// cannot differ.
///
/// Whoever reads hands in blank values and finds them filled.
protocol EventCoder {
  mutating func transfer(_ value: inout UInt64)
  mutating func transfer(_ value: inout [UInt8])
  /// Called by a reader for a value that nothing can have written.
  mutating func refuse()
  /// Whether a reader has met damaged bytes.
  var isDamaged: Bool { get }
}

extension EventCoder {
  mutating func transfer(_ value: inout Int) {
    var bits = UInt64(bitPattern: Int64(value))
    transfer(&bits)
    value = Int(Int64(bitPattern: bits))
  }

  mutating func transfer(_ value: inout Double) {
    var bits = value.bitPattern
    transfer(&bits)
    value = Double(bitPattern: bits)
  }

  mutating func transfer(_ value: inout Bool) {
    var bits: UInt64 = value ? 1 : 0
    transfer(&bits)
    value = bits != 0
  }

  mutating func transfer(_ value: inout String) {
    var bytes = Array(value.utf8)
    transfer(&bytes)
    value = String(decoding: bytes, as: UTF8.self)
  }

  mutating func transfer<Value: RawRepresentable<String>>(_ value: inout Value) {
    var name = value.rawValue
    transfer(&name)
    if let known = Value(rawValue: name) { value = known } else { refuse() }
  }

  mutating func optional<Value>(
    _ value: inout Value?, blank: Value, _ transfer: (inout Self, inout Value) -> Void
  ) {
    var isThere = value != nil
    self.transfer(&isThere)
    guard isThere else {
      value = nil
      return
    }
    var inner = value ?? blank
    transfer(&self, &inner)
    value = inner
  }

  mutating func list<Value>(
    _ values: inout [Value], blank: Value, _ transfer: (inout Self, inout Value) -> Void
  ) {
    var count = values.count
    self.transfer(&count)
    if count > values.count {
      // Grows as it is read: a damaged count allocates nothing.
      values.removeAll()
      for _ in 0..<count {
        var value = blank
        transfer(&self, &value)
        if isDamaged { return }
        values.append(value)
      }
    } else {
      for index in values.indices { transfer(&self, &values[index]) }
    }
  }

  mutating func transfer(_ value: inout String?) {
    optional(&value, blank: "") { $0.transfer(&$1) }
  }
  mutating func transfer(_ value: inout Int?) { optional(&value, blank: 0) { $0.transfer(&$1) } }
  mutating func transfer(_ value: inout Double?) { optional(&value, blank: 0) { $0.transfer(&$1) } }
  mutating func transfer(_ value: inout Bool?) {
    optional(&value, blank: false) { $0.transfer(&$1) }
  }
  mutating func transfer(_ values: inout [String]) { list(&values, blank: "") { $0.transfer(&$1) } }
  mutating func transfer(_ values: inout [Int]) { list(&values, blank: 0) { $0.transfer(&$1) } }

  mutating func transfer(_ value: inout CivilDate?) {
    optional(&value, blank: CivilDate(dayNumber: 0)) { coder, day in
      var number = day.dayNumber
      coder.transfer(&number)
      // Of the calendar's first to its last day: 0001-01-01 to 9999-12-31.
      if (-719_162...2_932_896).contains(number) {
        day = CivilDate(dayNumber: number)
      } else {
        coder.refuse()
      }
    }
  }

  mutating func transfer(_ value: inout SourceSpan) {
    transfer(&value.start)
    transfer(&value.end)
  }

  mutating func transfer(_ value: inout Range<Int>) {
    var (lower, upper) = (value.lowerBound, value.upperBound)
    transfer(&lower)
    transfer(&upper)
    if lower <= upper { value = lower..<upper } else { refuse() }
  }

  mutating func transfer(_ value: inout Position?) {
    guard let origin = try? Position(longitude: 0, latitude: 0) else { return }
    optional(&value, blank: origin) { coder, position in
      var coordinate = position.coordinate
      coder.transfer(&coordinate)
      if let read = try? Position(coordinate) { position = read } else { coder.refuse() }
    }
  }

  mutating func transfer(_ value: inout Coordinate) {
    transfer(&value.x)
    transfer(&value.y)
  }

  mutating func transfer(_ value: inout MultiPolygon?) {
    optional(&value, blank: MultiPolygon([])) { coder, area in
      coder.list(&area.polygons, blank: Polygon(rings: [])) { coder, polygon in
        coder.list(&polygon.rings, blank: []) { coder, ring in
          coder.list(&ring, blank: Coordinate(0, 0)) { $0.transfer(&$1) }
        }
      }
    }
  }
}

/// Writes numbers as variable-length integers, seven bits a byte, and texts with their length before.
struct EventEncoder: EventCoder {
  private(set) var bytes: [UInt8] = []
  let isDamaged = false

  mutating func transfer(_ value: inout UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func transfer(_ value: inout [UInt8]) {
    var count = UInt64(value.count)
    transfer(&count)
    bytes += value
  }

  mutating func refuse() {}
}

/// Reads what `EventEncoder` wrote; safe on any bytes.
struct EventDecoder: EventCoder {
  private let bytes: [UInt8]
  private var offset = 0
  private(set) var isDamaged = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether everything was read and nothing was damaged.
  var isWhole: Bool { !isDamaged && offset == bytes.count }

  mutating func transfer(_ value: inout UInt64) {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 70 {
      let byte = bytes[offset]
      offset += 1
      result |= shift < 64 ? UInt64(byte & 0x7F) << shift : 0
      if byte < 0x80 {
        value = result
        return
      }
      shift += 7
    }
    isDamaged = true
  }

  mutating func transfer(_ value: inout [UInt8]) {
    var count: UInt64 = 0
    transfer(&count)
    guard !isDamaged, count <= UInt64(bytes.count - offset) else {
      isDamaged = true
      return
    }
    value = Array(bytes[offset..<(offset + Int(count))])
    offset += Int(count)
  }

  mutating func refuse() { isDamaged = true }
}
