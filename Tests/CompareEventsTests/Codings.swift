import EmitLayers
import Files
import Model

@testable import CompareEvents

/// Two codings made up for the tests.
enum Codings {
  static let codes: CoderCodes = {
    var codes = CoderCodes()
    codes.add(list: "compatible", value: "protest", code: "riot")
    return codes
  }()

  static let families = [
    "Armed clash": "attack", "Attack": "attack", "Peaceful protest": "protest",
    "Protest with intervention": "protest", "Violent demonstration": "riot",
    "Arrests": "arrest",
  ]

  static func day(_ day: Int) -> String {
    CivilDate(dayNumber: 18_000 + day).description
  }

  /// An event with a day, a point and a type, changed.
  static func event(
    _ id: String, day: Int? = 0, to end: Int? = nil, longitude: Double? = 45, latitude: Double = 34,
    radius: String = "2", type: String = "Battles", sub: String = "Armed clash",
    inters: [String] = ["2", "1"], killed: String = "3", most: String = "3",
    admin: String = "\"Diyala\""
  ) -> EventFeature {
    let start = day.map { "\"" + self.day($0) + "\"" } ?? "null"
    let last = "\"" + self.day(end ?? day ?? 0) + "\""
    let json =
      #"{"id":"\#(id)","date_start":\#(start),"date_end":\#(last),"event_type":"\#(type)","#
      + #""sub_event_type":"\#(sub)","radius_km":\#(radius),"actor1_inter":\#(inters[0]),"#
      + #""actor2_inter":\#(inters[1]),"killed_min":\#(killed),"killed_max":\#(most),"#
      + #""admin1":\#(admin),"location":"Town","civilian_targeting":false,"precision":"place"}"#
    let value = (try? JSONReader.parse(Array(json.utf8))) ?? .null
    return EventFeature(
      properties: value,
      point: longitude.flatMap { try? Position(longitude: $0, latitude: latitude) }, area: nil)
  }

  static func compare(
    _ ours: [EventFeature], _ theirs: [EventFeature],
    _ change: (inout CompareWeights) -> Void = { _ in }
  ) throws -> EventComparison {
    var weights = CompareWeights()
    change(&weights)
    return try EventComparison(
      ours: ours, theirs: theirs, families: families, codes: codes, weights: weights)
  }

  static func pairs(_ comparison: EventComparison) -> [String] {
    comparison.matches.map { "\(comparison.ours[$0.ours].id)-\(comparison.theirs[$0.theirs].id)" }
  }
}
