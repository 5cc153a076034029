package import Model

/// A literal place of a text as a feature of `mentions.geojson`: where the news speaks of, without
/// its words.
package struct MentionFeature: Sendable, Hashable {
  package let id: String
  package let point: Position?
  package let properties: [UInt8]

  /// Makes the feature, or nil for a mention that is no location or names no known place.
  ///
  /// Names of persons and outlets never leave `parse`; neither do the words of the text.
  package init?(_ mention: Mention, of document: Document, language: String, offsets: ScalarOffsets)
  {
    guard mention.role == .literal, let place = mention.place else { return nil }
    let span = offsets.locate(mention.span)
    var hash = ContentHash()
    hash.update(document.id)
    hash.update("\(span.part.rawValue):\(span.start):\(span.end)")
    id = "mn-" + hash.hexadecimal
    point = mention.point
    var json = JSONBytes(capacity: 512)
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("document")
    json.string(document.id)
    json.span(span)
    json.key("place_id")
    json.string(place.id)
    json.key("location")
    json.string(place.name)
    json.key("location_ar")
    json.string(place.nameArabic)
    json.key("location_ckb")
    json.string(place.nameSorani)
    json.key("place_type")
    json.string(place.type)
    json.key("relation")
    json.string(mention.relation?.kind.rawValue)
    json.key("precision")
    json.string(mention.precision.rawValue)
    json.key("point_basis")
    json.string(mention.point.map { _ in mention.pointIsComputed ? "computed" : "named" })
    json.key("radius_km")
    json.double(mention.radiusKm, decimals: 3)
    json.key("country")
    json.string(place.admin.country?.name)
    json.units(place.admin)
    json.key("flags")
    json.strings(TagJSON.distinct(mention.flags))
    json.key("source")
    json.string(document.source)
    json.key("url")
    json.string(document.url)
    json.key("published")
    json.string(document.published?.description)
    json.key("lang")
    json.string(language)
    json.endObject()
    properties = json.bytes
  }
}
