package import EmitLayers
import Geodesy
package import Gazetteer
package import Model
import NormalizeText
import RecognizePlaces
import ResolvePlaces
import TagTerritories

/// Answers questions about places: names, phrases, positions.
///
/// Not Sendable: it holds GEOS and PROJ contexts.
package final class Locator {
  private let gazetteer: Gazetteer
  private var normalizer: TextNormalizer
  private let recognizer: QuestionRecognizer
  private let resolver: PlaceResolver
  private let tagger: TerritoryTagger
  private let geodesic = Geodesic.wgs84

  /// Makes the stages.
  /// - Throws: when GEOS or PROJ cannot be set up.
  package init(gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    normalizer = TextNormalizer(gazetteer: gazetteer, requiresCapitals: false)
    recognizer = QuestionRecognizer(gazetteer: gazetteer)
    resolver = try PlaceResolver(gazetteer: gazetteer)
    tagger = try TerritoryTagger(gazetteer: gazetteer)
  }

  /// Returns the entity that an area's name or id means, the coarsest of equals, nil when none does.
  package func area(named name: String) -> Int? { areas(named: name).first }

  /// Returns the entity that an area's name or id means, the coarsest of equals, and after it those of its
  /// kind that the name means as well.
  package func areas(named name: String) -> [Int] {
    if let entity = gazetteer.entityByID[name] { return [entity] }
    let text = normalizer.normalize(question: name)
    let mentions = recognizer.mentions(in: text)
    guard var mention = mentions.first else { return [] }
    resolver.addUnits(to: &mention)
    // An area is a condition: a name that only resembles another is none.
    mention.names.removeAll { $0.tier > .heard }
    func level(_ name: NameCandidate) -> Entity.Level { gazetteer.entities[name.entity].level }
    let hinted = mention.names.first { name in
      mention.typeHint.map { level(name).code == $0 } ?? false
    }
    let units = mention.names.filter { gazetteer.entities[$0.entity].isUnit }
    guard let chosen = hinted ?? units.min(by: { level($0) < level($1) }) ?? mention.names.first
    else { return [] }
    let alike = mention.names.filter { $0.tier == chosen.tier && level($0) == level(chosen) }
    var seen: Set = [chosen.entity]
    return [chosen.entity] + alike.map(\.entity).filter { seen.insert($0).inserted }
  }

  /// Returns the outline of an entity: a unit's, a drawn shape's, or a disc of its radius; nil when
  /// nothing is known of its extent.
  package func outline(of entity: Int) throws -> MultiPolygon? { try resolver.area(of: entity) }

  /// Returns the answer to one question.
  /// - Parameters:
  ///   - question: A name, a phrase, or `longitude,latitude` in degrees.
  ///   - area: An entity that must hold the place.
  package func locate(
    _ question: String, id: PropertyValue = .null, within area: Int? = nil
  ) throws -> LocateAnswer {
    if let position = Self.position(question) {
      var answer = try reverse(position)
      answer.id = id
      answer.text = question
      return answer
    }
    let text = normalizer.normalize(question: question)
    var answer = LocateAnswer(id: id, text: question)
    guard let found = try find(in: text, within: area) else { return answer }
    let mention = found.mention
    answer.relation = mention.relation
    answer.candidates = mention.candidates
    answer.flags = mention.flags
    guard mention.place != nil || mention.area != nil else { return answer }
    answer.place = mention.place
    answer.point = mention.point
    answer.pointIsComputed = mention.pointIsComputed
    answer.area = mention.area
    answer.precision = mention.precision
    answer.radiusKm = mention.radiusKm
    let relation = mention.relation.flatMap { $0.kind == .gloss ? nil : $0 }
    answer.status =
      mention.flags.contains("ambiguous_place")
      ? .ambiguous : relation == nil && !found.standsIn ? .resolved : .area
    let isNear = mention.precision == .near && !found.standsIn
    try tag(&answer, mention, isNamed: relation == nil && !isNear)
    // What is not known of a town lies in its district, perhaps not in its sub-district.
    if found.standsIn, relation == nil, mention.precision == .near {
      answer.tags.admin.admin3 = nil
    }
    addUnits(found.units, to: &answer)
    if answer.status == .ambiguous { try openTerritory(&answer) }
    return answer
  }

  /// The answer by the names as they are spelled, else by what they may be a spelling of.
  private func find(
    in text: NormalizedText, within area: Int?
  ) throws -> PlaceResolver.Answer? {
    let first = try resolver.answer(recognizer.mentions(in: text), in: text, within: area)
    guard let first else { return nil }
    if first.missed.isEmpty { return first }
    let second = try resolver.answer(
      recognizer.mentions(in: text, respelled: first.missed), in: text, within: area)
    if let second, second.mention.entity != nil, !second.standsIn || first.mention.entity == nil {
      return second
    }
    return first
  }

  /// The units that the words name, where the ground alone does not decide them.
  private func addUnits(_ units: [Int], to answer: inout LocateAnswer) {
    guard answer.area != nil || answer.point != nil else { return }
    for unit in units {
      let named = gazetteer.admin(of: unit)
      // A town is named beside a base that lies in another district.
      if let district = named.admin2, !isTouched(district, answer.tags) { continue }
      if let known = answer.tags.admin.admin1, known.id != named.admin1?.id { continue }
      answer.tags.admin.country = answer.tags.admin.country ?? named.country
      answer.tags.admin.admin1 = answer.tags.admin.admin1 ?? named.admin1
      if let known = answer.tags.admin.admin2, known.id != named.admin2?.id { continue }
      answer.tags.admin.admin2 = answer.tags.admin.admin2 ?? named.admin2
      if answer.tags.admin.admin2?.id == named.admin2?.id {
        answer.tags.admin.admin3 = answer.tags.admin.admin3 ?? named.admin3
      }
    }
  }

  /// Whether an answer has ground in a district; where the districts are known no shares are listed.
  private func isTouched(_ district: AdminUnits.Unit, _ tags: TerritoryTags) -> Bool {
    tags.admin.admin2 != nil || tags.adminShares.contains { $0.id == district.id }
      || !tags.adminShares.contains { share in
        gazetteer.entityByID[share.id].map { gazetteer.entities[$0].level == .adm2 } ?? false
      }
  }

  private func tag(_ answer: inout LocateAnswer, _ mention: Mention, isNamed: Bool) throws {
    let named = isNamed ? mention.place?.admin : nil
    answer.tags = try tagger.tags(
      point: answer.point, area: answer.area, namedAdmin: named, places: [], dateEnd: nil,
      published: nil)
    // A question has no day: the latest version is what is asked for, not an assumption.
    answer.tags.flags.removeAll { $0 == "boundary_date_assumed" }
    answer.flags += answer.tags.flags
  }

  /// Among namesakes on both sides of an edge it is not known on which side the place lies.
  private func openTerritory(_ answer: inout LocateAnswer) throws {
    guard answer.tags.status == .inside || answer.tags.status == .outside else { return }
    for candidate in answer.candidates where candidate.why.contains("namesake") {
      guard let longitude = candidate.longitude, let latitude = candidate.latitude else { continue }
      let tags = try tagger.tags(
        point: try Position(longitude: longitude, latitude: latitude), area: nil, namedAdmin: nil,
        places: [], dateEnd: nil, published: nil)
      if tags.status != answer.tags.status { answer.tags.status = .possible }
    }
  }

  /// Returns what is at a position: units, territories, the nearest places.
  package func reverse(_ position: Position, nearest count: Int = 5) throws -> LocateAnswer {
    var answer = LocateAnswer(text: "\(position.longitude),\(position.latitude)")
    answer.status = .resolved
    answer.point = position
    answer.precision = .place
    answer.tags = try tagger.tags(
      point: position, area: nil, namedAdmin: nil, places: [], dateEnd: nil, published: nil)
    answer.tags.flags.removeAll { $0 == "boundary_date_assumed" }
    answer.flags = answer.tags.flags
    answer.near = neighbors(of: position, count: count)
    return answer
  }

  /// The nearest settlements, by a box that grows until it holds enough.
  private func neighbors(of position: Position, count: Int) -> [LocateAnswer.Near] {
    let settlements: Set = ["city", "town", "village", "quarter", "capital"]
    var reach = 0.1
    while reach < 20 {
      var found: [(entity: Int, path: GeodesicPath)] = []
      for (index, entity) in gazetteer.entities.enumerated()
      where settlements.contains(entity.type) {
        guard let place = entity.position, abs(place.latitude - position.latitude) <= reach,
          abs(place.longitude - position.longitude) <= reach
        else { continue }
        found.append((index, geodesic.inverse(from: position, to: place)))
      }
      if found.count >= count {
        found.sort { ($0.path.distance, $0.entity) < ($1.path.distance, $1.entity) }
        return found.prefix(count).map {
          LocateAnswer.Near(
            place: gazetteer.summary(of: $0.entity), distanceMeters: $0.path.distance,
            bearingDegrees: $0.path.azimuth)
        }
      }
      reach *= 2
    }
    return []
  }

  /// Reads `longitude,latitude`; nil for anything else.
  package static func position(_ text: String) -> Position? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let longitude = Double(parts[0].trimmingSpaces()),
      let latitude = Double(parts[1].trimmingSpaces())
    else { return nil }
    return try? Position(longitude: longitude, latitude: latitude)
  }
}

extension Substring {
  /// The text without spaces at its ends.
  fileprivate func trimmingSpaces() -> Substring {
    var result = self
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return result
  }
}
