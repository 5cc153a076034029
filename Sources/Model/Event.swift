/// Words of the document that gave a value, and the rule that read them.
public struct Evidence: Sendable, Hashable {
  public var span: SourceSpan
  /// The lexicon row or the named rule.
  public var rule: String

  public init(span: SourceSpan, rule: String) {
    self.span = span
    self.rule = rule
  }
}

/// One event of one report, or several reports' events that were found to be one.
public struct Event: Sendable {
  public enum Realis: String, Sendable, Hashable {
    case asserted, historical
  }

  // Identity.
  public var id = ""
  public var memberIDs: [String] = []
  public var reportIDs: [String] = []
  public var possibleDuplicateOf: String?

  // What.
  public var eventType: String?
  public var subEventType: String?
  public var disorderType: String?
  public var family = ""
  public var ploverType: String?
  public var ploverMode: String?
  public var realis = Realis.asserted
  public var trigger = ""
  public var triggerSpan = SourceSpan(0, 0)
  public var triggerTokens: Range<Int> = 0..<0
  /// Every trigger word that tells this event, the main one included.
  public var allTriggers: [SourceSpan] = []
  public var isTollUpdate = false

  // When.
  public var date = EventDate()

  // Who.
  public var actor1 = EventActor()
  public var actor2 = EventActor()
  public var attribution: String?
  public var civilianTargeting = false

  // Harm.
  public var harm = Harm()

  // Where.
  public var mentions: [Int] = []
  public var places: [PlaceSummary] = []
  public var location: String?
  public var locationArabic: String?
  public var locationSorani: String?
  public var precision = Precision.unknown
  public var point: Position?
  public var pointIsComputed = false
  public var area: MultiPolygon?
  public var radiusKm: Double?
  public var relation: String?
  /// Places that the words may mean instead: linking reads them, they are no part of the output.
  public var rivalPlaces: [RivalPlace] = []
  public var tags = TerritoryTags()

  // Trust: thousandths.
  public var confidence = 0
  public var placeConfidence: Int?
  public var dateConfidence: Int?
  public var actorConfidence: Int?
  public var confidenceTerms: [ConfidenceTerm] = []
  public var flags: [String] = []
  public var evidence: [(field: String, evidence: Evidence)] = []

  // Source: the first member's document.
  public var documentID = ""
  public var source: String?
  public var url: String?
  public var published: CivilDate?
  public var language = ""
  public var quoteSpan = SourceSpan(0, 0)

  public init() {}
}

/// A place that the words of an event may mean instead of the one chosen.
public struct RivalPlace: Sendable, Hashable {
  public var id: String
  /// Degrees, WGS 84.
  public var longitude: Double
  public var latitude: Double
  public var radiusKm: Double

  public init(id: String, longitude: Double, latitude: Double, radiusKm: Double) {
    self.id = id
    self.longitude = longitude
    self.latitude = latitude
    self.radiusKm = radiusKm
  }
}

/// One term of an additive score, in thousandths.
public struct ConfidenceTerm: Sendable, Hashable {
  public var term: String
  public var value: Int

  public init(_ term: String, _ value: Int) {
    self.term = term
    self.value = value
  }
}

/// When an event happened, as far as the words say.
public struct EventDate: Sendable, Hashable {
  public enum Precision: String, Sendable, Hashable {
    case day, week, month, year, range, unresolved
  }

  public enum Basis: String, Sendable, Hashable {
    /// A calendar date in the words.
    case stated
    /// Words relative to the day of publication.
    case relative
    /// Only the day on which it was made known.
    case disclosed
    /// No date in the report: the publication bounds it.
    case inferred
  }

  public var start: CivilDate?
  public var end: CivilDate?
  public var precision = Precision.unresolved
  public var basis: Basis?
  public var timeOfDay: String?

  public init() {}
}

/// One side of an event.
public struct EventActor: Sendable, Hashable {
  public enum Role: String, Sendable, Hashable {
    case perpetrator, target, party
  }

  public enum Basis: String, Sendable, Hashable {
    case asserted, claimed, attributed, inferred
  }

  public var code: String?
  public var name: String?
  public var inter: Int?
  public var role: Role?
  public var basis: Basis?
  /// The actor that somebody names as this side without the report asserting it.
  public var attributed: String?
  public var associates: [String] = []

  public init() {}
}

/// Killed and injured as ranges: both nil, not stated; maximum nil, open upwards; 0, stated as none.
public struct Harm: Sendable, Hashable {
  public struct Count: Sendable, Hashable {
    public var minimum: Int?
    public var maximum: Int?

    public init(_ minimum: Int? = nil, _ maximum: Int? = nil) {
      self.minimum = minimum
      self.maximum = maximum
    }

    /// Whether the words say anything.
    public var isStated: Bool { minimum != nil || maximum != nil }
  }

  public var killed = Count()
  public var injured = Count()
  public var casualties = Count()
  public var pooled = false
  public var qualifier: String?
  public var killedActor1 = Count()
  public var killedActor2 = Count()
  public var killedCivilians = Count()

  public init() {}
}

/// What was read and deliberately not mapped.
public struct Statement: Sendable, Hashable {
  public var span: SourceSpan
  public var trigger: String
  public var eventType: String?
  public var subEventType: String?
  public var ploverType: String?
  public var reason: String
  /// The row that gave the reason.
  public var rule: String

  public init(
    span: SourceSpan, trigger: String, eventType: String?, subEventType: String?,
    ploverType: String?, reason: String, rule: String
  ) {
    self.span = span
    self.trigger = trigger
    self.eventType = eventType
    self.subEventType = subEventType
    self.ploverType = ploverType
    self.reason = reason
    self.rule = rule
  }
}
