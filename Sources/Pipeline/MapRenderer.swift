package import EmitLayers
package import Gazetteer
import Model

/// Draws the events of a store, of a folder of layers or of one GeoJSON file as one HTML page.
package struct MapRenderer {
  private let gazetteer: Gazetteer
  private let title: String
  private let programVersion: String

  /// - Parameters:
  ///   - gazetteer: What is drawn below the events; the territories only where the input has none.
  ///   - title: Nil for the usual one.
  package init(gazetteer: Gazetteer, title: String?, programVersion: String) {
    self.gazetteer = gazetteer
    self.title = title ?? HTMLMap.defaultTitle
    self.programVersion = programVersion
  }

  /// Reads the events and writes the page; returns how many there are.
  /// - Parameters:
  ///   - input: `events.gpkg`, a folder, or a FeatureCollection.
  ///   - output: Where the page goes.
  ///   - keeps: Which events are drawn, by their ids.
  /// - Throws: `FileError` and `StoreError` for what cannot be read or written: then no page is left.
  package func render(
    _ input: String, to output: HTMLMap.Output, keeps: (String) -> Bool = { _ in true }
  ) throws -> Int {
    var ground = MapGround(gazetteer)
    switch try LayerPlace(input) {
    case .store(let path):
      let store = try StoreLayers(path: path)
      let claims = try store.territories()
      if !claims.isEmpty { ground.territories = claims }
      let map = try self.map(output, ground)
      try store.forEachEvent { if keeps($0.id) { try map.add(PageEvent($0)) } }
      try map.commit()
      return map.count
    case .folder(let path), .file(let path):
      let events = try EventLayerReader.read(path)
      let claims = try EventLayerReader.territories(path)
      if !claims.isEmpty { ground.territories = claims }
      let map = try self.map(output, ground)
      for event in events where keeps(event.id) { try map.add(PageEvent(event)) }
      try map.commit()
      return map.count
    }
  }

  private func map(_ output: HTMLMap.Output, _ ground: MapGround) throws -> HTMLMap {
    try HTMLMap(output, title: title, version: programVersion, ground: ground)
  }
}
