package import Model

/// An event as all its reports tell it together, and how to take it apart again.
package struct LinkedEvent: Sendable {
  /// The merged event; the event itself when one report tells it.
  package var event: Event
  /// Indexes into the events that were linked, the first member first.
  package var members: [Int]
  /// One line for each pair that joined two of them or that is flagged, with its points.
  package var why: [String]
}
