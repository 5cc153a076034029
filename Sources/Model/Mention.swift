/// A name in a text, and what became of it.
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

  /// Source bytes.
  public var span: SourceSpan
  /// Tokens, half-open.
  public var tokens: Range<Int>
  public var role: Role
  public var kind: Kind?
  public var relation: Relation?
  /// Gazetteer entities that the words can name (indexes of the gazetteer), with name weights.
  public var names: [NameCandidate]
  /// The administrative level or class that a type word before the name asks for.
  public var typeHint: String?
  /// A stated distance and bearing in brackets after the name: it checks the name and moves nothing.
  public var gloss: Relation?
  /// The lexicon row that decided role or kind.
  public var rule: String
  /// Tokens of the type word or relation that belongs to the mention, for containment and clauses.
  public var head: Range<Int>?
  /// Mentions that hold this one ("village A of district B"), nearest first.
  public var containers: [Int]
  /// Mentions that an anaphor stands for.
  public var antecedents: [Int]
  /// Other mentions of the same list, this one included.
  public var list: Int?

  // Filled by resolution.
  public var place: PlaceSummary?
  /// The entity of the gazetteer behind `place`.
  public var entity: Int?
  public var precision: Precision
  public var radiusKm: Double?
  public var point: Position?
  public var pointIsComputed: Bool
  public var area: MultiPolygon?
  public var candidates: [PlaceCandidate]
  public var flags: [String]

  public init(
    span: SourceSpan, tokens: Range<Int>, role: Role, kind: Kind? = nil,
    names: [NameCandidate] = [], typeHint: String? = nil, rule: String, head: Range<Int>? = nil
  ) {
    self.span = span
    self.tokens = tokens
    self.role = role
    self.kind = kind
    relation = nil
    gloss = nil
    self.names = names
    self.typeHint = typeHint
    self.rule = rule
    self.head = head
    containers = []
    antecedents = []
    list = nil
    place = nil
    entity = nil
    precision = .unknown
    radiusKm = nil
    point = nil
    pointIsComputed = false
    area = nil
    candidates = []
    flags = []
  }
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
