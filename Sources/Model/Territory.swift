/// The administrative units and disputed territories of a point or an area (`docs/fields.md`).
public struct TerritoryTags: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable {
    case inside, outside, possible, unknown
  }

  /// A share of an area that lies in one unit.
  public struct Share: Sendable, Hashable {
    public var id: String
    public var name: String
    public var pcode: String?
    /// 0-1.
    public var share: Double

    public init(id: String, name: String, pcode: String?, share: Double) {
      self.id = id
      self.name = name
      self.pcode = pcode
      self.share = share
    }
  }

  /// A second governorate that administers or claims a unit, and who says so.
  public struct Alternate: Sendable, Hashable {
    /// The governorate.
    public var id: String
    public var name: String
    public var pcode: String?
    /// The name of the district or sub-district that it is about.
    public var unit: String
    /// What is cited for it.
    public var source: String

    public init(id: String, name: String, pcode: String?, unit: String, source: String) {
      self.id = id
      self.name = name
      self.pcode = pcode
      self.unit = unit
      self.source = source
    }
  }

  public var admin = AdminUnits()
  /// Other governorates that count the district or sub-district as theirs.
  public var adminAlternates: [Alternate] = []
  /// Shares of the units that an area touches, coarse to fine, largest first.
  public var adminShares: [Share] = []
  public var adminSource: String?
  /// Core territories, with the mean share over the variants.
  public var territories: [Share] = []
  /// Share inside the union of core territories, the mean over the variants; nil when unknown.
  public var territoryShare: Double?
  public var status = Status.unknown
  public var widerShare: Double?
  public var nearBoundary: Bool?
  public var boundaryVersion: String?
  public var flags: [String] = []

  public init() {}
}
