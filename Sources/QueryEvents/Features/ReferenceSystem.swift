import Files

/// The `crs` member of GeoJSON before RFC 7946: accepted when it names what GeoJSON means anyway.
enum ReferenceSystem {
  /// Passes the value of a `crs` at the cursor.
  ///
  /// Throws when it is another system than WGS 84 in degrees.
  static func check(
    _ cursor: inout JSONCursor, _ bytes: Span<UInt8>
  ) throws(GeoJSONFault) {
    let start = cursor.index
    try cursor.skipValue(bytes)
    let range = start..<cursor.index
    var reader = JSONReader(nestingLimit: JSONCursor.deepest)
    let value: JSONValue
    do {
      value = try reader.read(bytes.extracting(range))
    } catch {
      throw GeoJSONFault(error.reason, at: start + error.offset)
    }
    // No reference system can be assumed, says null; RFC 7946 does assume one.
    if value.isNull { return }
    guard let name = name(value) else {
      throw GeoJSONFault(
        .otherReferenceSystem, at: start,
        "the “crs” names no reference system; reproject to EPSG:4326 and leave “crs” out "
          + "(ogr2ogr -f GeoJSON -t_srs EPSG:4326)")
    }
    guard isDegrees(name) else {
      throw GeoJSONFault(
        .otherReferenceSystem, at: start,
        "the coordinates are in \(shown(name)); reproject them to WGS 84 "
          + "(ogr2ogr -f GeoJSON -t_srs EPSG:4326)")
    }
  }

  /// The name in any of the forms that were in use, or nil.
  private static func name(_ value: JSONValue) -> String? {
    guard let properties = value["properties"] else { return nil }
    if let name = properties["name"]?.string { return name }
    // An older form still: {"type":"EPSG","properties":{"code":4326}}
    guard let code = properties["code"] else { return nil }
    return (code.integer.map(String.init) ?? code.string).map { "EPSG:\($0)" }
  }

  /// Whether it is CRS84 or EPSG:4326, as a URN, a URL or short, of any version.
  ///
  /// EPSG:4326 has latitude first; in GeoJSON longitude is first whatever the name.
  static func isDegrees(_ name: String) -> Bool {
    let parts = name.uppercased().split { $0 == ":" || $0 == "/" }
    guard let code = parts.last else { return false }
    if code == "CRS84" { return parts.count == 1 || parts.contains("OGC") }
    return code == "4326" && parts.contains("EPSG")
  }

  /// The name for a message: letters, digits and marks of names, and no more of them than one needs.
  private static func shown(_ name: String) -> String {
    let plain = name.unicodeScalars.prefix(80).filter {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789:/.-_ ".unicodeScalars.contains($0))
    }
    return plain.isEmpty ? "another reference system" : String(String.UnicodeScalarView(plain))
  }
}
