package import Files
package import Geometry
import Model

/// A GeoJSON layer on disk that appears whole or not at all.
///
/// Not Sendable: one writer at a time.
package final class GeoJSONFile {
  private let file: AtomicFile
  private var writer: GeoJSONWriter

  /// Begins a layer.
  package init(path: String, name: String, members: [Property] = []) throws(FileError) {
    file = try AtomicFile(path: path)
    writer = GeoJSONWriter(name: name, members: members)
    try file.write(writer.begin())
  }

  /// How many features were written.
  package var count: Int { writer.count }

  /// Adds a feature.
  package func add(
    id: String, geometry: Shape?, properties: [UInt8]
  ) throws(FileError) {
    try file.write(writer.feature(id: id, geometry: geometry, properties: properties))
  }

  /// Ends the collection and puts the file in its place.
  package func commit() throws(FileError) {
    try file.write(writer.end())
    try file.commit()
  }
}
