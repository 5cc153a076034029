import Files
package import Folding
package import Model

/// All knowledge of the world that the stages read: places, names, units, lexicons.
///
/// Shared by all workers: a class, so that handing it on costs one retain, with constants only, so
/// that it is Sendable. Places, names and the trie stay in the index (`IndexWriter`) and are read
/// where they lie; the rows of lexicons, of which a report meets many and a question few, are made
/// when the gazetteer is. Boundaries and feature geometries are made on first use (`BoundaryStore`).
package final class Gazetteer: Sendable {
  package let directory: String
  package let overlays: [String]
  package let diagnostics: [Diagnostic]
  /// Outlines, territories and courses, read on first use.
  package let shapes: BoundaryStore
  package let folding: FoldingTable
  package let clitics: CliticTable
  /// How letters sound, for names that are spelled by ear.
  package let sounds: SoundRules
  /// The names by their skeletons.
  let soundIndex: SoundIndex
  package let trie: PhraseTrie
  package let entities: EntityTable
  package let entityByID: EntityFinder
  package let names: NameTable
  /// The hash of the files that the index was made of, nil when nobody took it.
  let contentHash: String?
  /// The paths of the tables of places and units.
  private let entityFiles: [String]
  package let acled: [ACLEDRow]
  package let events: [EventRow]
  package let eventAnaphors: [EventAnaphorRow]
  package let actorCodes: [String: ActorCodeRow]
  /// The Kurdistan Region's code for a generic one (column `in_region`), and the Region's units.
  package let regionalCodes: [String: String]
  package let regionalUnits: [Int]
  /// The units that lie in a region, or in a governorate besides that of their row.
  private let unitsOfRegion: [Int: [Int]]
  /// The districts and sub-districts that a second governorate administers or claims, and what is cited.
  package let secondAdministrations: [(governorate: Int, unit: Int, source: String)]
  /// The armed forces of a state by the place id of the country (column `country`).
  package let foreignForces: [String: String]
  package let actors: [ActorRow]
  package let actorAnaphors: [ActorRow]
  package let persons: [PersonRow]
  package let numbers: [NumberRow]
  package let casualties: [CasualtyRow]
  package let times: [TimeRow]
  package let namedEvents: [NamedEventRow]
  package let realis: [RealisRow]
  package let reporting: [ReportingRow]
  package let clauses: [ClauseRow]
  package let weapons: [WeaponRow]
  package let firstNames: [TitleRow]
  package let titles: [TitleRow]
  package let placeTriggers: [PlaceTriggerRow]
  package let blocks: [BlockRow]
  package let ambiguous: [AmbiguousRow]
  /// The entity that a name means by itself, by the rows of the table of names that are also words; -1 for
  /// none.
  package let usualMeanings: [Int]
  package let demonyms: [DemonymRow]
  package let directions: [DirectionRow]
  package let placeAnaphors: [PlaceAnaphorRow]
  package let relations: [RelationRow]
  package let relationPatterns: RelationPatterns
  package let distanceUnits: [DirectionRow]
  package let functionWords: [ClauseRow]
  package let relationWords: Set<[UInt8]>
  package let weights: WeightTable
  /// The outlets that reports come from.
  package let sources: [SourceRow]
  /// The codes of the coders' formats.
  package let coderCodes: [CoderCodeRow]

  /// Makes a gazetteer that knows nothing.
  package convenience init() { self.init(GazetteerTables()) }

  /// Makes a gazetteer out of tables that are complete, by way of an index in memory.
  convenience init(_ tables: GazetteerTables, scope: GazetteerScope = .everything) {
    let folders = [tables.directory] + tables.overlays
    self.init(
      SectionFile(made: IndexWriter.bytes(tables, shapes: nil, contentHash: nil, key: 0)),
      folders: folders, scope: scope, shapes: tables.shapes)
  }

  /// Opens the knowledge of an index.
  /// - Parameters:
  ///   - folders: The gazetteer and its overlays: where the findings point to.
  ///   - scope: What is left out is as if its tables had no rows.
  ///   - shapes: The shapes, when the index has none.
  ///   - findings: What was found when the index was opened.
  init(
    _ index: SectionFile, folders: [String], scope: GazetteerScope = .everything,
    shapes: BoundaryStore? = nil, findings: [Diagnostic] = []
  ) {
    var reader = RowReader(IndexSection.about, of: index)
    var about = IndexNotes.blank
    about.transfer(with: &reader)
    var tables = GazetteerTables()
    reader = RowReader(IndexSection.placeWords, of: index)
    tables.transferPlaceWords(with: &reader)
    if scope == .everything {
      reader = RowReader(IndexSection.lexicons, of: index)
      tables.transferLexicons(with: &reader)
    }
    directory = folders.first ?? ""
    overlays = Array(folders.dropFirst())
    diagnostics = findings + about.diagnostics(in: folders)
    entityFiles = about.entityFiles(in: folders)
    contentHash = about.contentHash
    self.shapes = shapes ?? BoundaryStore(index: index, folders: folders)
    folding = tables.folding.table()
    clitics = tables.clitics.table
    sounds = tables.sounds
    soundIndex = SoundIndex(index)
    trie = PhraseTrie(index, tables: scope.tables)
    entities = EntityTable(index)
    entityByID = EntityFinder(index)
    names = NameTable(index)
    acled = tables.acled
    events = tables.events
    eventAnaphors = tables.eventAnaphors
    actorCodes = tables.actorCodes
    regionalCodes = tables.regionalCodes
    regionalUnits = tables.regionalUnits
    var units: [Int: [Int]] = [:]
    let pairs = tables.regionPairs
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      units[pairs[index], default: []].append(pairs[index + 1])
    }
    unitsOfRegion = units
    let entities = entities
    secondAdministrations = zip(tables.regionSources.indices, tables.regionSources).compactMap {
      row, source in
      let governorate = pairs[2 * row]
      return entities[governorate].level == .adm1 ? (governorate, pairs[2 * row + 1], source) : nil
    }
    foreignForces = tables.foreignForces
    actors = tables.actors
    actorAnaphors = tables.actorAnaphors
    persons = tables.persons
    numbers = tables.numbers
    casualties = tables.casualties
    times = tables.times
    namedEvents = tables.namedEvents
    realis = tables.realis
    reporting = tables.reporting
    clauses = tables.clauses
    weapons = tables.weapons
    firstNames = tables.firstNames
    titles = tables.titles
    placeTriggers = tables.placeTriggers
    blocks = tables.blocks
    ambiguous = tables.ambiguous
    usualMeanings = tables.usualMeanings
    demonyms = tables.demonyms
    directions = tables.directions
    placeAnaphors = tables.placeAnaphors
    relations = tables.relations
    relationPatterns = RelationPatterns(tables.relations)
    distanceUnits = tables.distanceUnits
    functionWords = tables.functionWords
    relationWords = tables.relationWords
    weights = tables.weights
    sources = tables.sources
    coderCodes = tables.coderCodes
  }

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

  /// The words of a name as the file has them.
  package func form(ofName name: Int) -> String { text(names[name].formRange) }

  /// The id of a name's row.
  package func id(ofName name: Int) -> String { text(names[name].idRange) }

  private func text(_ range: Range<Int32>) -> String {
    names.bytes.text(Int(range.lowerBound)..<Int(range.upperBound))
  }

  /// The path of the table that has an entity's row.
  package func path(of entity: Entity) -> String { entityFiles[entity.file] }

  /// The English name of an entity, else its Arabic or Sorani one, or its id when it has none.
  package func displayName(_ entity: Int) -> String {
    let row = entities[entity]
    let name = [row.nameEnglish, row.nameArabic, row.nameSorani].first { $0 >= 0 }
    return name.map { form(ofName: Int($0)) } ?? row.id
  }

  /// Returns an entity as the output shows it.
  package func summary(of entity: Int) -> PlaceSummary {
    let row = entities[entity]
    return PlaceSummary(
      id: row.id, name: displayName(entity),
      nameArabic: row.nameArabic >= 0 ? form(ofName: Int(row.nameArabic)) : nil,
      nameSorani: row.nameSorani >= 0 ? form(ofName: Int(row.nameSorani)) : nil,
      type: row.type, longitude: row.position?.longitude, latitude: row.position?.latitude,
      admin: admin(of: entity))
  }

  /// Whether an entity is or lies in another one; a disputed district lies in either governorate.
  package func isWithin(_ entity: Int, _ container: Int) -> Bool {
    if isBelow(entity, container) { return true }
    return unitsOfRegion[container]?.contains { isBelow(entity, $0) } ?? false
  }

  /// Whether an entity is part of a unit by its own row, whoever else counts it as theirs.
  package func isPart(_ entity: Int, of unit: Int) -> Bool { isBelow(entity, unit) }

  private func isBelow(_ entity: Int, _ container: Int) -> Bool {
    var current = entity
    var steps = 0
    while current >= 0, steps < 8 {
      if current == container { return true }
      current = entities[current].parent
      steps += 1
    }
    return false
  }

  /// The country in which an entity lies, or which it is; nil for a region of several.
  package func country(of entity: Int) -> Int? {
    first(from: entity) { entities[$0].level == .country || entities[$0].type == "country" }
  }

  /// The country that a demonym's mention tells, nil for other mentions and for peoples without one.
  package func countryOfDemonym(_ mention: Mention, in text: NormalizedText) -> Int? {
    guard mention.kind == .nisba,
      let match = text.longestMatch(.demonym, at: mention.tokens.lowerBound),
      demonyms[Int(match.row)].id == mention.rule
    else { return nil }
    return entityByID[demonyms[Int(match.row)].reference].flatMap { country(of: $0) }
  }

  /// The governorate in which an entity lies, or which it is; nil outside all.
  package func governorate(of entity: Int) -> Int? {
    first(from: entity) { entities[$0].level == .adm1 }
  }

  /// The first that fits of an entity and what holds it, from the inside out.
  private func first(from entity: Int, where fits: (Int) -> Bool) -> Int? {
    var current = entity
    var steps = 0
    while current >= 0, steps < 8 {
      if fits(current) { return current }
      current = entities[current].parent
      steps += 1
    }
    return nil
  }

  /// Whether an entity is a town of another country out of a list, hardly better known than our villages.
  package func isListedAbroad(_ entity: Int) -> Bool {
    let place = entities[entity]
    return place.isTown && place.source == "geonames" && !isInIraq(entity)
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

  /// Whether a relation pattern has these two words directly before its place (`border with`).
  ///
  /// Linear in the number of patterns.
  package func endsRelation(_ first: some Collection<UInt8>, _ second: some Collection<UInt8>)
    -> Bool
  {
    let words = [RelationRow.Element.word(Array(first)), .word(Array(second))]
    return relations.contains { $0.before.suffix(2) == words[...] }
  }
}

extension Gazetteer {
  /// Whether an entity is the seat of a unit.
  package func isSeatOf(_ place: Int, _ unit: Int) -> Bool {
    entities[unit].isUnit && entities[unit].seat == place
  }
}
