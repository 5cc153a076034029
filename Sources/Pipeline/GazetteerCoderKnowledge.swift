package import EmitLayers
package import Gazetteer
package import Model
import TagTerritories

/// What the gazetteer knows of the things that the coders' formats ask for.
///
/// Not Sendable: it holds GEOS and PROJ contexts.
package final class GazetteerCoderKnowledge: CoderKnowledge {
  package let codes: CoderCodes
  private let gazetteer: Gazetteer
  private let tagger: TerritoryTagger
  private let keys: NameKeys
  private var sourceByKey: [String: SourceFacts] = [:]
  private var seatByPcode: [String: Position] = [:]

  /// Linear in the gazetteer's places.
  package init(_ gazetteer: Gazetteer) throws {
    self.gazetteer = gazetteer
    codes = Self.codes(of: gazetteer)
    tagger = try TerritoryTagger(gazetteer: gazetteer)
    keys = NameKeys(gazetteer)
    for row in gazetteer.sources {
      let facts = SourceFacts(
        scale: row.scale, affiliation: row.affiliation, reliability: row.reliability)
      for key in row.keys where sourceByKey[key] == nil { sourceByKey[key] = facts }
    }
    for entity in gazetteer.entities where entity.isUnit {
      guard let pcode = entity.pcode, seatByPcode[pcode] == nil, entity.seat >= 0 else { continue }
      seatByPcode[pcode] = gazetteer.entities[entity.seat].position
    }
  }

  /// The rows of `coder_codes.tsv`; those of countries by the English names that events carry.
  package static func codes(of gazetteer: Gazetteer) -> CoderCodes {
    var codes = CoderCodes()
    for row in gazetteer.coderCodes {
      let country = gazetteer.entityByID[row.value].map { gazetteer.displayName($0) }
      codes.add(list: row.list, value: country ?? row.value, code: row.code)
    }
    return codes
  }

  package func actorName(_ code: String) -> String? { gazetteer.actorCodes[code]?.nameEnglish }

  package func source(_ name: String) -> SourceFacts? {
    sourceByKey[keys.key(name)]
  }

  package func seat(ofUnitWithPcode pcode: String) -> Position? { seatByPcode[pcode] }

  package func position(ofPlace id: String) -> Position? {
    gazetteer.entityByID[id].flatMap { entity in
      gazetteer.entities[entity].isUnit ? nil : gazetteer.entities[entity].position
    }
  }

  package func units(at position: Position) throws -> AdminUnits {
    try tagger.admin(at: position)
  }
}
