package import Folding
package import Model

/// All knowledge of the world that the stages read: places, names, units, lexicons.
///
/// A value made once by `GazetteerLoader` and shared by all workers. Boundaries and feature
/// geometries are loaded on first use (`BoundaryStore`), since most questions need few of them.
package struct Gazetteer: Sendable {
  package internal(set) var directory = ""
  package internal(set) var overlays: [String] = []
  /// A hash of all files, for `run.json`.
  package internal(set) var contentHash = ""
  package internal(set) var diagnostics: [Diagnostic] = []

  /// Outlines, territories and courses, read on first use.
  package internal(set) var shapes = BoundaryStore(directory: "")
  package internal(set) var folding = FoldingTable()
  package internal(set) var clitics = CliticTable()
  package internal(set) var trie = PhraseTrie()

  package internal(set) var entities: [Entity] = []
  package internal(set) var entityByID: [String: Int] = [:]
  package internal(set) var names: [NameRow] = []

  package internal(set) var acled: [ACLEDRow] = []
  package internal(set) var events: [EventRow] = []
  package internal(set) var eventAnaphors: [EventAnaphorRow] = []
  package internal(set) var actorCodes: [String: ActorCodeRow] = [:]
  /// The Kurdistan Region's code for a generic one (column `in_region`), and the Region's units.
  package internal(set) var regionalCodes: [String: String] = [:]
  package internal(set) var regionalUnits: [Int] = []
  /// The armed forces of a state by the place id of the country (column `country`).
  package internal(set) var foreignForces: [String: String] = [:]
  package internal(set) var actors: [ActorRow] = []
  package internal(set) var actorAnaphors: [ActorRow] = []
  package internal(set) var persons: [PersonRow] = []
  package internal(set) var numbers: [NumberRow] = []
  package internal(set) var casualties: [CasualtyRow] = []
  package internal(set) var times: [TimeRow] = []
  package internal(set) var namedEvents: [NamedEventRow] = []
  package internal(set) var realis: [RealisRow] = []
  package internal(set) var reporting: [ReportingRow] = []
  package internal(set) var clauses: [ClauseRow] = []
  package internal(set) var weapons: [WeaponRow] = []
  package internal(set) var firstNames: [TitleRow] = []
  package internal(set) var titles: [TitleRow] = []
  package internal(set) var placeTriggers: [PlaceTriggerRow] = []
  package internal(set) var blocks: [BlockRow] = []
  package internal(set) var ambiguous: [AmbiguousRow] = []
  package internal(set) var demonyms: [DemonymRow] = []
  package internal(set) var directions: [DirectionRow] = []
  package internal(set) var placeAnaphors: [PlaceAnaphorRow] = []
  package internal(set) var relations: [RelationRow] = []
  package internal(set) var distanceUnits: [DirectionRow] = []
  package internal(set) var functionWords: [ClauseRow] = []
  package internal(set) var relationWords: Set<[UInt8]> = []
  package internal(set) var weights = WeightTable()

  package init() {}

  /// Returns a matcher for one worker.
  package func makeMatcher(requiresCapitals: Bool = true) -> PhraseMatcher {
    PhraseMatcher(
      trie: trie, clitics: clitics, folding: folding,
      cardinals: numbers.map { $0.kind == "card" || $0.kind == "dual" },
      requiresCapitals: requiresCapitals)
  }

  /// Returns the administrative units of an entity on a day, itself included when it is one.
  package func admin(of entity: Int) -> AdminUnits {
    var units = AdminUnits()
    var current = entity
    var steps = 0
    while current >= 0, steps < 8 {
      let row = entities[current]
      let unit = AdminUnits.Unit(
        id: row.id, name: displayName(current), pcode: row.pcode)
      switch row.level {
      case .country: units.country = unit
      case .adm1: units.admin1 = unit
      case .adm2: units.admin2 = unit
      case .adm3: units.admin3 = unit
      case .none where row.type == "country": units.country = unit
      case .none: break
      }
      current = row.parent
      steps += 1
    }
    return units
  }

  /// The English name of an entity, or its id when it has none.
  package func displayName(_ entity: Int) -> String {
    let row = entities[entity]
    return row.nameEnglish >= 0 ? names[Int(row.nameEnglish)].form : row.id
  }

  /// Returns an entity as the output shows it.
  package func summary(of entity: Int) -> PlaceSummary {
    let row = entities[entity]
    return PlaceSummary(
      id: row.id, name: displayName(entity),
      nameArabic: row.nameArabic >= 0 ? names[Int(row.nameArabic)].form : nil,
      nameSorani: row.nameSorani >= 0 ? names[Int(row.nameSorani)].form : nil,
      type: row.type, longitude: row.position?.longitude, latitude: row.position?.latitude,
      admin: admin(of: entity))
  }

  /// Whether an entity is or lies in another one.
  package func isWithin(_ entity: Int, _ container: Int) -> Bool {
    var current = entity
    var steps = 0
    while current >= 0, steps < 8 {
      if current == container { return true }
      current = entities[current].parent
      steps += 1
    }
    return false
  }

  /// Whether an entity lies in Iraq.
  package func isInIraq(_ entity: Int) -> Bool {
    guard let iraq = entityByID["iq"] else { return false }
    return isWithin(entity, iraq)
  }
}

extension Gazetteer {
  /// Whether a folded word is the whole name of a city, a town, a unit or a country.
  package func hasSingleWordName(_ key: [UInt8]) -> Bool {
    trie.rows(ofWord: key, table: .name).contains { row in
      let entity = entities[Int(names[Int(row)].entity)]
      return entity.isUnit || entity.rank >= 400
    }
  }
}

extension Gazetteer {
  /// Whether a folded word stands directly before the name in a pattern of `relations.tsv`.
  package func isRelationWord(_ key: some Collection<UInt8>) -> Bool {
    relationWords.contains(Array(key))
  }
}

extension Gazetteer {
  /// Whether a heading pattern begins with the words of this relation (`outside X toward …`).
  package func isOutsideRelation(_ row: RelationRow) -> Bool {
    guard let first = row.before.first else { return false }
    return relations.contains { $0.kind == .heading && $0.before.first == first }
  }
}

extension Gazetteer {
  /// Whether an entity is the seat of a unit.
  package func isSeatOf(_ place: Int, _ unit: Int) -> Bool {
    entities[unit].isUnit && entities[unit].seat == place
  }
}
