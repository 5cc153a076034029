import Gazetteer
import Model
import Testing

/// The look at the neighbors of a name must never pass over a pattern that would fit.
@Suite struct `Relation patterns` {
  private typealias Surroundings = RelationPatterns.Surroundings
  private let gazetteer = `Real gazetteer`.gazetteer

  private func offered(_ row: RelationRow, _ words: Surroundings) -> [Int] {
    var result: [Int] = []
    gazetteer.relationPatterns.each(ofLanguage: row.language, beside: words) { result.append($0) }
    return result
  }

  private func surroundings(
    before: [UInt8] = [], first: [UInt8] = [], next: [UInt8] = [], followsDirection: Bool = false
  ) -> Surroundings {
    Surroundings(
      before: before[...], first: first[...], next: [next[...]],
      followsDirection: followsDirection)
  }

  @Test func `every pattern is offered beside its own words`() {
    #expect(gazetteer.relations.count > 500)
    for (number, row) in gazetteer.relations.enumerated() {
      let words: [Surroundings] =
        switch (row.before.last, row.after.first) {
        case (.word(let word), _) where word.count > 2:
          [surroundings(before: word), surroundings(before: word + [], first: [0x61])]
            + (word[0] >= 0xD8 ? [surroundings(before: Array("وال".utf8) + word)] : [])
        case (.word(let letter), _):
          [surroundings(before: letter), surroundings(first: letter + Array("بغداد".utf8))]
        case (.direction, _): [surroundings(followsDirection: true)]
        case (nil, .word(let word)) where !row.hasSecondPlace: [surroundings(next: word)]
        default: [surroundings()]
        }
      for word in words { #expect(offered(row, word).contains(number), "\(row.id)") }
    }
  }

  @Test func `most patterns are passed over, and those offered keep the order of the file`() {
    for row in gazetteer.relations {
      guard case .word(let word)? = row.before.last, word.count > 2 else { continue }
      let numbers = offered(row, surroundings(before: word))
      #expect(numbers == numbers.sorted())
      #expect(numbers.count * 2 < gazetteer.relations.count)
    }
    // Beside no words at all only the pairs of names are left.
    let pairs = gazetteer.relations.flatMap { offered($0, surroundings()) }
    #expect(!pairs.isEmpty)
    for number in pairs { #expect(gazetteer.relations[number].hasSecondPlace) }
  }

  @Test func `words of direction and departure`() {
    let heading = gazetteer.relations.first { $0.kind == .heading }
    #expect(heading.map { gazetteer.relationPatterns.isOutside($0.id) } == true)
    #expect(!gazetteer.relationPatterns.isOutside(""))
    #expect(!gazetteer.relationPatterns.isToward(Array("بغداد".utf8)[...]))
  }
}
