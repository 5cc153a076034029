import Gazetteer
import Model
import TestSupport
import Testing

/// Outlines of an overlay replace, remove and join those of the gazetteer.
@Suite struct `Shapes of overlays` {
  /// The minimal gazetteer: districts west of and east of 45 degrees.
  private let base = MinimalGazetteer().write()

  private func overlay(_ file: String, _ features: [String]) -> TemporaryDirectory {
    let folder = TemporaryDirectory()
    folder.write(
      file,
      #"{"type":"FeatureCollection","features":["# + "\n" + features.joined(separator: ",\n")
        + "\n]}\n")
    return folder
  }

  private func outline(
    _ id: String, west: Double, east: Double, variant: String = "v", more: String = "",
    close: Bool = true
  ) -> String {
    let end = close ? ",[\(west),33]" : ""
    return #"{"type":"Feature","properties":{"id":"\#(id)","level":"adm2","variant":"\#(variant)","#
      + #""kind":"unit","accuracy_km":0.1,"source":"user"\#(more)},"geometry":{"type":"Polygon","#
      + #""coordinates":[[[\#(west),33],[\#(east),33],[\#(east),35],[\#(west),35]\#(end)]]}}"#
  }

  private func read(_ overlays: [TemporaryDirectory]) -> Boundaries {
    BoundaryReader.read(directory: base.path, overlays: overlays.map(\.path))
  }

  @Test func `an overlay without shapes changes nothing`() {
    let with = read([TemporaryDirectory()])
    #expect(with.diagnostics.isEmpty)
    #expect(with.units.map(\.id) == read([]).units.map(\.id))
    #expect(with.units.allSatisfy { $0.folder == 0 })
  }

  @Test func `the same id and variant replaces in place`() throws {
    let layer = overlay("boundaries.geojson", [outline("iq-adm2-w", west: 44, east: 44.5)])
    let shapes = read([layer])
    #expect(shapes.units.map(\.id) == ["iq", "iq-adm1-a", "iq-adm2-w", "iq-adm2-e"])
    let replaced = shapes.units[2]
    #expect(replaced.accuracyKm == 0.1)
    #expect(replaced.folder == 1)
    #expect(replaced.file == layer.path + "/boundaries.geojson")
    #expect(shapes.outline(ofUnit: "iq-adm2-w")?.bounds?.maxX == 44.5)
  }

  @Test func `another variant is added and is the outline that counts`() throws {
    let layer = overlay(
      "boundaries.geojson", [outline("iq-adm2-w", west: 44, east: 44.5, variant: "mine")])
    let shapes = read([layer])
    #expect(shapes.units.count == 5)
    #expect(shapes.outline(ofUnit: "iq-adm2-w")?.bounds?.maxX == 44.5)
    #expect(shapes.currentUnits.filter { $0.id == "iq-adm2-w" }.map(\.variant) == ["mine"])
  }

  @Test func `one that ended is not the outline that counts`() throws {
    let layer = overlay(
      "boundaries.geojson",
      [
        outline(
          "iq-adm2-w", west: 44, east: 44.5, variant: "old", more: #","valid_to":"2010-01-01""#)
      ])
    #expect(read([layer]).outline(ofUnit: "iq-adm2-w")?.bounds?.maxX == 45)
  }

  @Test func `the status deleted removes`() throws {
    let layer = overlay(
      "boundaries.geojson",
      [outline("iq-adm2-w", west: 44, east: 45, more: #","status":"deleted""#)])
    let shapes = read([layer])
    #expect(shapes.units.map(\.id) == ["iq", "iq-adm1-a", "iq-adm2-e"])
    #expect(shapes.outline(ofUnit: "iq-adm2-w") == nil)
    #expect(shapes.outline(ofUnit: "iq-adm2-e") != nil)
  }

  @Test func `the last overlay wins`() throws {
    let layers = [44.4, 44.3, 44.6].map {
      overlay("boundaries.geojson", [outline("iq-adm2-w", west: 44, east: $0)])
    }
    #expect(read(layers).outline(ofUnit: "iq-adm2-w")?.bounds?.maxX == 44.6)
    #expect(read(layers).units.count == 4)
  }

  @Test func `territories and courses of overlays are read too`() throws {
    let claim = outline("mine", west: 44.2, east: 44.4, variant: "me").replacing(
      #""kind":"unit""#, with: #""kind":"core""#)
    let course =
      #"{"type":"Feature","properties":{"id":"iq-brook","kind":"line","accuracy_km":1},"geometry":"#
      + #"{"type":"LineString","coordinates":[[44.1,34],[44.2,34.1]]}}"#
    let shapes = read([
      overlay("territories.geojson", [claim]), overlay("features.geojson", [course]),
    ])
    #expect(shapes.territories.map(\.id) == ["mine"])
    #expect(shapes.featureByID["iq-brook"] != nil)
  }

  @Test func `what cannot be read is named with the overlay's path`() throws {
    let layer = overlay(
      "boundaries.geojson", [outline("iq-adm2-w", west: 44, east: 44.5, close: false)])
    let finding = try #require(read([layer]).diagnostics.first)
    #expect(finding.description.hasPrefix(layer.path + "/boundaries.geojson:2:1: error: [Z032]"))
    let checked = try GazetteerChecker(directory: base.path, overlays: [layer.path]).check()
    #expect(checked.map(MinimalGazetteer.short) == ["boundaries.geojson:2:1 Z033"])
    #expect(checked.first?.path == layer.path + "/boundaries.geojson")
  }

  @Test func `an outline that crosses itself is refused with the overlay's path`() throws {
    let bow = outline("iq-adm2-w", west: 44, east: 45).replacing(
      "[[44.0,33],[45.0,33],[45.0,35],[44.0,35],[44.0,33]]",
      with: "[[44,33],[45,34],[45,33],[44,34],[44,33]]")
    #expect(bow.contains("[45,34]"))
    let layer = overlay("boundaries.geojson", [bow])
    let error = #expect(throws: GazetteerError.self) {
      try ShapeValidator.requireValid(read([layer]), directory: base.path)
    }
    #expect(error?.findings.first?.path == layer.path + "/boundaries.geojson")
  }

  @Test func `the check asks of an overlay no fitting together and no coarse grid`() throws {
    let layer = overlay("boundaries.geojson", [outline("iq-adm2-w", west: 44, east: 44.876543)])
    #expect(try GazetteerChecker(directory: base.path, overlays: [layer.path]).check() == [])
    // The unit must exist all the same.
    let stray = overlay("boundaries.geojson", [outline("iq-adm2-x", west: 44, east: 44.5)])
    let findings = try GazetteerChecker(directory: base.path, overlays: [stray.path]).check()
    #expect(findings.map(MinimalGazetteer.short) == ["boundaries.geojson:2:1 Z036"])
  }
}
