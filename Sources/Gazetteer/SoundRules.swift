/// How letters sound: the content of `letters.tsv`.
///
/// A name becomes a row of sounds, in which spellings of one name differ little, and a skeleton of
/// classes of consonants, in which most do not differ at all, whatever the script.
package struct SoundRules: Sendable {
  enum Place: Sendable { case any, initial, final }

  struct Rule: Sendable {
    var letters: [UInt8]
    var place: Place
    var sounds: [UInt8]
  }

  /// The rules by the first byte of their letters, longest first, bound to a place before free.
  private var rules: [[Rule]]
  /// The class of each sound, 1-15; 0 for one that is no part of a skeleton.
  private var classes: [UInt8]
  private var classNames: [UInt8] = []
  /// Folded words that a name is told with or without (`Qaryat`).
  private var silentWords: [[UInt8]] = []

  package init() {
    rules = Array(repeating: [], count: 256)
    classes = Array(repeating: 0, count: 256)
  }

  /// Whether there are no rules: names are then known in their own spelling only.
  package var isEmpty: Bool { classNames.isEmpty }

  /// Adds a letter.
  mutating func add(letters: [UInt8], place: Place, sounds: [UInt8]) {
    guard let first = letters.first else { return }
    rules[Int(first)].append(Rule(letters: letters, place: place, sounds: sounds))
  }

  /// Adds a class of sounds; false when there are more than a skeleton can tell apart.
  mutating func add(sound: UInt8, class name: UInt8) -> Bool {
    let known = classNames.firstIndex(of: name)
    let number = known ?? classNames.count
    if known == nil { classNames.append(name) }
    guard number < 15 else { return false }
    classes[Int(sound)] = UInt8(number + 1)
    return true
  }

  /// Adds a word that is not heard in a name of several words.
  mutating func add(silent word: [UInt8]) { silentWords.append(word) }

  /// Whether a folded word is no part of the sounds of a name that has others.
  func isSilent(_ word: ArraySlice<UInt8>) -> Bool {
    silentWords.contains { $0.elementsEqual(word) }
  }

  mutating func finish() {
    for first in rules.indices {
      rules[first].sort { left, right in
        if left.letters.count != right.letters.count {
          return left.letters.count > right.letters.count
        }
        return left.place != .any && right.place == .any
      }
    }
  }

  /// Appends the sounds of a folded word.
  ///
  /// Linear in its letters. Doubled sounds count once, letters without a rule not at all.
  package func append(_ word: ArraySlice<UInt8>, to sounds: inout [UInt8]) {
    var index = word.startIndex
    while index < word.endIndex {
      guard let rule = rule(word, index) else {
        index += 1
        continue
      }
      for sound in rule.sounds where sounds.last != sound { sounds.append(sound) }
      index += rule.letters.count
    }
  }

  private func rule(_ word: ArraySlice<UInt8>, _ index: Int) -> Rule? {
    rules[Int(word[index])].first { rule in
      let end = index + rule.letters.count
      guard end <= word.endIndex, word[index..<end].elementsEqual(rule.letters) else {
        return false
      }
      switch rule.place {
      case .any: return true
      case .initial: return index == word.startIndex
      case .final: return end == word.endIndex && index > word.startIndex
      }
    }
  }

  /// The class of a sound, 0 for a vowel or a weak consonant.
  func classOf(_ sound: UInt8) -> UInt8 { classes[Int(sound)] }

  /// The skeleton of sounds: four bits a consonant, the first in the highest, sixteen at most.
  package func skeleton(of sounds: [UInt8]) -> UInt64 {
    var key: UInt64 = 0
    var count: UInt64 = 0
    var last: UInt8 = 0
    for sound in sounds {
      let number = classes[Int(sound)]
      // Neighbors of one class are one consonant, as doubled letters are; a vowel parts them.
      if number != 0, number != last, count < 16 {
        key |= UInt64(number) << (60 - 4 * count)
        count += 1
      }
      last = number
    }
    return key
  }

  /// How many consonants a skeleton has.
  package static func length(of skeleton: UInt64) -> Int {
    skeleton == 0 ? 0 : 16 - skeleton.trailingZeroBitCount / 4
  }
}

extension SoundRules.Place: CaseIterable {}

extension SoundRules: IndexedRow {
  static var blank: SoundRules { SoundRules() }

  mutating func transfer(with coder: inout some RowCoder) {
    coder.list(&rules, blank: []) { coder, rules in
      coder.list(&rules, blank: Rule(letters: [], place: .any, sounds: [])) { coder, rule in
        coder.transfer(&rule.letters)
        coder.transfer(
          &rule.place, as: { Place.allCases.firstIndex(of: $0) ?? 0 }, from: { Place.allCases[$0] }
        ) { $0.transfer(&$1) }
        coder.transferNumbers(&rule.sounds)
      }
    }
    coder.transferNumbers(&classes)
    coder.transferNumbers(&classNames)
    coder.list(&silentWords, blank: []) { $0.transfer(&$1) }
  }
}
