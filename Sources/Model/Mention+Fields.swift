/// What a mention says of itself.
extension Mention {
  /// Source bytes.
  public var span: SourceSpan {
    @inlinable get { box.fields.span }
    @inlinable set {
      own()
      box.fields.span = newValue
    }
  }

  /// Tokens, half-open.
  public var tokens: Range<Int> {
    @inlinable get { box.fields.tokens }
    @inlinable set {
      own()
      box.fields.tokens = newValue
    }
  }

  public var role: Role {
    @inlinable get { box.fields.role }
    @inlinable set {
      own()
      box.fields.role = newValue
    }
  }

  public var kind: Kind? {
    @inlinable get { box.fields.kind }
    @inlinable set {
      own()
      box.fields.kind = newValue
    }
  }

  public var relation: Relation? {
    @inlinable get { box.fields.relation }
    @inlinable _modify {
      own()
      yield &box.fields.relation
    }
  }

  /// Gazetteer entities that the words can name (indexes of the gazetteer), with name weights.
  public var names: [NameCandidate] {
    @inlinable get { box.fields.names }
    @inlinable _modify {
      own()
      yield &box.fields.names
    }
  }

  /// The administrative level or class that a type word before the name asks for.
  public var typeHint: String? {
    @inlinable get { box.fields.typeHint }
    @inlinable set {
      own()
      box.fields.typeHint = newValue
    }
  }

  /// A stated distance and bearing in brackets after the name: it checks the name and moves nothing.
  public var gloss: Relation? {
    @inlinable get { box.fields.gloss }
    @inlinable _modify {
      own()
      yield &box.fields.gloss
    }
  }

  /// The lexicon row that decided role or kind.
  public var rule: String {
    @inlinable get { box.fields.rule }
    @inlinable _modify {
      own()
      yield &box.fields.rule
    }
  }

  /// Tokens of the type word or relation that belongs to the mention, for containment and clauses.
  public var head: Range<Int>? {
    @inlinable get { box.fields.head }
    @inlinable set {
      own()
      box.fields.head = newValue
    }
  }

  /// Mentions that hold this one ("village A of district B"), nearest first.
  public var containers: [Int] {
    @inlinable get { box.fields.containers }
    @inlinable _modify {
      own()
      yield &box.fields.containers
    }
  }

  /// Mentions that an anaphor stands for.
  public var antecedents: [Int] {
    @inlinable get { box.fields.antecedents }
    @inlinable _modify {
      own()
      yield &box.fields.antecedents
    }
  }

  /// Other mentions of the same list, this one included.
  public var list: Int? {
    @inlinable get { box.fields.list }
    @inlinable set {
      own()
      box.fields.list = newValue
    }
  }

  // Filled by resolution.
  public var place: PlaceSummary? {
    @inlinable get { box.fields.place }
    @inlinable _modify {
      own()
      yield &box.fields.place
    }
  }

  /// The entity of the gazetteer behind `place`.
  public var entity: Int? {
    @inlinable get { box.fields.entity }
    @inlinable set {
      own()
      box.fields.entity = newValue
    }
  }

  public var precision: Precision {
    @inlinable get { box.fields.precision }
    @inlinable set {
      own()
      box.fields.precision = newValue
    }
  }

  public var radiusKm: Double? {
    @inlinable get { box.fields.radiusKm }
    @inlinable set {
      own()
      box.fields.radiusKm = newValue
    }
  }

  public var point: Position? {
    @inlinable get { box.fields.point }
    @inlinable set {
      own()
      box.fields.point = newValue
    }
  }

  public var pointIsComputed: Bool {
    @inlinable get { box.fields.pointIsComputed }
    @inlinable set {
      own()
      box.fields.pointIsComputed = newValue
    }
  }

  public var area: MultiPolygon? {
    @inlinable get { box.fields.area }
    @inlinable _modify {
      own()
      yield &box.fields.area
    }
  }

  public var candidates: [PlaceCandidate] {
    @inlinable get { box.fields.candidates }
    @inlinable _modify {
      own()
      yield &box.fields.candidates
    }
  }

  public var flags: [String] {
    @inlinable get { box.fields.flags }
    @inlinable _modify {
      own()
      yield &box.fields.flags
    }
  }
}
