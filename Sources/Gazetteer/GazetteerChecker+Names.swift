import Files
import Model

extension GazetteerChecker {
  /// Scripts, weights and periods of names, names that say nothing new, and names of two entities.
  mutating func checkNames() {
    /// The unit and the type of an entity with one of its folded names.
    struct Neighborhood: Hashable {
      var name: String
      var type: String
      var unit: Int
    }
    /// A name of one entity in one language.
    struct Own: Hashable {
      var name: String
      var entity: Int
      var language: String
    }
    /// Two entities that have been found to share a name.
    struct Pair: Hashable {
      var one: Int
      var other: Int
    }
    var neighbors: [Neighborhood: Int] = [:]
    var told: Set<Pair> = []
    var own: [Own: String] = [:]
    for table in PlaceTables.names {
      rows(table) { run, row in
        let form = row.string(row.column("form"))
        let cell = row.column("form")
        let name = run.key(form)
        run.checkPeriod(&row)
        if name.isEmpty {
          row.report(.foldsToNothing, "nothing is left of the name to look for", cell: cell)
          return
        }
        run.checkScript(of: form, &row)
        guard let entity = run.gazetteer.entityByID[row.string(row.column("ref"))] else { return }
        let language = row.string(row.column("lang"))
        let id = row.string(row.column("nid"))
        if let first = own[Own(name: name, entity: entity, language: language)] {
          row.report(.duplicateForm, "the name folds to the same key as \(first)", cell: cell)
        } else {
          own[Own(name: name, entity: entity, language: language)] = id
        }
        let shown = run.gazetteer.entities[entity]
        let place = Neighborhood(name: name, type: shown.type, unit: shown.parent)
        if let other = neighbors[place], other != entity {
          // Once for two entities, however many names they share.
          guard told.insert(Pair(one: min(entity, other), other: max(entity, other))).inserted
          else {
            return
          }
          row.report(
            .sameName,
            "\(run.gazetteer.entities[other].id), a \(shown.type) of the same unit, has the same "
              + "name as \(shown.id)", cell: cell)
        } else {
          neighbors[place] = entity
        }
      }
    }
  }

  private mutating func checkScript(of form: String, _ row: inout TSVReader) {
    let stated = row.string(row.column("script"))
    guard let script = script(form) else { return }
    let isRight =
      switch stated {
      case "arab": script == .arabic
      case "latn": script == .latin
      default: true
      }
    if !isRight {
      row.report(.otherScript, "the name is not written in \(stated)", cell: row.column("form"))
    }
  }
}
