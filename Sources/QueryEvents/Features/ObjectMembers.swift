/// Where the values of an object's members begin; of a key that stands there twice, the last one.
struct ObjectMembers {
  var type: Int?
  var name: Int?
  var id: Int?
  var crs: Int?
  var features: Int?
  var geometry: Int?
  var properties: Int?
  var geometries: Int?
  var coordinates: Int?

  /// Passes the object at the cursor and notes its members.
  ///
  /// Linear in the bytes of the object.
  init(_ cursor: inout JSONCursor, _ bytes: Span<UInt8>) throws(GeoJSONFault) {
    try cursor.enter(bytes)
    if cursor.leavesEmpty(UInt8(ascii: "}"), bytes) { return }
    repeat {
      let member = GeoJSONMember(try cursor.key(bytes), bytes)
      note(member, at: cursor.index)
      try cursor.skipValue(bytes)
    } while try cursor.nextMember(bytes)
  }

  private mutating func note(_ member: GeoJSONMember, at offset: Int) {
    switch member {
    case .type: type = offset
    case .name: name = offset
    case .id: id = offset
    case .crs: crs = offset
    case .features: features = offset
    case .geometry: geometry = offset
    case .properties: properties = offset
    case .geometries: geometries = offset
    case .coordinates: coordinates = offset
    case .foreign: break
    }
  }
}
