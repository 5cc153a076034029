package import Geometry
package import Model

/// The binary form of a geometry in a GeoPackage: a header, then well-known binary.
///
/// OGC 12-128r17, section 2.1.3: `GP`, version 0, a byte of flags, the id of the reference system,
/// and for everything but points an envelope. Written little endian.
package enum GeometryBlob {
  /// How many bytes of envelope stand behind each of the five indicators.
  private static let envelopeSizes = [0, 32, 48, 48, 64]
  private static let headerSize = 8

  /// What the header tells.
  struct Header {
    var isEmpty: Bool
    var srsID: Int
    var envelope: BoundingBox?
    /// Where the well-known binary begins.
    var offset: Int
  }

  /// Returns the blob of a shape, longitude or east first, full precision.
  ///
  /// Linear in the vertices.
  /// - Parameter reference: The code of the reference system; that of WGS 84 unless said otherwise.
  package static func encode(_ shape: Shape, reference: Int = 4326) -> [UInt8] {
    let isPoint = if case .point = shape { true } else { false }
    let box = isPoint ? nil : shape.bounds
    // Bit 0: little endian; bits 1 to 3: the envelope; bit 4: empty.
    let flags: UInt8 = 1 | (box == nil ? 0 : 1 << 1) | (shape.isEmpty ? 1 << 4 : 0)
    var bytes: [UInt8] = [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, flags]
    append(UInt64(reference), size: 4, to: &bytes)
    if let box {
      for edge in [box.minX, box.maxX, box.minY, box.maxY] {
        append(edge.bitPattern, size: 8, to: &bytes)
      }
    }
    WKB.append(shape, to: &bytes)
    return bytes
  }

  /// Reads a blob, also those of other programs: both byte orders, every envelope, heights dropped.
  ///
  /// Linear in the bytes, and safe on any.
  /// - Throws: `GeometryError` with codes G010 to G013.
  package static func decode(_ bytes: [UInt8]) throws(GeometryError) -> Shape {
    if let point = plainPoint(bytes) { return .point(point) }
    let header = try header(bytes)
    return try WKB.decode(bytes, from: header.offset)
  }

  /// Returns the box around a blob's geometry, nil when it is empty: from the envelope where there is
  /// one.
  package static func bounds(_ bytes: [UInt8]) throws(GeometryError) -> BoundingBox? {
    if let point = plainPoint(bytes) {
      return BoundingBox(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    }
    let header = try header(bytes)
    if header.isEmpty { return nil }
    if let envelope = header.envelope { return envelope }
    return try WKB.decode(bytes, from: header.offset).bounds
  }

  /// The point of a blob as nearly all are that hold one: little endian, no envelope, two coordinates.
  ///
  /// Nil for everything else, also for what is damaged.
  private static func plainPoint(_ bytes: [UInt8]) -> Coordinate? {
    guard bytes.count == 29 else { return nil }
    let bytes = bytes.span
    let isPlain =
      bytes[0] == UInt8(ascii: "G") && bytes[1] == UInt8(ascii: "P") && bytes[2] == 0
      && bytes[3] == 1 && bytes[8] == 1 && bytes[9] == 1 && bytes[10] == 0 && bytes[11] == 0
      && bytes[12] == 0
    guard isPlain else { return nil }
    func number(_ start: Int) -> Double {
      var value: UInt64 = 0
      for index in (0..<8).reversed() { value = value << 8 | UInt64(bytes[start + index]) }
      return Double(bitPattern: value)
    }
    let (x, y) = (number(13), number(21))
    return x.isFinite && y.isFinite ? Coordinate(x, y) : nil
  }

  static func header(_ bytes: [UInt8]) throws(GeometryError) -> Header {
    guard bytes.count >= headerSize else {
      throw refusal(.wkbTruncated, "\(bytes.count) bytes; the header alone has \(headerSize)")
    }
    guard bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P"), bytes[2] == 0 else {
      throw refusal(.wkbUnknownType, "no GeoPackage header of version 1")
    }
    let flags = bytes[3]
    guard flags & 0x20 == 0 else {
      throw refusal(.wkbUnknownType, "an extended geometry type; points, lines, polygons are read")
    }
    let code = Int(flags >> 1 & 7)
    guard code < envelopeSizes.count else {
      throw refusal(.wkbUnknownType, "envelope \(code); 0 to 4 are known")
    }
    let offset = headerSize + envelopeSizes[code]
    guard bytes.count >= offset else {
      throw refusal(.wkbTruncated, "\(bytes.count) bytes; the header alone has \(offset)")
    }
    let isLittle = flags & 1 == 1
    let srs = Int32(truncatingIfNeeded: number(bytes, at: 4, size: 4, isLittle))
    var envelope: BoundingBox?
    if code > 0 {
      let edges = (0..<4).map { index in
        Double(bitPattern: number(bytes, at: headerSize + index * 8, size: 8, isLittle))
      }
      // An empty geometry has NaN there.
      if edges.allSatisfy(\.isFinite) {
        envelope = BoundingBox(minX: edges[0], minY: edges[2], maxX: edges[1], maxY: edges[3])
      }
    }
    return Header(
      isEmpty: flags & 0x10 != 0, srsID: Int(srs), envelope: envelope, offset: offset)
  }

  private static func number(
    _ bytes: [UInt8], at start: Int, size: Int, _ isLittleEndian: Bool
  ) -> UInt64 {
    var value: UInt64 = 0
    for index in 0..<size {
      let shift = UInt64(isLittleEndian ? index : size - 1 - index) * 8
      value |= UInt64(bytes[start + index]) << shift
    }
    return value
  }

  private static func append(_ value: UInt64, size: Int, to bytes: inout [UInt8]) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (UInt64(index) * 8))) }
  }

  private static func refusal(_ code: GeometryError.Code, _ detail: String) -> GeometryError {
    GeometryError(code, operation: "GeoPackage geometry", detail: detail)
  }
}
