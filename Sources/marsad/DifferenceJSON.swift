import CompareRuns
import EmitLayers
import Files

/// Differences for programs.
enum DifferenceJSON {
  /// Returns one JSON object, an event or a run's change a line.
  static func bytes(_ difference: RunDifference) -> [UInt8] {
    var json = JSONBytes(capacity: 64 << 10)
    json.beginObject()
    json.lineBreak()
    json.key("counts")
    json.beginObject()
    for (name, count) in [
      ("added", difference.added.count), ("removed", difference.removed.count),
      ("changed", difference.changed.count),
      ("moved", difference.changed.count { ($0.movedKm ?? 0) > 0 }),
      ("unchanged", difference.unchanged),
    ] {
      json.key(named: name)
      json.int(count)
    }
    json.endObject()
    list("runs", difference.run, &json) { json, change in
      member("cause", change.cause.rawValue, &json)
      member("what", change.what, &json)
      member("old", change.old, &json)
      member("new", change.new, &json)
    }
    list("added", difference.added, &json, lone)
    list("removed", difference.removed, &json, lone)
    list("changed", difference.changed, &json) { json, event in
      member("id", event.new.id, &json)
      member("old_id", event.old.id, &json)
      json.key("moved_km")
      json.double(event.movedKm, decimals: 3)
      causes(event.causes, &json)
      json.key("fields")
      json.beginArray()
      for field in event.fields {
        json.beginObject()
        member("field", field.field, &json)
        json.key("old")
        json.raw(Array(JSONText.text(field.old).utf8))
        json.key("new")
        json.raw(Array(JSONText.text(field.new).utf8))
        causes(field.causes, &json)
        json.endObject()
      }
      json.endArray()
    }
    json.endLine()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func lone(_ json: inout JSONBytes, _ lone: LoneEvent) {
    member("id", lone.event.id, &json)
    member("related_id", lone.relative, &json)
    causes(lone.causes, &json)
    json.key("properties")
    json.raw(Array(JSONText.text(.object(lone.event.properties)).utf8))
  }

  private static func list<Element>(
    _ name: String, _ elements: [Element], _ json: inout JSONBytes,
    _ write: (inout JSONBytes, Element) -> Void
  ) {
    json.list(name, elements) { json, element in
      json.beginObject()
      write(&json, element)
      json.endObject()
    }
  }

  private static func member(_ key: String, _ value: String?, _ json: inout JSONBytes) {
    json.key(named: key)
    json.string(value)
  }

  private static func causes(_ causes: [DifferenceCause], _ json: inout JSONBytes) {
    json.key("causes")
    json.strings(causes.map(\.rawValue))
  }
}
