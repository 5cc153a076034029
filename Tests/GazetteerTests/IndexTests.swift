import Files
import Model
import TestSupport
import Testing

@testable import Gazetteer

/// The tables as they were read are the oracle for what the index gives back.
@Suite struct `Compiled index` {
  private static let tables: GazetteerTables = {
    do {
      return try GazetteerLoader.tables(directory: Repository.gazetteer, overlays: [])
    } catch {
      fatalError("\(error)")
    }
  }()
  private static let shapes = BoundaryReader.read(directory: Repository.gazetteer)
  private static let bytes = IndexWriter.bytes(
    tables, shapes: shapes, contentHash: "abc", key: 5)
  private static let gazetteer = Gazetteer(
    SectionFile(made: bytes), folders: [Repository.gazetteer])

  /// Every member of every row, so that one that the index forgets shows.
  private static func members<Row>(_ rows: [Row]) -> [[UInt8]] {
    rows.map { Array(String(describing: $0).utf8) }
  }

  private static func expectSame<Row>(
    _ path: KeyPath<GazetteerTables, [Row]>, _ other: KeyPath<Gazetteer, [Row]>,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let read = members(tables[keyPath: path])
    #expect(!read.isEmpty, sourceLocation: location)
    #expect(read == members(gazetteer[keyPath: other]), sourceLocation: location)
  }

  @Test func `rows of lexicons come back with every member`() {
    Self.expectSame(\.acled, \.acled)
    Self.expectSame(\.events, \.events)
    Self.expectSame(\.eventAnaphors, \.eventAnaphors)
    Self.expectSame(\.actors, \.actors)
    Self.expectSame(\.actorAnaphors, \.actorAnaphors)
    Self.expectSame(\.persons, \.persons)
    Self.expectSame(\.numbers, \.numbers)
    Self.expectSame(\.casualties, \.casualties)
    Self.expectSame(\.times, \.times)
    Self.expectSame(\.namedEvents, \.namedEvents)
    Self.expectSame(\.realis, \.realis)
    Self.expectSame(\.reporting, \.reporting)
    Self.expectSame(\.clauses, \.clauses)
    Self.expectSame(\.weapons, \.weapons)
    Self.expectSame(\.firstNames, \.firstNames)
    Self.expectSame(\.titles, \.titles)
    Self.expectSame(\.placeTriggers, \.placeTriggers)
    Self.expectSame(\.blocks, \.blocks)
    Self.expectSame(\.ambiguous, \.ambiguous)
    Self.expectSame(\.demonyms, \.demonyms)
    Self.expectSame(\.directions, \.directions)
    Self.expectSame(\.placeAnaphors, \.placeAnaphors)
    Self.expectSame(\.relations, \.relations)
    Self.expectSame(\.distanceUnits, \.distanceUnits)
    Self.expectSame(\.functionWords, \.functionWords)
    Self.expectSame(\.sources, \.sources)
    Self.expectSame(\.coderCodes, \.coderCodes)
  }

  @Test func `tables by code come back`() {
    let (read, made) = (Self.tables, Self.gazetteer)
    #expect(
      Self.members(read.actorCodes.sorted { $0.key < $1.key })
        == Self.members(made.actorCodes.sorted { $0.key < $1.key }))
    #expect(read.regionalCodes == made.regionalCodes)
    #expect(read.regionalUnits == made.regionalUnits)
    #expect(read.foreignForces == made.foreignForces)
    #expect(read.relationWords == made.relationWords)
    #expect(read.weights.values == made.weights.values)
    #expect(made.contentHash == "abc")
  }

  @Test func `rules of letters come back`() {
    let (read, made) = (Self.tables, Self.gazetteer)
    // The first group begins with them; the table made of them is a dictionary without an order.
    var reader = RowReader(IndexSection.placeWords, of: SectionFile(made: Self.bytes))
    var folding = FoldingRules.blank
    folding.transfer(with: &reader)
    #expect(Self.members(read.folding.rules) == Self.members(folding.rules))
    #expect(String(describing: read.sounds) == String(describing: made.sounds))
    let (left, right) = (read.clitics.table, made.clitics)
    #expect(Self.members(left.arabicPrefixes) == Self.members(right.arabicPrefixes))
    #expect(Self.members(left.arabicSuffixes) == Self.members(right.arabicSuffixes))
    #expect(Self.members(left.soraniPrefixes) == Self.members(right.soraniPrefixes))
    #expect(Self.members(left.soraniSuffixes) == Self.members(right.soraniSuffixes))
    #expect(left.noStrip == right.noStrip)
  }

  @Test func `places and units come back and are found by id`() {
    let entities = Self.gazetteer.entities
    #expect(entities.count == Self.tables.entities.count)
    for (index, record) in Self.tables.entities.enumerated() {
      let entity = entities[index]
      let back = EntityRecord(
        id: entity.id, type: entity.type, level: entity.level, position: entity.position,
        accuracyMeters: entity.accuracyMeters, radiusKm: entity.radiusKm, rank: entity.rank,
        pcode: entity.pcode, parent: entity.parent, validFrom: entity.validFrom,
        validTo: entity.validTo, seat: entity.seat, source: entity.source,
        nameEnglish: entity.nameEnglish, nameArabic: entity.nameArabic,
        nameSorani: entity.nameSorani, line: entity.line, file: Self.gazetteer.path(of: entity))
      #expect(String(describing: back) == String(describing: record))
      #expect(Self.gazetteer.entityByID[record.id] == index)
    }
    #expect(Self.gazetteer.entityByID["no-such-place"] == nil)
    #expect(Self.gazetteer.entityByID[""] == nil)
  }

  @Test func `names come back`() {
    let (read, made) = (Self.tables, Self.gazetteer)
    #expect(Self.members(read.names) == Self.members(Array(made.names)))
    for (row, name) in read.names.enumerated() {
      let form = read.nameBytes[Int(name.formRange.lowerBound)..<Int(name.formRange.upperBound)]
      #expect(Array(made.form(ofName: row).utf8) == Array(form))
      let id = read.nameBytes[Int(name.idRange.lowerBound)..<Int(name.idRange.upperBound)]
      #expect(Array(made.id(ofName: row).utf8) == Array(id))
    }
  }

  @Test func `shapes come back`() {
    let made = Self.gazetteer.shapes.boundaries()
    #expect(Self.members(made.units) == Self.members(Self.shapes.units))
    #expect(Self.members(made.territories) == Self.members(Self.shapes.territories))
    #expect(Self.members(made.features) == Self.members(Self.shapes.features))
    #expect(made.unitByID == Self.shapes.unitByID)
    #expect(made.featureByID == Self.shapes.featureByID)
    #expect(!made.units.isEmpty)
  }

  @Test func `the same files make the same bytes`() throws {
    let again = IndexWriter.bytes(
      try GazetteerLoader.tables(directory: Repository.gazetteer, overlays: []),
      shapes: BoundaryReader.read(directory: Repository.gazetteer), contentHash: "abc", key: 5)
    #expect(again == Self.bytes)
  }

  @Test func `for questions about places other forms are as if they were not there`() throws {
    let key = try #require(Self.gazetteer.events.first { $0.language == "en" }?.form)
    let word = Array(key.utf8)
    let full = Self.gazetteer.trie
    let small = PhraseTrie(SectionFile(made: Self.bytes), tables: GazetteerScope.places.tables)
    let event = try #require(
      Self.gazetteer.events.first { !$0.form.contains(" ") && $0.language == "en" }?.form)
    #expect(!full.rows(ofWord: Array(event.utf8), table: .event).isEmpty)
    #expect(small.rows(ofWord: Array(event.utf8), table: .event).isEmpty)
    #expect(small.rows(ofWord: word, table: .event).isEmpty)
    #expect(!small.rows(ofWord: Array("mosul".utf8), table: .name).isEmpty)
    let places = Gazetteer(
      SectionFile(made: Self.bytes), folders: [Repository.gazetteer], scope: .places)
    #expect(places.events.isEmpty && places.actors.isEmpty && places.blocks.isEmpty)
    #expect(places.numbers.count == Self.gazetteer.numbers.count)
  }

  @Test func `whole numbers of any size and odd texts come back`() {
    var numbers = [0, 1, -1, Int(Int32.max), Int(Int32.min), 1 << 31, -(1 << 40), .max, .min]
    // Equal as characters, not as bytes.
    var texts = ["", "é", "e\u{301}", "أ", "ا\u{654}", "a\u{0}b"]
    var optional: Int?
    var writer = RowWriter()
    writer.list(&numbers, blank: 0) { $0.transfer(&$1) }
    writer.transfer(&texts)
    writer.transfer(&optional)
    var file = SectionFileWriter()
    writer.write(1, to: &file)
    var reader = RowReader(1, of: SectionFile(made: file.bytes(version: 1, key: 1)))
    var (numbersBack, textsBack, optionalBack) = ([Int](), [String](), Int?.some(3))
    reader.list(&numbersBack, blank: 0) { $0.transfer(&$1) }
    reader.transfer(&textsBack)
    reader.transfer(&optionalBack)
    #expect(numbersBack == numbers)
    #expect(textsBack.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    #expect(optionalBack == nil)
  }
}
