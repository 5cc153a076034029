import Geometry
import Model

/// Refuses outlines that no overlay can be computed with, before a run starts.
package enum ShapeValidator {
  /// Throws when a shape of the gazetteer cannot be read or is no valid polygon (OGC Simple
  /// Features, as GEOS decides it), with the file and the line of each.
  ///
  /// Complexity: linear in the number of positions, with the logarithmic factor of a sweep.
  package static func requireValid(
    _ boundaries: Boundaries, directory: String
  ) throws(GazetteerError) {
    var findings = boundaries.diagnostics.filter { $0.severity == .error }
    do throws(GeometryError) {
      let engine = try GeometryEngine()
      for (_, features) in boundaries.files {
        for feature in features where !feature.polygons.isEmpty {
          guard let fault = try engine.validityFault(feature.polygons) else { continue }
          findings.append(Self.finding(feature, fault))
        }
      }
    } catch {
      throw GazetteerError(kind: .invalid, message: "\(error)", findings: findings)
    }
    if findings.isEmpty { return }
    throw GazetteerError(
      kind: .invalid, message: "the outlines of \(directory) cannot be used", findings: findings)
  }

  /// Returns the diagnostic of a polygon that is not valid.
  static func finding(_ feature: BoundaryFeature, _ fault: ValidityFault) -> Diagnostic {
    let code = GazetteerCheckerCode.invalidGeometry
    return Diagnostic(
      code.severity, code.rawValue,
      "\(feature.id) is no valid polygon: \(fault.reason) at \(fault.location.x) "
        + "\(fault.location.y)", path: feature.file, line: feature.line, column: 1)
  }
}

extension Boundaries {
  /// The features by the name of their file.
  var files: [(name: String, features: [BoundaryFeature])] {
    [
      ("boundaries.geojson", units), ("territories.geojson", territories),
      ("features.geojson", features),
    ]
  }
}
