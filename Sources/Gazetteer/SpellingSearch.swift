import Folding
package import Model

/// Finds the names that a word or some words may be a spelling of, whatever the script.
///
/// Tiers, each weaker than the one before: the same sounds, the same skeleton of consonants, one
/// consonant more, less or other. What the costs are and how far a tier goes are rows of
/// `weights.tsv` (`spelling_…`).
package struct SpellingSearch: Sendable {
  /// A name and how far the spelling asked for is from it.
  package struct Match: Sendable {
    /// The row of `Gazetteer.names`.
    package var row: Int
    package var tier: NameTier
    /// Thousandths: a consonant of another class is 1000.
    package var cost: Int
    /// How many consonants the spelling asked for has.
    package var consonants: Int
  }

  private let gazetteer: Gazetteer
  private let tokenizer: Tokenizer
  private let sameClass: Int
  private let vowel: Int
  private let missingVowel: Int
  private let weak: Int
  private let heardMost: Int
  private let skeletonMost: Int
  private let nearMost: Int

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    tokenizer = Tokenizer(table: gazetteer.folding)
    let weights = gazetteer.weights
    sameClass = weights["spelling_same_class"]
    vowel = weights["spelling_vowel"]
    missingVowel = weights["spelling_missing_vowel"]
    weak = weights["spelling_weak"]
    heardMost = weights["spelling_heard_most"]
    skeletonMost = weights["spelling_skeleton_most"]
    nearMost = weights["spelling_near_most"]
  }

  /// Returns the names that sound like the folded words, best first, one a row.
  ///
  /// - Parameter widest: The weakest tier to try; a weaker one is tried only when the stronger ones
  ///   find nothing.
  package func names(soundingLike words: [ArraySlice<UInt8>], widest: NameTier) -> [Match] {
    let rules = gazetteer.sounds
    guard !rules.isEmpty, widest > .exact else { return [] }
    var sounds: [UInt8] = []
    for word in words { NameSounds.append(word, words.count > 1, rules, to: &sounds) }
    let skeleton = rules.skeleton(of: sounds)
    let length = SoundRules.length(of: skeleton)
    guard length > 0 else { return [] }
    let index = gazetteer.soundIndex
    var found = matches(index.rows(of: skeleton), sounds, length, near: false)
    if widest == .heard { found.removeAll { $0.tier > .heard } }
    // With few consonants a neighbor is another name. A village that happens to sound the same does
    // not hide a town one letter off.
    let isHeard = found.contains { $0.tier <= .heard && isKnown($0) }
    if widest >= .near, length >= 3, !isHeard {
      found += matches(index.neighbors(of: skeleton), sounds, length, near: true)
    }
    found.sort { ($0.tier, $0.cost, $0.row) < ($1.tier, $1.cost, $1.row) }
    return found
  }

  /// Whether a name is of more than a village.
  private func isKnown(_ match: Match) -> Bool {
    gazetteer.entities[Int(gazetteer.names[match.row].entity)].rank >= 200
  }

  /// Returns the names that sound like a form.
  package func names(soundingLike form: String, widest: NameTier) -> [Match] {
    var buffer = TokenBuffer()
    let bytes = Array(form.utf8)
    tokenizer.tokenize(bytes.span, into: &buffer)
    let words = buffer.tokens.indices.filter { buffer.tokens[$0].kind == .word }
    return names(soundingLike: words.map { buffer.key($0) }, widest: widest)
  }

  /// Whether a place is looked for by sound: abroad only countries and capitals, since reports about
  /// Iraq do not misspell what they hardly name.
  private func isHeardOf(_ entity: Int) -> Bool {
    gazetteer.isInIraq(entity)
      || ["country", "capital"].contains(gazetteer.entities[entity].type)
  }

  private func matches(
    _ rows: some Collection<UInt32>, _ sounds: [UInt8], _ length: Int, near: Bool
  ) -> [Match] {
    var buffer = TokenBuffer()
    var other: [UInt8] = []
    var result: [Match] = []
    for row in rows where isHeardOf(Int(gazetteer.names[Int(row)].entity)) {
      let form = Array(gazetteer.form(ofName: Int(row)).utf8)
      buffer.removeAll()
      tokenizer.tokenize(form.span, into: &buffer)
      other.removeAll(keepingCapacity: true)
      NameSounds.append(buffer, gazetteer.sounds, to: &other)
      let cost = distance(sounds, other)
      let tier: NameTier
      if near {
        guard cost <= 1000 + nearMost * (length - 2) else { continue }
        tier = .near
      } else if cost <= heardMost * length {
        tier = .heard
      } else if cost <= skeletonMost * length {
        tier = .skeleton
      } else {
        continue
      }
      result.append(Match(row: Int(row), tier: tier, cost: cost, consonants: length))
    }
    return result
  }

  /// The weighted edit distance of two rows of sounds.
  ///
  /// Quadratic in their length, which is that of a name.
  func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    let rules = gazetteer.sounds
    func price(_ sound: UInt8) -> Int {
      if rules.classOf(sound) != 0 { return 1000 }
      return sound == UInt8(ascii: "h") ? weak : missingVowel
    }
    var row = [0]
    for sound in right { row.append(row[row.count - 1] + price(sound)) }
    for first in left {
      var next = [row[0] + price(first)]
      for (column, second) in right.enumerated() {
        let exchange: Int
        let classes = (rules.classOf(first), rules.classOf(second))
        if first == second {
          exchange = 0
        } else if classes.0 != 0, classes.0 == classes.1 {
          exchange = sameClass
        } else if classes == (0, 0) {
          exchange = vowel
        } else {
          exchange = 1000
        }
        next.append(
          min(
            row[column] + exchange, row[column + 1] + price(first), next[column] + price(second)))
      }
      row = next
    }
    return row[row.count - 1]
  }
}
