import Files
import Model
import Synchronization

/// The drawn shapes of a gazetteer, made on first use and then shared by all workers.
package final class BoundaryStore: Sendable {
  private enum Source {
    case files
    case index(SectionFile)
  }

  private let source: Source
  /// The gazetteer's folder and its overlays.
  private let folders: [String]
  private let loaded: Mutex<Boundaries?>

  /// Reads the GeoJSON files of a folder and its overlays when asked.
  package init(directory: String, overlays: [String] = []) {
    source = .files
    folders = [directory] + overlays
    loaded = Mutex(nil)
  }

  /// Reads the shapes of an index when asked.
  init(index: SectionFile, folders: [String]) {
    source = .index(index)
    self.folders = folders
    loaded = Mutex(nil)
  }

  /// Holds shapes that were read before.
  init(_ shapes: Boundaries) {
    source = .files
    folders = []
    loaded = Mutex(shapes)
  }

  /// The shapes; the first call reads them.
  package func boundaries() -> Boundaries {
    loaded.withLock { state in
      if let state { return state }
      let read =
        switch source {
        case .files:
          BoundaryReader.read(directory: folders[0], overlays: Array(folders.dropFirst()))
        case .index(let index): Boundaries(index, folders: folders)
        }
      state = read
      return read
    }
  }
}

extension Boundaries {
  /// Reads the shapes of an index.
  /// - Parameters:
  ///   - folders: The gazetteer and its overlays: where the findings point to.
  init(_ index: SectionFile, folders: [String]) {
    self.init()
    var reader = RowReader(IndexSection.shapes, of: index)
    transfer(with: &reader)
    func put(_ features: inout [BoundaryFeature]) {
      for number in features.indices {
        let feature = features[number]
        features[number].file = folders[feature.folder] + "/" + feature.file
      }
    }
    put(&units)
    put(&territories)
    put(&features)
    self.index()
  }

  /// The features; what is found by id is found again afterwards.
  mutating func transfer(with coder: inout some RowCoder) {
    coder.transfer(&units)
    coder.transfer(&territories)
    coder.transfer(&features)
  }
}
