import Folding
package import Model

/// Looks into the gazetteer by name, as `marsad gazetteer search` does.
///
/// No resolution and no context: a list for people who ask what is known under a name.
package struct GazetteerSearch: Sendable {
  /// How a name answers a query, best first.
  package enum Tier: Int, Sendable, Comparable, CaseIterable {
    /// The query is the entity's id or its folded name.
    case exact
    /// The same when Kurdish letters are folded as well.
    case loose
    /// The name begins with the query.
    case prefix
    /// The query stands somewhere in the name.
    case substring
    /// The name sounds like the query, or nearly so; tried when nothing else answers.
    case sound

    package static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
  }

  /// An entity with the name that answered best.
  package struct Match: Sendable {
    package var place: PlaceSummary
    package var matchedName: String
    package var language: String
    /// The word of `names.tsv`.
    package var status: String
    package var weight: Int
    package var tier: Tier
    /// The row of `Gazetteer.entities`.
    package var entity: Int
  }

  private struct Candidate {
    var entity: Int
    var row: Int
    var tier: Tier
  }

  private let gazetteer: Gazetteer
  private let keys: [(strict: [UInt8], loose: [UInt8]?)]

  /// Folds all names once.
  ///
  /// Linear in their bytes.
  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    let tokenizer = Tokenizer(table: gazetteer.folding)
    var buffer = TokenBuffer()
    keys = gazetteer.names.indices.map { row in
      let strict = GazetteerSearch.key(gazetteer.form(ofName: row), tokenizer, &buffer)
      return (strict, gazetteer.folding.looseKey(strict))
    }
  }

  /// Returns the entities that a name or an id finds, each once with its best name: by tier, then
  /// the name's weight and the entity's rank (both largest first), then the id.
  ///
  /// Linear in the names.
  package func search(_ query: String, limit: Int) -> [Match] {
    var buffer = TokenBuffer()
    let wanted = GazetteerSearch.key(query, Tokenizer(table: gazetteer.folding), &buffer)
    guard !wanted.isEmpty, limit > 0 else { return [] }
    let wantedLoose = gazetteer.folding.looseKey(wanted) ?? wanted
    var best: [Int: Candidate] = [:]
    for (row, key) in keys.enumerated() {
      guard let tier = tier(of: key, wanted, wantedLoose) else { continue }
      let candidate = Candidate(entity: Int(gazetteer.names[row].entity), row: row, tier: tier)
      if let known = best[candidate.entity], !isBefore(candidate, known) { continue }
      best[candidate.entity] = candidate
    }
    if let entity = gazetteer.entityByID[query], let name = shownName(of: entity) {
      best[entity] = Candidate(entity: entity, row: name, tier: .exact)
    }
    if best.isEmpty {
      let spelling = SpellingSearch(gazetteer: gazetteer)
      for match in spelling.names(soundingLike: query, widest: .near) {
        let entity = Int(gazetteer.names[match.row].entity)
        if best[entity] == nil {
          best[entity] = Candidate(entity: entity, row: match.row, tier: .sound)
        }
      }
    }
    return best.values.sorted(by: isBefore).prefix(limit).map(match)
  }

  /// The folded words of a form, joined by spaces.
  private static func key(
    _ form: String, _ tokenizer: Tokenizer, _ buffer: inout TokenBuffer
  ) -> [UInt8] {
    buffer.removeAll()
    let bytes = Array(form.utf8)
    tokenizer.tokenize(bytes.span, into: &buffer)
    var key: [UInt8] = []
    for index in buffer.tokens.indices where buffer.tokens[index].kind != .punctuation {
      if !key.isEmpty { key.append(0x20) }
      key.append(contentsOf: buffer.key(index))
    }
    return key
  }

  private func tier(
    of key: (strict: [UInt8], loose: [UInt8]?), _ wanted: [UInt8], _ wantedLoose: [UInt8]
  ) -> Tier? {
    if key.strict == wanted { return .exact }
    let loose = key.loose ?? key.strict
    if loose == wantedLoose { return .loose }
    if loose.count <= wantedLoose.count { return nil }
    if loose.starts(with: wantedLoose) { return .prefix }
    return GazetteerSearch.contains(loose, wantedLoose) ? .substring : nil
  }

  private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    var start = 0
    while start + part.count <= bytes.count {
      var index = 0
      while index < part.count, bytes[start + index] == part[index] { index += 1 }
      if index == part.count { return true }
      start += 1
    }
    return false
  }

  private func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.tier != right.tier { return left.tier < right.tier }
    let weights = (gazetteer.names[left.row].weight, gazetteer.names[right.row].weight)
    if weights.0 != weights.1 { return weights.0 > weights.1 }
    let entities = (gazetteer.entities[left.entity], gazetteer.entities[right.entity])
    if entities.0.rank != entities.1.rank { return entities.0.rank > entities.1.rank }
    if entities.0.id != entities.1.id { return entities.0.id < entities.1.id }
    return left.row < right.row
  }

  private func shownName(of entity: Int) -> Int? {
    let row = gazetteer.entities[entity]
    return [row.nameEnglish, row.nameArabic, row.nameSorani].first { $0 >= 0 }.map(Int.init)
  }

  private func match(_ candidate: Candidate) -> Match {
    let name = gazetteer.names[candidate.row]
    return Match(
      place: gazetteer.summary(of: candidate.entity),
      matchedName: gazetteer.form(ofName: candidate.row), language: name.language,
      status: name.status.text, weight: Int(name.weight), tier: candidate.tier,
      entity: candidate.entity)
  }
}
