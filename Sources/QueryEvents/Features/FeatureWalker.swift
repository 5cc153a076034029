import Files

/// Walks over the features of a GeoJSON file in order and shows their parts to a visitor.
///
/// The usual order of members is read as it comes. What is unusual (a key that is there twice, a
/// type that comes last) is read in a second, careful way, which first passes the whole object to
/// find its members: the last of a key counts, as for jq and Python.
struct FeatureWalker<Visitor: FeatureVisitor> {
  var visitor: Visitor
  /// The collections that were found, in order.
  private(set) var collections: [CollectionPlace]
  private(set) var name: String?
  private var cursor = JSONCursor()
  /// Which of the collections comes next, when they are known.
  private var nextCollection = 0
  private let knowsCollections: Bool

  /// `collections`: as an earlier walk over the same bytes found them.
  init(_ visitor: Visitor, collections: [CollectionPlace]? = nil) {
    self.visitor = visitor
    self.collections = collections ?? []
    knowsCollections = collections != nil
  }

  /// Walks over all of the bytes; one object, or several on lines of their own.
  mutating func walk(_ bytes: Span<UInt8>, mayBeEmpty: Bool) throws {
    cursor.index = UTF8Check.byteOrderMarkLength(bytes)
    _ = skipSeparators(bytes)
    if cursor.index == bytes.count {
      if mayBeEmpty { return }
      throw GeoJSONFault(.notGeoJSON, at: cursor.index, "the file is empty; GeoJSON is expected")
    }
    try checkEncoding(bytes)
    while true {
      guard try object(bytes) else { return }
      let isSeparated = skipSeparators(bytes)
      if cursor.index == bytes.count { return }
      guard isSeparated else { throw GeoJSONFault(.bytesAfterValue, at: cursor.index) }
    }
  }

  /// Passes blanks and record separators (RFC 8142); whether one of them ends a record.
  private mutating func skipSeparators(_ bytes: Span<UInt8>) -> Bool {
    var isSeparated = false
    while cursor.index < bytes.count {
      switch bytes[cursor.index] {
      case 0x0A, 0x1E: isSeparated = true
      case 0x20, 0x0D, 0x09: break
      default: return isSeparated
      }
      cursor.index += 1
    }
    return isSeparated
  }

  private func checkEncoding(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    let first = cursor.peek(bytes)
    let second = cursor.index + 1 < bytes.count ? bytes[cursor.index + 1] : 1
    if first >= 0xFE || first == 0 || first == UInt8(ascii: "{") && second == 0 {
      throw GeoJSONFault(
        .notUTF8, at: cursor.index,
        "this is not UTF-8; if it is UTF-16, convert it (iconv -f UTF-16 -t UTF-8)")
    }
  }

  // MARK: Objects of a file

  /// What an object seems to be by its first member.
  private enum Guess {
    case collection, feature, unknown
  }

  private mutating func object(_ bytes: Span<UInt8>) throws -> Bool {
    let start = cursor.index
    guard cursor.peek(bytes) == UInt8(ascii: "{") else {
      // What is no JSON says so itself.
      try cursor.skipValue(bytes)
      throw GeoJSONFault(.notGeoJSON, at: start, "GeoJSON is an object with a “type”")
    }
    switch try guess(bytes) {
    case .feature:
      let before = cursor
      visitor.begin()
      do {
        try quickFeature(bytes)
      } catch {
        // It may be something else, whose type comes later.
        cursor = before
        return try carefulObject(bytes)
      }
      return try visitor.end()
    case .collection where knowsCollections: return try knownCollection(bytes)
    case .collection:
      let saved = (visitor: visitor, name: name)
      do {
        return try quickCollection(bytes)
      } catch let fault as GeoJSONFault where !fault.isSyntax {
        visitor = saved.visitor
        name = saved.name
        collections.removeAll { $0.start >= start }
        cursor = JSONCursor()
        cursor.index = start
        return try carefulObject(bytes)
      }
    case .unknown:
      return try carefulObject(bytes)
    }
  }

  private func guess(_ bytes: Span<UInt8>) throws(GeoJSONFault) -> Guess {
    if isKnownCollection(cursor.index) { return .collection }
    var ahead = cursor
    try ahead.enter(bytes)
    guard ahead.peek(bytes) == UInt8(ascii: "\"") else { return .unknown }
    switch GeoJSONMember(try ahead.key(bytes), bytes) {
    case .geometry, .properties, .id: return .feature
    case .type:
      guard ahead.peek(bytes) == UInt8(ascii: "\"") else { return .unknown }
      switch GeoJSONType(try ahead.string(bytes), bytes) {
      case .feature: return .feature
      case .featureCollection: return knowsCollections ? .unknown : .collection
      default: return .unknown
      }
    case .features, .name, .crs: return knowsCollections ? .unknown : .collection
    default: return .unknown
    }
  }

  /// Reads an object of any type by its members.
  private mutating func carefulObject(_ bytes: Span<UInt8>) throws -> Bool {
    let start = cursor.index
    let members = try ObjectMembers(&cursor, bytes)
    let after = cursor
    if let crs = members.crs {
      cursor.index = crs
      try ReferenceSystem.check(&cursor, bytes)
    }
    guard let place = members.type else { throw Self.unknownType(start) }
    cursor.index = place
    guard cursor.peek(bytes) == UInt8(ascii: "\""),
      let type = GeoJSONType(try cursor.string(bytes), bytes)
    else { throw Self.unknownType(place) }
    cursor.index = start
    switch type {
    case .feature: return try feature(bytes)
    case .featureCollection:
      if let name = members.name {
        cursor.index = name
        try readName(bytes)
      }
      guard let features = members.features else { throw Self.withoutFeatures(start) }
      cursor.index = features
      collections.append(CollectionPlace(start: start, features: features, end: after.index))
      guard try self.features(bytes) else { return false }
      cursor = after
      return true
    default:
      visitor.begin()
      try visitor.geometry(&cursor, bytes, isCareful: true)
      return try visitor.end()
    }
  }

  private static func unknownType(_ offset: Int) -> GeoJSONFault {
    GeoJSONFault(
      .notGeoJSON, at: offset,
      "the “type” of GeoJSON is FeatureCollection, Feature or that of a geometry; "
        + "TopoJSON and other formats are converted with ogr2ogr -f GeoJSON")
  }

  private static func withoutFeatures(_ offset: Int) -> GeoJSONFault {
    GeoJSONFault(
      .notGeoJSON, at: offset, "a FeatureCollection has “features”, an array of features")
  }

  // MARK: Collections

  private func isKnownCollection(_ offset: Int) -> Bool {
    knowsCollections && nextCollection < collections.count
      && collections[nextCollection].start == offset
  }

  private mutating func knownCollection(_ bytes: Span<UInt8>) throws -> Bool {
    let place = collections[nextCollection]
    nextCollection += 1
    cursor.index = place.features
    guard try features(bytes) else { return false }
    cursor = JSONCursor()
    cursor.index = place.end
    return true
  }

  /// Reads members as they come; gives up on one that is there twice and on another type.
  private mutating func quickCollection(_ bytes: Span<UInt8>) throws -> Bool {
    let start = cursor.index
    var features: Int?
    var hasType = false
    var systems = 0
    try cursor.enter(bytes)
    repeat {
      switch GeoJSONMember(try cursor.key(bytes), bytes) {
      case .type:
        guard !hasType, cursor.peek(bytes) == UInt8(ascii: "\""),
          GeoJSONType(try cursor.string(bytes), bytes) == .featureCollection
        else { throw Self.unknownType(start) }
        hasType = true
      case .features:
        guard features == nil else { throw Self.withoutFeatures(cursor.index) }
        features = cursor.index
        guard try self.features(bytes) else { return false }
      case .crs:
        systems += 1
        guard systems == 1 else { throw Self.unknownType(cursor.index) }
        try ReferenceSystem.check(&cursor, bytes)
      case .name: try readName(bytes)
      default: try cursor.skipValue(bytes)
      }
    } while try cursor.nextMember(bytes)
    guard let features, hasType else { throw Self.withoutFeatures(start) }
    collections.append(CollectionPlace(start: start, features: features, end: cursor.index))
    return true
  }

  /// Reads a name; that of the first collection names the layer.
  private mutating func readName(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    guard cursor.peek(bytes) == UInt8(ascii: "\"") else {
      try cursor.skipValue(bytes)
      return
    }
    let text = try cursor.string(bytes)
    if collections.isEmpty, !text.range.isEmpty { name = text.string(bytes) }
  }

  private mutating func features(_ bytes: Span<UInt8>) throws -> Bool {
    guard cursor.peek(bytes) == UInt8(ascii: "[") else {
      throw Self.withoutFeatures(cursor.index)
    }
    try cursor.enter(bytes)
    if cursor.leavesEmpty(UInt8(ascii: "]"), bytes) { return true }
    repeat {
      guard try feature(bytes) else { return false }
    } while try cursor.nextElement(bytes)
    return true
  }

  // MARK: Features

  private mutating func feature(_ bytes: Span<UInt8>) throws -> Bool {
    let before = cursor
    visitor.begin()
    do {
      try quickFeature(bytes)
    } catch {
      cursor = before
      visitor.begin()
      try carefulFeature(bytes)
    }
    return try visitor.end()
  }

  private mutating func quickFeature(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    let start = cursor.index
    guard cursor.peek(bytes) == UInt8(ascii: "{") else { throw Self.noFeature(start) }
    var hasType = false
    var hasProperties = false
    var hasGeometry = false
    var hasIdentifier = false
    try cursor.enter(bytes)
    if cursor.leavesEmpty(UInt8(ascii: "}"), bytes) { throw Self.noFeature(start) }
    repeat {
      switch GeoJSONMember(try cursor.key(bytes), bytes) {
      case .type:
        if hasType { throw Self.noFeature(start) }
        hasType = true
        try checkType(bytes)
      case .properties:
        if hasProperties { throw Self.noFeature(start) }
        hasProperties = true
        try visitor.properties(&cursor, bytes)
      case .geometry:
        if hasGeometry { throw Self.noFeature(start) }
        hasGeometry = true
        try visitor.geometry(&cursor, bytes, isCareful: false)
      case .id:
        if hasIdentifier { throw Self.noFeature(start) }
        hasIdentifier = true
        try visitor.identifier(&cursor, bytes)
      case .crs: try ReferenceSystem.check(&cursor, bytes)
      default: try cursor.skipValue(bytes)
      }
    } while try cursor.nextMember(bytes)
    guard hasType else { throw Self.noFeature(start) }
  }

  private mutating func carefulFeature(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    let start = cursor.index
    guard cursor.peek(bytes) == UInt8(ascii: "{") else {
      try cursor.skipValue(bytes)
      throw Self.noFeature(start)
    }
    let members = try ObjectMembers(&cursor, bytes)
    let after = cursor
    guard let type = members.type else { throw Self.noFeature(start) }
    cursor.index = type
    try checkType(bytes)
    if let crs = members.crs {
      cursor.index = crs
      try ReferenceSystem.check(&cursor, bytes)
    }
    if let id = members.id {
      cursor.index = id
      try visitor.identifier(&cursor, bytes)
    }
    if let properties = members.properties {
      cursor.index = properties
      try visitor.properties(&cursor, bytes)
    }
    if let geometry = members.geometry {
      cursor.index = geometry
      try visitor.geometry(&cursor, bytes, isCareful: true)
    }
    cursor = after
  }

  private mutating func checkType(_ bytes: Span<UInt8>) throws(GeoJSONFault) {
    let start = cursor.index
    guard cursor.peek(bytes) == UInt8(ascii: "\""),
      GeoJSONType(try cursor.string(bytes), bytes) == .feature
    else { throw Self.noFeature(start) }
  }

  private static func noFeature(_ offset: Int) -> GeoJSONFault {
    GeoJSONFault(.badFeature, at: offset, "an object with the “type” Feature is expected here")
  }
}

/// Where a collection stands in a file.
struct CollectionPlace: Sendable {
  /// The offset of its opening bracket.
  var start: Int
  /// The offset of the array of its features.
  var features: Int
  /// The offset after its closing bracket.
  var end: Int
}
