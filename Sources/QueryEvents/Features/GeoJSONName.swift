import Files

/// The letters of a short name as numbers, which are compared at once.
struct GeoJSONName {
  /// The longest name that GeoJSON has is GeometryCollection.
  private static let longest = 24

  /// How many letters; -1 for a name that is too long to be one of GeoJSON's.
  var count: Int
  var first: UInt64 = 0
  var second: UInt64 = 0
  var third: UInt64 = 0

  @inline(__always)
  init(_ text: JSONCursor.Text, _ bytes: Span<UInt8>) {
    if text.hasEscapes {
      let name = Array(text.string(bytes).utf8)
      self.init(name.span, 0..<name.count)
    } else {
      self.init(bytes, text.range)
    }
  }

  @inline(__always)
  private init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let start = range.lowerBound
    let end = range.upperBound
    count = end - start
    if count <= 8 {
      first = ByteScan.word(bytes, range)
    } else if count <= Self.longest {
      first = ByteScan.word(bytes, at: start)
      second = ByteScan.word(bytes, start + 8..<min(start + 16, end))
      if count > 16 { third = ByteScan.word(bytes, start + 16..<end) }
    } else {
      count = -1
    }
  }
}

/// The members that mean something in an object of GeoJSON.
enum GeoJSONMember {
  case type, name, id, crs, features, geometry, properties, geometries, coordinates
  /// Any other, `bbox` among them, which follows from the geometry.
  case foreign

  @inline(__always)
  init(_ text: JSONCursor.Text, _ bytes: Span<UInt8>) {
    let name = GeoJSONName(text, bytes)
    // Eight letters a number, the first one lowest: "type" is 0x65707974.
    switch (name.count, name.first, name.second, name.third) {
    case (4, 0x6570_7974, 0, 0): self = .type
    case (4, 0x656D_616E, 0, 0): self = .name
    case (2, 0x6469, 0, 0): self = .id
    case (3, 0x73_7263, 0, 0): self = .crs
    case (8, 0x7365_7275_7461_6566, 0, 0): self = .features
    case (8, 0x7972_7465_6D6F_6567, 0, 0): self = .geometry
    case (10, 0x6974_7265_706F_7270, 0x7365, 0): self = .properties
    case (10, 0x6972_7465_6D6F_6567, 0x7365, 0): self = .geometries
    case (11, 0x616E_6964_726F_6F63, 0x73_6574, 0): self = .coordinates
    default: self = .foreign
    }
  }
}

/// The types of GeoJSON objects.
enum GeoJSONType {
  case point, multiPoint, lineString, multiLineString, polygon, multiPolygon, geometryCollection
  case feature, featureCollection

  @inline(__always)
  init?(_ text: JSONCursor.Text, _ bytes: Span<UInt8>) {
    let name = GeoJSONName(text, bytes)
    switch (name.count, name.first, name.second, name.third) {
    case (5, 0x74_6E69_6F50, 0, 0): self = .point
    case (10, 0x696F_5069_746C_754D, 0x746E, 0): self = .multiPoint
    case (10, 0x6972_7453_656E_694C, 0x676E, 0): self = .lineString
    case (15, 0x6E69_4C69_746C_754D, 0x67_6E69_7274_5365, 0): self = .multiLineString
    case (7, 0x6E_6F67_796C_6F50, 0, 0): self = .polygon
    case (12, 0x6C6F_5069_746C_754D, 0x6E6F_6779, 0): self = .multiPolygon
    case (18, 0x7972_7465_6D6F_6547, 0x6974_6365_6C6C_6F43, 0x6E6F): self = .geometryCollection
    case (7, 0x65_7275_7461_6546, 0, 0): self = .feature
    case (17, 0x4365_7275_7461_6546, 0x6F69_7463_656C_6C6F, 0x6E): self = .featureCollection
    default: return nil
    }
  }

  /// The type as GeoJSON writes it.
  var name: String {
    switch self {
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    case .geometryCollection: "GeometryCollection"
    case .feature: "Feature"
    case .featureCollection: "FeatureCollection"
    }
  }
}

extension JSONCursor.Text {
  /// Returns what the string says, with its escapes resolved; half of a surrogate pair becomes
  /// U+FFFD.
  func string(_ bytes: Span<UInt8>) -> String {
    guard hasEscapes else { return TextBytes.string(bytes, range) }
    var reader = JSONReader()
    // The cursor has checked it. Should the file have changed since, its bytes stand for it.
    return (try? reader.string(bytes, at: range.lowerBound - 1)) ?? TextBytes.string(bytes, range)
  }
}
