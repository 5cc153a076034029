import Gazetteer
import Geodesy
import Model

extension TextLexicon {
  /// Tokens: a first line that is longer is a lead.
  private static let longestHeadline = 30

  /// Where the headline ends, in bytes of the source: behind the title, or behind a first line that is one, short
  /// and without a full stop, above a text; 0 when there is none.
  var headlineEnd: Int {
    if text.textStart > 0 { return text.textStart }
    guard text.paragraphs.count > 1, let first = text.paragraphs.first, let last = first.last,
      first.count <= Self.longestHeadline, text.tokens[last].kind != .punctuation
    else { return 0 }
    return Int(text.tokens[last].end)
  }

  /// Tokens: a line that says who writes from where (`Sumaria News / Diyala`) has no more.
  private static let longestDateline = 8

  /// The paragraph that tells the news first: below the headline and below a line that only says who writes from
  /// where; nil when there is no text.
  var leadParagraph: Int? {
    let end = headlineEnd
    let below = text.paragraphs.indices.filter { index in
      text.paragraphs[index].first.map { Int(text.tokens[$0].start) >= end } ?? false
    }
    return below.first { !isDateline(text.paragraphs[$0]) } ?? below.first
  }

  private func isDateline(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= Self.longestDateline, let last = paragraph.last else { return false }
    return text.tokens[last].kind != .punctuation
  }

  /// Whether a place lies in the governorate that a headline calls by its seat: `a village in Duhok`.
  private func isInGovernorate(_ place: Int, ofSeat town: Int) -> Bool {
    gazetteer.admin(of: place).admin1.flatMap { gazetteer.entityByID[$0.id] }
      .map { gazetteer.isSeatOf(town, $0) } ?? false
  }

  /// The position of a place, of a district that of its seat.
  private func position(_ entity: Int) -> Position? {
    let own = gazetteer.entities[entity]
    if let position = own.position { return position }
    return own.isUnit && own.seat >= 0 ? gazetteer.entities[own.seat].position : nil
  }

  /// Whether a place lies in the district, or sub-district, whose seat a town is: where a report that names the
  /// town may go on to say where exactly.
  func isPlace(_ place: Int, inDistrictOf town: Int) -> Bool {
    var unit = gazetteer.entities[place].parent
    while unit >= 0, [.adm3, .adm2].contains(gazetteer.entities[unit].level) {
      if gazetteer.isSeatOf(town, unit) { return true }
      unit = gazetteer.entities[unit].parent
    }
    return false
  }

  /// Whether a place that a text names can be the one that its headline names: a headline says `near Kifri`
  /// of a village of the district, and `north of Baghdad` of a town that readers elsewhere do not know.
  func canBeHeadlines(_ place: Mention, headline: Mention) -> Bool {
    if let mine = place.entity, let named = headline.entity,
      isInGovernorate(mine, ofSeat: named) || isPlace(mine, inDistrictOf: named)
    {
      return true
    }
    guard let here = place.entity.flatMap(position), let there = headline.entity.flatMap(position)
    else { return false }
    let isAround = headline.relation.map { $0.kind.leavesBase } ?? false
    let reach = gazetteer.weights[isAround ? "headline_around_km" : "headline_near_km"]
    return Geodesic.wgs84.isWithin(1000 * Double(reach), from: here, to: there)
  }

  /// Whether a place lies in a ridge, a desert or a lake's ground, or no farther from its edge than a headline's
  /// place may be from the lead's.
  func isBeside(_ place: Mention, ground: Mention) -> Bool {
    guard let here = place.entity.flatMap({ gazetteer.entities[$0].position }) else { return false }
    let reach = 1000 * Double(gazetteer.weights["headline_near_km"])
    return ground.area?.polygons.contains { polygon in
      polygon.rings.first?.contains { corner in
        (try? Position(corner)).map {
          Geodesic.wgs84.isWithin(reach, from: here, to: $0)
        } == true
      } == true
    } == true
  }

  /// `Sulaymaniyah - Gunmen …`, in Arabic also `Baghdad: …`: the place with which a text begins is that of who writes.
  func isPlaceOfDateline(_ place: Range<Int>) -> Bool {
    guard text.language != "en", place.lowerBound == firstTextToken else { return false }
    let mark = place.upperBound
    if isMark(mark, "-") || isMark(mark, "–") { return true }
    return text.language == "ar"
      && (isMark(mark, "—") || isMark(mark, "\u{0640}") || isMark(mark, ":"))
  }
}
