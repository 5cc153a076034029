import Gazetteer
import Model

/// The rows of the lexicons that count people, as codes rather than words: read once, so that the
/// rules compare no strings.
struct HarmLexicon: Sendable {
  /// How a harm word stands to the people that it harms.
  struct Slots: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    static let verbSubject = Slots(rawValue: 1 << 0)
    static let verbObject = Slots(rawValue: 1 << 1)
    static let activeOrPassive = Slots(rawValue: 1 << 2)
    static let genitive = Slots(rawValue: 1 << 3)
    /// The number counts the word itself.
    static let unit = Slots(rawValue: 1 << 4)
    static let pooled = Slots(rawValue: 1 << 5)
    static let bodies = Slots(rawValue: 1 << 6)
    static let subset = Slots(rawValue: 1 << 7)
    static let zero = Slots(rawValue: 1 << 8)
    static let zeroObject = Slots(rawValue: 1 << 9)
    /// A verb that harms only together with a noun further on (`met … their death`).
    static let light = Slots(rawValue: 1 << 10)
    static let other = Slots(rawValue: 1 << 11)
    static let result = Slots(rawValue: 1 << 12)
    static let toll = Slots(rawValue: 1 << 13)
    /// What happened to somebody's body: it harms the one before it, or one whom no noun names.
    static let ownBody = Slots(rawValue: 1 << 14)

    /// Slots whose words are part of a frame; the rest only tells something about one.
    static let framing: Slots = [
      .verbSubject, .verbObject, .activeOrPassive, .genitive, .unit, .pooled, .bodies, .subset,
      .zero, .zeroObject, .light, .ownBody,
    ]
    static let verbs: Slots = [
      .verbSubject, .verbObject, .activeOrPassive, .light, .ownBody,
    ]
  }

  struct Casualty: Sendable {
    var slot: Slots
    var field: HarmFrame.Field
  }

  enum NumberKind: UInt8, Sendable {
    case cardinal, dual, vague, bound, range, ordinal, block, blockBefore
    /// How many a bare harm noun is (`a dead man`, two, several).
    case unit
    /// `one of`: one before a noun of people only.
    case oneOf
    case unknown
  }

  enum Operation: UInt8, Sendable {
    case none, add, multiply, weak, atLeast, moreThan, about, atMost, lessThan
    case unknown, between, or, to, plural
  }

  struct Number: Sendable {
    var kind: NumberKind
    var operation: Operation
    var value: Int?
    var isEnglish: Bool
    var isSorani: Bool
  }

  enum Count: UInt8, Sendable {
    case singular, dual, plural, any
  }

  enum Small: UInt8, Sendable {
    case none, and, or, from, preposition, by, was, the, which, include, targets, past
    /// Object pronouns: `him`, `her` (also a possessive), `them`, `himself`.
    case him, her, them, oneself
    /// Subject pronouns of one person.
    case he
    /// `together with`: what it joins is counted as well.
    case together
    /// `described as`, `believed to be`: says who they are that stand before it.
    case described
  }

  let casualties: [Casualty]
  let numbers: [Number]
  let persons: [Count]
  let small: [Small]
  /// Whether a row of `reporting.tsv` is a verb of speaking or a source.
  let speaks: [Bool]
  /// Whether a row of `realis.tsv` takes back the noun after it (an attempt).
  let attempts: [Bool]
  /// Whether a row of `realis.tsv` tells a burial.
  let burials: [Bool]

  init(gazetteer: Gazetteer) {
    casualties = gazetteer.casualties.map {
      Casualty(slot: Self.slot($0.slot), field: HarmFrame.Field(rawValue: $0.field) ?? .casualties)
    }
    numbers = gazetteer.numbers.map {
      Number(
        kind: Self.numberKind($0.kind), operation: Self.operation($0.operation), value: $0.value,
        isEnglish: $0.language == "en", isSorani: $0.language == "ckb")
    }
    persons = gazetteer.persons.map {
      switch $0.number {
      case "sg": .singular
      case "dual": .dual
      case "pl": .plural
      default: .any
      }
    }
    small = gazetteer.functionWords.map { Self.small($0.kind) }
    speaks = gazetteer.reporting.map {
      ["say", "claim", "cite", "source", "witness", "announce", "deny", "warn"].contains($0.kind)
    }
    attempts = gazetteer.realis.map { $0.value == "attempt" && $0.scope == "np" }
    burials = gazetteer.realis.map { $0.value == "burial" }
  }

  private static func slot(_ name: String) -> Slots {
    switch name {
    case "verb_subject": .verbSubject
    case "verb_object": .verbObject
    case "active_or_passive": .activeOrPassive
    case "genitive": .genitive
    case "unit": .unit
    case "pooled_phrase": .pooled
    case "bodies": .bodies
    case "subset": .subset
    case "zero": .zero
    case "zero_object": .zeroObject
    case "light_verb": .light
    case "own_body": .ownBody
    case "other": .other
    case "result": .result
    case "toll": .toll
    default: []
    }
  }

  private static func numberKind(_ name: String) -> NumberKind {
    switch name {
    case "card": .cardinal
    case "dual": .dual
    case "vague": .vague
    case "bound": .bound
    case "range": .range
    case "ordinal": .ordinal
    case "block": .block
    case "blockbefore": .blockBefore
    case "unit": .unit
    case "oneof": .oneOf
    default: .unknown
    }
  }

  private static func operation(_ name: String) -> Operation {
    switch name {
    case "add": .add
    case "mul": .multiply
    case "weak": .weak
    case "at_least": .atLeast
    case "more_than": .moreThan
    case "about": .about
    case "at_most": .atMost
    case "less_than": .lessThan
    case "between": .between
    case "or": .or
    case "to": .to
    case "plural": .plural
    case "unknown": .unknown
    default: .none
    }
  }

  private static func small(_ name: String) -> Small {
    switch name {
    case "and": .and
    case "or": .or
    case "from", "of": .from
    case "in", "on", "at", "to", "about", "with", "between", "against", "before", "after", "during",
      "since", "until", "part":
      .preposition
    case "by": .by
    case "was", "has", "had": .was
    case "the", "all": .the
    case "which": .which
    case "include": .include
    case "targets": .targets
    case "past": .past
    case "he": .he
    case "him": .him
    case "her": .her
    case "them": .them
    case "oneself": .oneself
    case "together": .together
    case "described": .described
    default: .none
    }
  }
}
