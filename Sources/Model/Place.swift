/// A place of the gazetteer as the output shows it.
public struct PlaceSummary: Sendable, Hashable {
  public var id: String
  public var name: String
  public var nameArabic: String?
  public var nameSorani: String?
  public var type: String
  public var longitude: Double?
  public var latitude: Double?
  public var admin: AdminUnits

  public init(
    id: String, name: String, nameArabic: String?, nameSorani: String?, type: String,
    longitude: Double?, latitude: Double?, admin: AdminUnits
  ) {
    self.id = id
    self.name = name
    self.nameArabic = nameArabic
    self.nameSorani = nameSorani
    self.type = type
    self.longitude = longitude
    self.latitude = latitude
    self.admin = admin
  }
}

/// The administrative units of a place or an area, coarse to fine; null where not known or not one.
public struct AdminUnits: Sendable, Hashable {
  public struct Unit: Sendable, Hashable {
    public var id: String
    public var name: String
    public var pcode: String?

    public init(id: String, name: String, pcode: String?) {
      self.id = id
      self.name = name
      self.pcode = pcode
    }
  }

  public var country: Unit?
  public var admin1: Unit?
  public var admin2: Unit?
  public var admin3: Unit?

  public init(
    country: Unit? = nil, admin1: Unit? = nil, admin2: Unit? = nil, admin3: Unit? = nil
  ) {
    self.country = country
    self.admin1 = admin1
    self.admin2 = admin2
    self.admin3 = admin3
  }
}

/// How precisely words place something, finest first (`docs/certainty.md`).
public enum Precision: String, Sendable, Hashable, CaseIterable {
  case site, place, near, adm3, adm2, feature, region, adm1, country, unknown

  /// 1 for the finest; unknown is the last.
  public var rank: Int {
    switch self {
    case .site: 1
    case .place: 2
    case .near: 3
    case .adm3: 4
    case .adm2: 5
    case .feature: 6
    case .region: 7
    case .adm1: 8
    case .country: 9
    case .unknown: 10
    }
  }

  /// ACLED's `geo_precision`, nil where ACLED has none.
  public var acled: Int? {
    switch self {
    case .site, .place: 1
    case .near, .adm3, .adm2, .feature: 2
    case .region, .adm1: 3
    case .country, .unknown: nil
    }
  }

  /// UCDP's `where_prec`, nil when unknown.
  public var ucdp: Int? {
    switch self {
    case .site, .place: 1
    case .near: 2
    case .adm3, .adm2: 3
    case .adm1: 4
    case .feature, .region: 5
    case .country: 6
    case .unknown: nil
    }
  }
}
