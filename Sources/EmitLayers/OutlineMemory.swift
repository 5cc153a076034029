import Model
import Synchronization

/// Outlines as JSON, for the reports that name the same places again.
///
/// Nine tenths of a line are outlines, and writing the digits of one takes a hundred times as long
/// as copying them. Workers share it; it holds up to `limit` bytes and then begins anew.
package final class OutlineMemory: Sendable {
  private struct State {
    var written: [OutlineKey: [UInt8]] = [:]
    var bytes = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  /// Makes an empty memory.
  package init(limit: Int = 24 << 20) {
    self.limit = limit
  }

  /// The JSON of an outline, nil when it was not written lately.
  func find(_ outline: OutlineKey) -> [UInt8]? {
    state.withLock { $0.written[outline] }
  }

  /// Remembers the JSON of an outline.
  func add(_ outline: OutlineKey, _ json: [UInt8]) {
    guard json.count <= limit / 8 else { return }
    state.withLock { state in
      if state.bytes + json.count > limit {
        state.written.removeAll(keepingCapacity: true)
        state.bytes = 0
      }
      if state.written.updateValue(json, forKey: outline) == nil { state.bytes += json.count }
    }
  }
}
