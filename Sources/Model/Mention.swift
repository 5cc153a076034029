/// A name in a text, and what became of it.
///
/// A value that is handed around a good deal and written seldom: a copy is one reference, and the first
/// one to write to a shared one takes its own.
public struct Mention: Sendable, Hashable {
  public enum Role: String, Sendable, Hashable {
    /// A location.
    case literal
    /// A name that only looks like one.
    case associative
  }

  public enum Kind: String, Sendable, Hashable {
    case outlet, person, nisba, organisation, idiom, jurisdiction
    case facilityName = "facility_name"
    case countryActor = "country_actor"
    case referenceBase = "reference_base"
  }

  /// What a mention holds.
  @usableFromInline
  struct Fields: Sendable, Hashable {
    @usableFromInline var span: SourceSpan
    @usableFromInline var tokens: Range<Int>
    @usableFromInline var role: Role
    @usableFromInline var kind: Kind?
    @usableFromInline var relation: Relation?
    @usableFromInline var names: [NameCandidate]
    @usableFromInline var typeHint: String?
    @usableFromInline var gloss: Relation?
    @usableFromInline var rule: String
    @usableFromInline var head: Range<Int>?
    @usableFromInline var containers: [Int]
    @usableFromInline var antecedents: [Int]
    @usableFromInline var list: Int?
    @usableFromInline var place: PlaceSummary?
    @usableFromInline var entity: Int?
    @usableFromInline var precision: Precision
    @usableFromInline var radiusKm: Double?
    @usableFromInline var point: Position?
    @usableFromInline var pointIsComputed: Bool
    @usableFromInline var area: MultiPolygon?
    @usableFromInline var candidates: [PlaceCandidate]
    @usableFromInline var flags: [String]
  }

  @usableFromInline
  final class Box: @unchecked Sendable {
    // Sendable by hand: whoever writes has made sure that nobody else holds the box.
    @usableFromInline @exclusivity(unchecked) var fields: Fields

    @usableFromInline
    init(_ fields: Fields) { self.fields = fields }
  }

  @usableFromInline var box: Box

  /// Takes a box of its own before a write.
  @inlinable
  mutating func own() {
    if !isKnownUniquelyReferenced(&box) { box = Box(box.fields) }
  }

  public init(
    span: SourceSpan, tokens: Range<Int>, role: Role, kind: Kind? = nil,
    names: [NameCandidate] = [], typeHint: String? = nil, rule: String, head: Range<Int>? = nil
  ) {
    box = Box(
      Fields(
        span: span, tokens: tokens, role: role, kind: kind, relation: nil, names: names,
        typeHint: typeHint, gloss: nil, rule: rule, head: head, containers: [], antecedents: [],
        list: nil, place: nil, entity: nil, precision: .unknown, radiusKm: nil, point: nil,
        pointIsComputed: false, area: nil, candidates: [], flags: []))
  }

  public static func == (left: Mention, right: Mention) -> Bool {
    left.box === right.box || left.box.fields == right.box.fields
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(box.fields) }
}

/// How a spelling met a name of the gazetteer, best first.
public enum NameTier: Int, Sendable, Hashable, Comparable {
  /// Letter for letter, but for what folding makes equal.
  case exact
  /// It sounds the same: another romanization, a common misspelling.
  case heard
  /// The same consonants.
  case skeleton
  /// One consonant differs.
  case near

  /// The word in `candidates[].why`.
  public var reason: String {
    switch self {
    case .exact: "exact_name"
    case .heard: "heard_name"
    case .skeleton: "skeleton_name"
    case .near: "near_name"
    }
  }

  /// The word in the terms of `weights.tsv`.
  public var term: String {
    switch self {
    case .exact: "exact"
    case .heard: "heard"
    case .skeleton: "skeleton"
    case .near: "near"
    }
  }

  public static func < (left: NameTier, right: NameTier) -> Bool { left.rawValue < right.rawValue }
}

/// One entity that a name can stand for.
public struct NameCandidate: Sendable, Hashable {
  public var entity: Int
  /// The row of the name.
  public var name: Int
  /// 0-1000: the row's weight less the cost of the reading.
  public var weight: Int
  /// How the spelling met the row.
  public var tier = NameTier.exact
  /// Whether the spelling only resembles the row.
  public var isDoubtful: Bool { tier != .exact }
  /// Thousandths by which the sounds differ.
  public var spelling = 0
  /// How many consonants the words have that only sound like the name, else 0.
  public var consonants = 0
  /// Whether the name by itself means this entity (`ambig.tsv`).
  public var isDefault = false

  public init(entity: Int, name: Int, weight: Int) {
    self.entity = entity
    self.name = name
    self.weight = weight
  }
}

/// A candidate of resolution with its score and the reasons for it.
public struct PlaceCandidate: Sendable, Hashable {
  /// A summand of a score.
  public struct Term: Sendable, Hashable {
    /// The row of `weights.tsv`.
    public var name: String
    /// Thousandths.
    public var value: Int

    public init(name: String, value: Int) {
      self.name = name
      self.value = value
    }
  }

  public var entity: Int
  public var id: String
  public var name: String
  public var longitude: Double?
  public var latitude: Double?
  /// 0-1000.
  public var score: Int
  public var why: [String]
  /// What the score is the sum of, before it is held to its range: of a question's candidates that its
  /// words allow, else empty.
  public var terms: [Term] = []

  public init(
    entity: Int, id: String, name: String, longitude: Double?, latitude: Double?, score: Int,
    why: [String]
  ) {
    self.entity = entity
    self.id = id
    self.name = name
    self.longitude = longitude
    self.latitude = latitude
    self.score = score
    self.why = why
  }
}

/// How words place something relative to a name.
public struct Relation: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case outskirts, near, bearing, between, road, centre, heading, gloss, border
    case distanceBearing = "distance_bearing"
    case partOf = "part_of"

    /// Whether it tells of ground that is not the base itself, so that the bare base would say more
    /// than the words do.
    public var leavesBase: Bool {
      switch self {
      case .outskirts, .near, .bearing, .distanceBearing, .border: true
      case .between, .road, .centre, .heading, .gloss, .partOf: false
      }
    }
  }

  public var kind: Kind
  /// Source bytes of the relation's words, or nil when no word says it.
  public var span: SourceSpan?
  public var distanceKm: Double?
  /// Degrees clockwise from north.
  public var bearingDegrees: Double?
  /// Half the angle that the words leave open, in degrees; 180 for any direction.
  public var tolerance: Double
  /// Mentions that it is measured from; empty when the mention itself is the base.
  public var base: [Int]
  /// The geometry rule of the lexicon row, such as `sector`, `buffer(10)`.
  public var geometry: String
  public var rule: String

  public init(
    kind: Kind, span: SourceSpan?, distanceKm: Double? = nil, bearingDegrees: Double? = nil,
    tolerance: Double = 180, base: [Int] = [], geometry: String = "", rule: String
  ) {
    self.kind = kind
    self.span = span
    self.distanceKm = distanceKm
    self.bearingDegrees = bearingDegrees
    self.tolerance = tolerance
    self.base = base
    self.geometry = geometry
    self.rule = rule
  }
}
