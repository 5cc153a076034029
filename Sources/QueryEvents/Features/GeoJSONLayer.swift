import Files
package import Geometry
package import Model

/// A GeoJSON file as a layer: a FeatureCollection, a single feature or geometry, or several such
/// objects, each on lines of their own or after a record separator (RFC 8142).
///
/// ```swift
/// let layer = try GeoJSONLayer(path: "towns.geojson")
/// try layer.forEach { feature in
///   print(feature.values)
///   return true
/// }
/// ```
/// Sendable: what it holds is never changed.
package final class GeoJSONLayer: Sendable {
  package let path: String
  /// The member `name` of the first collection, else the file's name without its extension.
  package let name: String
  /// In order of their first appearance.
  ///
  /// A kind is that of all values; a column without any is text. Of several kinds it is text that
  /// holds numbers as they are spelled, or, where lists and objects are among them, JSON.
  package let columns: [AttributeColumn]
  /// How many features there are.
  package let count: Int

  /// What values each column was found to hold, as `ColumnSurvey` has it.
  let kinds: [UInt8]

  private let source: LayerBytes
  private let keys: PropertyKeys
  private let collections: [CollectionPlace]

  /// Reads through a file once: checks everything, finds the columns, counts.
  ///
  /// `-` is standard input. A file of more than 64 MiB is mapped and not held in memory: who cuts it
  /// short while it is read ends the program, as with every map. Smaller ones, gzip data and pipes
  /// are held. Linear in the bytes. Throws `FileError` (not found, not readable, gzip data damaged)
  /// or `GeoJSONError` with the place of the first mistake.
  package convenience init(path: String) throws {
    try self.init(path: path, mappedFrom: LayerBytes.small)
  }

  init(path: String, mappedFrom: Int) throws {
    self.path = path
    let source = try LayerBytes(path: path, mappedFrom: mappedFrom)
    self.source = source
    let survey = try source.withBytes { bytes in
      var walker = FeatureWalker(ColumnSurvey())
      do {
        try walker.walk(bytes, mayBeEmpty: LayerName.isOfLines(path))
      } catch let fault as GeoJSONFault {
        throw GeoJSONError(fault, path: source.name, bytes: bytes)
      }
      return walker
    }
    name = survey.name ?? LayerName.of(path)
    columns = survey.visitor.columns.map(\.column)
    kinds = survey.visitor.columns.map(\.kinds)
    count = survey.visitor.count
    keys = survey.visitor.keys
    collections = survey.collections
  }

  /// Takes another view of a layer: its columns by the same names, of kinds that hold more.
  private init(_ layer: GeoJSONLayer, columns: [AttributeColumn]) {
    path = layer.path
    name = layer.name
    self.columns = columns
    count = layer.count
    kinds = layer.kinds
    source = layer.source
    keys = layer.keys
    collections = layer.collections
  }

  /// Returns the layers with columns of one name of one kind in all of them, and the columns of all together.
  ///
  /// A column that one layer leaves empty is of the kind that it has in another.
  static func agreeing(
    _ layers: [GeoJSONLayer]
  ) -> (layers: [GeoJSONLayer], columns: [AttributeColumn]) {
    var names: [String] = []
    var kinds: [String: UInt8] = [:]
    for layer in layers {
      for (column, found) in zip(layer.columns, layer.kinds) {
        if kinds[column.name] == nil { names.append(column.name) }
        kinds[column.name, default: 0] |= found
      }
    }
    let columns = names.map { ColumnSurvey.column($0, kinds[$0] ?? 0) }
    let byName = Dictionary(columns.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let views = layers.map { layer in
      GeoJSONLayer(layer, columns: layer.columns.map { byName[$0.name] ?? $0 })
    }
    return (views, columns)
  }

  /// Hands out the features in the order of the file, one at a time, until `body` returns false.
  ///
  /// `wanted`: the columns whose values are read (indexes of `columns`; nil: all); the others are
  /// null. Nothing is kept. Linear in the bytes. Throws what `body` throws, or `GeoJSONError` when
  /// the file has changed since it was opened.
  package func forEach(
    columns wanted: [Int]? = nil, _ body: (Feature) throws -> Bool
  ) throws {
    try withoutActuallyEscaping(body) { body in
      try source.withBytes { bytes in
        let builder = FeatureBuilder(columns: columns, wanted: wanted, keys: keys, body: body)
        var walker = FeatureWalker(builder, collections: collections)
        do {
          try walker.walk(bytes, mayBeEmpty: true)
        } catch let fault as GeoJSONFault {
          throw GeoJSONError(fault, path: source.name, bytes: bytes)
        }
      }
    }
  }
}
