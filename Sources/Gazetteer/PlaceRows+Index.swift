import Files
import Model

// The rows about places, relations and shapes in the order in which the index has their members.

extension PlaceTriggerRow: IndexedRow {
  static var blank: PlaceTriggerRow {
    PlaceTriggerRow(id: "", form: "", language: "", type: "", number: "", licence: 0)
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&type)
    coder.transfer(&number)
    coder.transfer(&licence)
  }
}

extension BlockRow: IndexedRow {
  static var blank: BlockRow {
    BlockRow(
      id: "", form: "", language: "", kind: "", with: [], part: nil, namesNoPlace: false)
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&kind)
    coder.transfer(&with)
    coder.transfer(&part)
    coder.transfer(&namesNoPlace)
  }
}

extension AmbiguousRow: IndexedRow {
  static var blank: AmbiguousRow {
    AmbiguousRow(
      id: "", form: "", policy: "", requires: [], blocks: [], defaultEntity: -1, exact: nil)
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&policy)
    coder.transfer(&requires)
    coder.transfer(&blocks)
    coder.transfer(&defaultEntity)
    coder.transfer(&exact)
  }
}

extension DemonymRow: IndexedRow {
  static var blank: DemonymRow {
    DemonymRow(id: "", form: "", language: "", reference: "", kind: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&reference)
    coder.transfer(&kind)
  }
}

extension DirectionRow: IndexedRow {
  static var blank: DirectionRow { DirectionRow(id: "", form: "", language: "", bearing: 0) }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&bearing)
  }
}

extension PlaceAnaphorRow: IndexedRow {
  static var blank: PlaceAnaphorRow { PlaceAnaphorRow(id: "", form: "", language: "", kind: "") }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&form)
    coder.transfer(&language)
    coder.transfer(&kind)
  }
}

extension RelationRow.Element: IndexedRow {
  static var blank: RelationRow.Element { .place }

  mutating func transfer(with coder: inout some RowCoder) {
    var kind = 0
    var word: [UInt8] = []
    switch self {
    case .place: kind = 0
    case .secondPlace: kind = 1
    case .number: kind = 2
    case .unit: kind = 3
    case .direction: kind = 4
    case .word(let bytes):
      kind = 5
      word = bytes
    }
    coder.transfer(&kind)
    if kind == 5 { coder.transfer(&word) }
    switch kind {
    case 0: self = .place
    case 1: self = .secondPlace
    case 2: self = .number
    case 3: self = .unit
    case 4: self = .direction
    default: self = .word(word)
    }
  }
}

extension RelationRow: IndexedRow {
  static var blank: RelationRow {
    RelationRow(
      id: "", language: "", kind: .near, before: [], between: [], after: [],
      hasSecondPlace: false, tolerance: 0, intermediateTolerance: 0, geometry: "")
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&language)
    coder.transfer(&kind, as: \.rawValue, from: { Relation.Kind(rawValue: $0) }) {
      $0.transfer(&$1)
    }
    coder.transfer(&before)
    coder.transfer(&between)
    coder.transfer(&after)
    coder.transfer(&hasSecondPlace)
    coder.transfer(&tolerance)
    coder.transfer(&intermediateTolerance)
    coder.transfer(&geometry)
  }
}

extension WeightTable: IndexedRow {
  static var blank: WeightTable { WeightTable() }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.dictionary(&values, blank: 0) { $0.transfer(&$1) }
  }
}

extension BoundaryFeature: IndexedRow {
  static var blank: BoundaryFeature {
    BoundaryFeature(
      id: "", kind: .unit, variant: "", level: .none, nameEnglish: nil, nameArabic: nil,
      nameSorani: nil, polygons: MultiPolygon([]), lines: MultiLine([]), unionOf: [],
      unionOfTerritory: nil, validFrom: nil, validTo: nil, accuracyKm: 0, basis: nil,
      claimedBy: nil, source: "", disclaimer: nil, line: 0, file: "", folder: 0)
  }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&id)
    coder.transfer(&kind, as: \.rawValue, from: { Kind(rawValue: $0) }) { $0.transfer(&$1) }
    coder.transfer(&variant)
    coder.transfer(&level, as: \.code, from: { Entity.Level($0) ?? Entity.Level.none }) {
      $0.transfer(&$1)
    }
    coder.transfer(&nameEnglish)
    coder.transfer(&nameArabic)
    coder.transfer(&nameSorani)
    coder.list(&polygons.polygons, blank: Polygon(rings: [])) { coder, polygon in
      coder.list(&polygon.rings, blank: []) { $0.transfer(&$1) }
    }
    coder.list(&lines.lines, blank: []) { $0.transfer(&$1) }
    coder.transfer(&unionOf)
    coder.transfer(&unionOfTerritory)
    coder.transfer(&validFrom)
    coder.transfer(&validTo)
    coder.transfer(&accuracyKm)
    coder.transfer(&basis)
    coder.transfer(&claimedBy)
    coder.transfer(&source)
    coder.transfer(&disclaimer)
    coder.transfer(&line)
    // Without its folder, so that one index serves a gazetteer however its folder is named.
    file = OutputFolder.lastName(of: file)
    coder.transfer(&file)
    coder.transfer(&folder)
  }
}
