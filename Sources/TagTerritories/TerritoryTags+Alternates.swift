package import Gazetteer
package import Model

extension TerritoryTags {
  /// Finds who else counts the district or sub-district as theirs on a day.
  ///
  /// It follows from the units: a store does not keep it.
  package mutating func findAlternates(in gazetteer: Gazetteer, on day: CivilDate?) {
    let own = [admin.admin2?.id, admin.admin3?.id].compactMap(\.self)
    adminAlternates = gazetteer.secondAdministrations.compactMap { governorate, unit, source in
      let other = gazetteer.entities[governorate]
      guard own.contains(gazetteer.entities[unit].id), other.id != admin.admin1?.id,
        other.isValid(on: day)
      else { return nil }
      return Alternate(
        id: other.id, name: gazetteer.displayName(governorate), pcode: other.pcode,
        unit: gazetteer.displayName(unit), source: source)
    }
  }
}
