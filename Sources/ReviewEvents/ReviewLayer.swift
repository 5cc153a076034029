import Files

/// The events of a folder of layers, as far as a sheet shows them.
struct ReviewLayer {
  struct Event {
    var id: String
    var members: [String]
    var properties: JSONValue
    var point: [Double]?
  }

  let events: [Event]
  /// The event of the map that stands for each report's event.
  let holders: [String: String]

  init(folder: String) throws {
    _ = try FileStatus.find(folder)
    var events: [Event] = []
    for name in ["events", "background"] {
      let path = "\(folder)/\(name).geojson"
      let value: JSONValue
      let bytes = try FileBytes.read(path)
      do throws(JSONError) {
        value = try JSONReader.parse(bytes)
      } catch {
        throw ReviewError(.badTable, error.message, path: path, line: error.line)
      }
      for feature in value["features"]?.elements ?? [] {
        guard let properties = feature["properties"], let id = properties["id"]?.string else {
          throw ReviewError(.badTable, "a feature has no property id", path: path)
        }
        events.append(
          Event(
            id: id, members: properties["member_ids"]?.elements?.compactMap(\.string) ?? [id],
            properties: properties, point: feature["geometry"]?["coordinates"]?.numbers))
      }
    }
    self.events = events
    var holders: [String: String] = [:]
    for event in events { for member in event.members { holders[member] = event.id } }
    self.holders = holders
  }
}
