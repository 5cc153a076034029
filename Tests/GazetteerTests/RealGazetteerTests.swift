import Files
import Gazetteer
import Geometry
import Model
import Testing

/// The gazetteer of this repository.
@Suite struct `Real gazetteer` {
  static let directory =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/gazetteer"
  static let gazetteer: Gazetteer = {
    do { return try GazetteerLoader.load(directory: directory) } catch { fatalError("\(error)") }
  }()

  @Test func `the check finds no error`() throws {
    let findings = try GazetteerChecker(directory: Self.directory, overlays: []).check()
    let errors = findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.prefix(20).map(\.description).joined(separator: "\n"))")
  }

  @Test func `every unit and place that has names shows an English and an Arabic one`() {
    let gazetteer = Self.gazetteer
    let lacking = gazetteer.entities.indices.filter { index in
      let entity = gazetteer.entities[index]
      return !gazetteer.isListedAbroad(index) && (entity.nameEnglish < 0 || entity.nameArabic < 0)
    }
    #expect(lacking.map { gazetteer.entities[$0].id } == [])
  }

  @Test func `every listed town abroad shows a name`() {
    let gazetteer = Self.gazetteer
    let listed = gazetteer.entities.indices.filter { gazetteer.isListedAbroad($0) }
    #expect(listed.count > 10_000)
    let nameless = listed.filter { gazetteer.displayName($0) == gazetteer.entities[$0].id }
    #expect(nameless.map { gazetteer.entities[$0].id } == [])
  }

  @Test func `every town of Iraq has a name in Sorani`() {
    let gazetteer = Self.gazetteer
    let towns = gazetteer.entities.indices.filter { index in
      let entity = gazetteer.entities[index]
      return ["city", "town"].contains(entity.type) && gazetteer.isInIraq(index)
    }
    #expect(towns.count > 200)
    let nameless = towns.filter { gazetteer.entities[$0].nameSorani < 0 }
    #expect(nameless.map { gazetteer.entities[$0].id } == [])
  }

  @Test func `every unit of Iraq has a name in Sorani`() {
    let units = Self.gazetteer.entities.filter { $0.isUnit && $0.nameSorani < 0 }
    #expect(units.map(\.id) == [])
  }

  static let resolved: [(query: String, id: String, language: String)] = [
    ("خانقين", "iq-khanaqin", "ar"), ("Khanaqin", "iq-khanaqin", "en"),
    ("خانەقین", "iq-khanaqin", "ckb"), ("الموصل", "iq-mosul", "ar"), ("Mosul", "iq-mosul", "en"),
    ("كركوك", "iq-kirkuk", "ar"), ("کەرکووک", "iq-kirkuk", "ckb"), ("بعقوبة", "iq-baqubah", "ar"),
    ("ba'qubah", "iq-baqubah", "en"), ("جلولا", "iq-jalawla", "ar"),
    ("هەولێر", "iq-erbil", "ckb"), ("جبال حمرين", "iq-hamrin-mountains", "ar"),
    ("ديالى", "iq-adm1-diyala", "ar"), ("Diyala", "iq-adm1-diyala", "en"),
    ("iq-mosul", "iq-mosul", "en"),
  ]

  @Test(arguments: resolved)
  func `a name finds its place first of its tier`(query: String, id: String, language: String) {
    let found = GazetteerSearch(gazetteer: Self.gazetteer).search(query, limit: 20)
    let best = found.first?.tier
    let ids = found.filter { $0.tier == best }.map(\.place.id)
    #expect(ids.contains(id))
    let hit = found.first { $0.place.id == id }
    #expect(hit?.language == language)
  }

  // MARK: - Boundaries

  static let boundaries = BoundaryReader.read(directory: directory)

  @Test func `the shapes can be read`() {
    #expect(Self.boundaries.diagnostics == [])
    #expect(Self.boundaries.units.count > 400)
    #expect(Self.boundaries.territories.count > 30)
  }

  @Test(arguments: [Entity.Level.adm1, .adm2, .adm3])
  func `each level is one coverage of the country`(level: Entity.Level) throws {
    let engine = try GeometryEngine()
    let country = try #require(Self.boundaries.units.first { $0.level == .country })
    let units = Self.boundaries.units.filter { $0.level == level }
    let union = try engine.union(units.map(\.polygons))
    #expect(try engine.equalsTopologically(union, country.polygons))
    // No overlap: the areas add up to the whole.
    var sum = 0.0
    for unit in units { sum += try engine.planarArea(of: unit.polygons) }
    #expect(abs(sum - (try engine.planarArea(of: country.polygons))) < 1e-9)
  }

  @Test(arguments: [Entity.Level.adm1, .adm2, .adm3])
  func `each piece of border occurs once, or twice in opposite directions`(level: Entity.Level)
    throws
  {
    struct Piece: Hashable {
      var from: Coordinate
      var to: Coordinate
    }
    func pieces(_ features: [BoundaryFeature]) -> [Piece] {
      features.flatMap { $0.polygons.polygons }.flatMap(\.rings).flatMap { ring in
        zip(ring, ring.dropFirst()).map { Piece(from: $0, to: $1) }
      }
    }
    let all = pieces(Self.boundaries.units.filter { $0.level == level })
    let set = Set(all)
    #expect(all.count == set.count)
    let outer = set.filter { !set.contains(Piece(from: $0.to, to: $0.from)) }
    #expect(outer == Set(pieces(Self.boundaries.units.filter { $0.level == .country })))
  }

  @Test func `boundaries lie on a grid of a hundredth of a degree`() {
    let off = Self.boundaries.units.filter { unit in
      unit.polygons.polygons.flatMap(\.rings).joined().contains { position in
        [position.x, position.y].contains { abs(($0 * 100).rounded() - $0 * 100) > 1e-6 }
      }
    }
    #expect(off.map(\.id) == [])
  }

  @Test func `every outline states an accuracy of 1,5 km or more`() {
    #expect(Self.boundaries.units.filter { $0.accuracyKm < 1.5 }.map(\.id) == [])
  }

  @Test func `core and wider territories do not overlap within a variant`() throws {
    let engine = try GeometryEngine()
    for variant in Set(Self.boundaries.territories.map(\.variant)) {
      let members = Self.boundaries.territories.filter { $0.variant == variant }
      let union = try engine.union(members.map(\.polygons))
      var sum = 0.0
      for member in members { sum += try engine.planarArea(of: member.polygons) }
      #expect(abs(sum - (try engine.planarArea(of: union))) < 1e-9, "\(variant)")
    }
  }

  @Test func `the list of 2009 is there in two variants, with its disclaimer`() {
    let core = Self.boundaries.territories.filter { $0.kind == .core }
    for variant in Set(core.map(\.variant)) {
      #expect(core.filter { $0.variant == variant }.count == 15)
    }
    #expect(Set(core.map(\.variant)).count == 2)
    #expect(Self.boundaries.territories.allSatisfy { $0.disclaimer?.isEmpty == false })
    #expect(Self.boundaries.territories.allSatisfy { $0.claimedBy?.isEmpty == false })
    #expect(Self.boundaries.territories.allSatisfy { $0.validFrom != nil })
  }
}
