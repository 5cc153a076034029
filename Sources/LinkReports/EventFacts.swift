import Model

/// What linking compares of an event, as numbers: no strings, no geometry.
struct EventFacts {
  enum DateKind: UInt8 {
    /// One stated day.
    case day
    /// A stated window of a few days.
    case window
    /// A month, a year, a long range.
    case vague
    /// Publication or disclosure bounds it.
    case bound
    case none
  }

  /// What an attack is done with; the generic ones tell no means.
  enum Means: UInt8 {
    case generic, explosive, distant, intercepted, other
  }

  /// A range of people; `low` -1 when not stated.
  struct Range: Hashable {
    var low: Int32 = -1
    var high: Int32 = -1

    var isStated: Bool { low >= 0 }

    init() {}

    init(_ count: Harm.Count) {
      guard count.isStated else { return }
      low = Int32(clamping: max(0, count.minimum ?? 0))
      high = count.maximum.map { Int32(clamping: max(0, $0)) } ?? .max
    }
  }

  var document: Int32 = 0
  /// Copies of one text have one number; -1 for a text of its own.
  var copy: Int32 = -1
  /// Day number; the least when not known.
  var published = Int32.min
  // What. Interned names, -1 for none.
  var family: Int32 = -1
  var type: Int32 = -1
  var means = Means.other
  var isCrowd = false
  /// Protesters who are shot at, or who attack: told as a protest by one and as violence by another.
  var isForceOnCrowd = false
  var isHistorical = false
  // When: day numbers, inclusive.
  var dateKind = DateKind.none
  var firstDay: Int32 = 0
  var lastDay: Int32 = 0
  /// A relative day or a night: it may be told as the day before or after.
  var isFlexibleDay = false
  // Where.
  var place: Int32 = -1
  var placeCount = 0
  /// The place's names, -1 for none.
  var names: (english: Int32, arabic: Int32) = (-1, -1)
  /// The names that the English name of a site begins with: `Qayyarah Air Base` is named after a town.
  var namedAfter: [Int32] = []
  /// The district that is named like the place, as its seat; a report from the seat may mean the
  /// district.
  var seatOf: Int32 = -1
  /// A place that is no unit and gives its name to none.
  var isVillage = false
  var relation: Int32 = -1
  var rank: Int8 = 10
  /// 0 country to 3 sub-district for a whole unit, -1 otherwise.
  var unitLevel: Int8 = -1
  var admin: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
  var isLocated = false
  var longitude = 0.0
  var latitude = 0.0
  var radiusKm = 0.0
  var box = BoundingBox(minX: 0, minY: 0, maxX: 0, maxY: 0)
  /// Equal areas have equal numbers; -1 for none.
  var area: Int32 = -1
  // Harm.
  var killed = Range()
  var injured = Range()
  var casualties = Range()
  var isToll = false
  // Who: interned codes; -1 for nobody named or somebody unknown.
  var actor1: Int32 = -1
  var actor2: Int32 = -1
  var attributed: Int32 = -1

  /// The unit of a level, -1 when not known.
  func admin(_ level: Int8) -> Int32 {
    switch level {
    case 0: admin.0
    case 1: admin.1
    case 2: admin.2
    case 3: admin.3
    default: -1
    }
  }

  /// Whether the words count at least one victim.
  var hasVictims: Bool { killed.low > 0 || injured.low > 0 || casualties.low > 0 }

  /// All victims, where they are counted.
  var total: Range {
    if casualties.isStated { return casualties }
    guard killed.isStated, injured.isStated else { return Range() }
    var sum = Range()
    sum.low = killed.low &+ injured.low
    let isOpen = killed.high == .max || injured.high == .max
    sum.high = isOpen ? .max : killed.high &+ injured.high
    if sum.low < 0 { sum.low = .max }
    if sum.high < sum.low { sum.high = .max }
    return sum
  }

  /// Whether it is known to lie within some days.
  var isDated: Bool { dateKind != .none && dateKind != .vague }

  /// Whether the box is too large for the fine grid.
  var isWide: Bool { box.maxX - box.minX > 0.6 || box.maxY - box.minY > 0.6 }
}

/// A place that the words of an event may mean instead of its own.
struct RivalDisc {
  var longitude: Double
  var latitude: Double
  var radiusKm: Double
  var box: BoundingBox

  init(_ rival: RivalPlace) {
    longitude = rival.longitude
    latitude = rival.latitude
    radiusKm = rival.radiusKm
    box = EarthScale.box(
      longitude: longitude, latitude: latitude, radiusKm: rival.radiusKm)
  }

  /// Whether a point lies in the disc, or nearer to it than some kilometres.
  func holds(_ fact: EventFacts, marginKm: Double) -> Bool {
    let km = radiusKm + marginKm
    let y = (latitude - fact.latitude) * EarthScale.kmPerDegree
    let x =
      (longitude - fact.longitude) * EarthScale.kmPerDegree
      * EarthScale.cosine((latitude + fact.latitude) / 2)
    return x * x + y * y <= km * km
  }
}

/// Gives each string a small number.
struct Interner {
  private(set) var numbers: [String: Int32] = [:]
  private(set) var strings: [String] = []

  mutating func callAsFunction(_ string: String) -> Int32 {
    if let number = numbers[string] { return number }
    let number = Int32(strings.count)
    numbers[string] = number
    strings.append(string)
    return number
  }
}
