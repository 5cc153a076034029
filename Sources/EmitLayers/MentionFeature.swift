package import Model

/// A literal place of a text as a feature of the layer `mentions`: where the news speaks of, without
/// its words.
package struct MentionFeature: Sendable, Hashable {
  package let id: String
  package let point: Position?
  /// One for each of `columns`.
  package let values: [PropertyValue]

  /// The names and kinds of all properties, in the order of the layer.
  package static let columns: [PropertyColumn] = {
    let blank = PlaceSummary(
      id: "", name: "", nameArabic: nil, nameSorani: nil, type: "", longitude: nil, latitude: nil,
      admin: AdminUnits())
    let mention = Mention(span: SourceSpan(0, 0), tokens: 0..<0, role: .literal, rule: "")
    return PropertyObject.columns(
      properties(
        id: "", mention, at: blank, PartSpan(part: .text, start: 0, end: 0),
        of: Document(id: "", text: ""), language: ""))
  }()

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
    values = Self.properties(
      id: id, mention, at: place, span, of: document, language: language
    ).map(\.value)
  }

  /// Makes a feature again of what a store kept.
  package init(id: String, point: Position?, values: [PropertyValue]) {
    self.id = id
    self.point = point
    self.values = values
  }

  /// A JSON object with all properties.
  package var properties: [UInt8] { PropertyObject.json(Self.columns, values) }

  private static func properties(
    id: String, _ mention: Mention, at place: PlaceSummary, _ span: PartSpan,
    of document: Document, language: String
  ) -> [Property] {
    [
      .text("id", id), .text("document", document.id), .text("part", span.part.rawValue),
      .integer("start", span.start), .integer("end", span.end), .text("place_id", place.id),
      .text("location", place.name), .text("location_ar", place.nameArabic),
      .text("location_ckb", place.nameSorani), .text("place_type", place.type),
      .text("relation", mention.relation?.kind.rawValue),
      .text("precision", mention.precision.rawValue),
      .text(
        "point_basis", mention.point.map { _ in mention.pointIsComputed ? "computed" : "named" }),
      .real("radius_km", mention.radiusKm, decimals: 3),
      .text("country", place.admin.country?.name), .text("admin1", place.admin.admin1?.name),
      .text("admin1_pcode", place.admin.admin1?.pcode), .text("admin2", place.admin.admin2?.name),
      .text("admin2_pcode", place.admin.admin2?.pcode), .text("admin3", place.admin.admin3?.name),
      .text("admin3_pcode", place.admin.admin3?.pcode),
      .texts("flags", TagJSON.distinct(mention.flags)), .text("source", document.source),
      .text("url", document.url), .date("published", document.published),
      .text("lang", language),
    ]
  }
}
