import Model
import Synchronization

/// The drawn shapes of a gazetteer, read on first use and then shared by all workers.
package final class BoundaryStore: Sendable {
  private let directory: String
  private let overlays: [String]
  private let loaded = Mutex<Boundaries?>(nil)

  package init(directory: String, overlays: [String] = []) {
    self.directory = directory
    self.overlays = overlays
  }

  /// The shapes; the first call reads the files.
  package func boundaries() -> Boundaries {
    loaded.withLock { state in
      if let state { return state }
      let read = BoundaryReader.read(directory: directory, overlays: overlays)
      state = read
      return read
    }
  }
}
