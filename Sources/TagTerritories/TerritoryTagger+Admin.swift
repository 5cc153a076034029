import Gazetteer
import Geodesy
import Geometry
import Model

extension TerritoryTagger {
  /// Tells the administrative units: of a named place its own row's, of several places those that
  /// they share, of an area those that hold nearly all of it, of a point those that hold it.
  func tagAdmin(
    _ tags: inout TerritoryTags, point: Position?, record: AreaRecord?, named: AdminUnits?,
    places: [AdminUnits]
  ) throws {
    if let named {
      tags.admin = named
      if let point, try isConflict(named, point) { tags.flags.append("admin_conflict") }
    } else if places.count > 1 {
      tags.admin = AdminUnits.common(places)
    } else if record == nil, let point {
      tags.admin = try admin(at: point)
    }
    if let record {
      let shares = try record.shares(try units())
      if named == nil, places.isEmpty { tags.admin = holders(shares) }
      if named?.admin1 != nil, named?.admin2 == nil {
        tags.admin.admin2 = holders(shares, in: tags.admin.admin1).admin2
      }
      tags.adminShares = list(shares, known: named)
    }
    let admin = tags.admin
    if admin.admin1 != nil || admin.admin2 != nil || admin.admin3 != nil
      || !tags.adminShares.isEmpty
    {
      tags.adminSource = try units().source
    }
  }

  /// The units that hold nearly all of an area, level by level; none when the governorate is another
  /// one than is known.
  private func holders(
    _ shares: [(unit: UnitIndex.Unit, share: Double)], in governorate: AdminUnits.Unit?
  ) -> AdminUnits {
    let admin = holders(shares)
    return admin.admin1?.id == governorate?.id ? admin : AdminUnits()
  }

  /// The units that hold nearly all of an area, level by level.
  private func holders(_ shares: [(unit: UnitIndex.Unit, share: Double)]) -> AdminUnits {
    var admin = AdminUnits()
    for (unit, share) in shares where share >= TerritoryTagger.insideShare {
      if admin.unit(at: unit.level) == nil { admin.set(unit.unit, unit.level) }
    }
    return admin
  }

  /// The parts to list.
  ///
  /// A named place has its units by name; the polygons speak only for the levels below.
  private func list(
    _ shares: [(unit: UnitIndex.Unit, share: Double)], known: AdminUnits?
  ) -> [TerritoryTags.Share] {
    var result: [TerritoryTags.Share] = []
    for (unit, share) in shares
    where share >= TerritoryTagger.leastAdminShare && unit.level != .country {
      if known?.unit(at: unit.level) != nil { continue }
      result.append(
        TerritoryTags.Share(
          id: unit.unit.id, name: unit.unit.name, pcode: unit.unit.pcode, share: share))
    }
    return result
  }

  /// Whether the polygons put a point elsewhere than its own row does, at the first or second
  /// level, and farther from its own unit than that outline is accurate.
  private func isConflict(_ named: AdminUnits, _ point: Position) throws -> Bool {
    let drawn = try admin(at: point)
    for level in [Entity.Level.adm1, .adm2] {
      guard let own = named.unit(at: level), own.id != drawn.unit(at: level)?.id,
        let unit = try units().unit(id: own.id)
      else { continue }
      let local = try LocalProjection(center: point, in: context)
      let distance = try engine.planarDistance(
        from: Coordinate(0, 0), to: try local.forward(unit.outline))
      if let distance, distance > unit.accuracyKm * 1000 { return true }
    }
    return false
  }
}
