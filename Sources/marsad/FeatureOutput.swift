import EmitLayers
import Files
import Geodesy
import Geometry
import Model
import StoreEvents

/// Where features go: text to a file or standard output, or a GeoPackage.
struct FeatureOutput {
  let options: FeatureOutputOptions
  /// The name of the layer.
  let name: String
  let columns: [AttributeColumn]
  let holdsPointsOnly: Bool
  /// Whether a geometry may be there at all.
  var hasGeometry = true

  /// Writes what the body hands out; a file appears whole or not at all.
  /// - Returns: What the body returns.
  func write<Result>(
    _ body: (@escaping (Feature) throws -> Void) throws -> Result
  ) throws -> Result {
    let system = try options.crs.map { try CRS(parsing: $0) } ?? .wgs84
    let context = try ProjContext()
    let transform =
      system == .wgs84 ? nil : try CoordinateTransform(from: .wgs84, to: system, in: context)
    func moved(_ feature: Feature) throws -> Feature {
      guard let transform, let shape = feature.geometry else { return feature }
      var feature = feature
      feature.geometry = try shape.mapped(transform.forward)
      return feature
    }
    guard let format = options.chosenFormat.text else {
      return try package(system, context) { add in try body { try add(try moved($0)) } }
    }
    var writer = try FeatureWriter(
      format, name: name, columns: columns, csvGeometry: csvGeometry(system),
      isForSpreadsheets: options.excel)
    let output = try TableOutput(options.output)
    try output.write(writer.begin())
    let result = try body { try output.write(try writer.add(try moved($0))) }
    try output.write(writer.end())
    try output.finish()
    return result
  }

  private func csvGeometry(_ system: CRS) -> FeatureWriter.CSVGeometry {
    guard hasGeometry else { return .none }
    // A chosen format other than CSV must not cost a look at the whole file.
    guard options.chosenFormat == .csv, !options.wkt, holdsPointsOnly else { return .text }
    return system == .wgs84 ? .degrees : .position(x: "x", y: "y")
  }

  private func package<Result>(
    _ system: CRS, _ context: ProjContext,
    _ body: (@escaping (Feature) throws -> Void) throws -> Result
  ) throws -> Result {
    let path = options.output ?? ""
    let reference: SpatialReference
    if system == .wgs84 {
      reference = .wgs84
    } else {
      let definition = try system.definition(in: context)
      reference = SpatialReference(
        name: definition.name, code: system.code, definition: definition.wellKnownText)
    }
    let schema = LayerSchema(
      name, title: name, summary: "",
      geometry: hasGeometry ? (holdsPointsOnly ? .point : .geometry) : nil, columns: columns,
      reference: reference)
    let staged = try StagedFile(for: path)
    var result: Result?
    try GeoPackage.create(at: staged.path, named: path, day: nil) { package in
      let layer = try package.add(schema)
      result = try body { try layer.add($0) }
    }
    try staged.publish()
    guard let result else { throw Failure(status: .internalError, message: "nothing was written") }
    return result
  }
}
