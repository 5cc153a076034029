import EmitLayers
import Model

/// Makes an event of the cells of one row.
struct ACLEDRowReader {
  private let codes: CoderCodes
  private let types: [String: ACLEDType]
  private let weekDays: Int

  init(codes: CoderCodes, types: [ACLEDType], weekDays: Int) {
    self.codes = codes
    self.weekDays = weekDays
    self.types = Dictionary(
      types.map { ($0.subEventType.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns nil for a row without an id, which nothing could point at.
  func read(_ row: inout ACLEDRow) -> ACLEDRecord? {
    guard let id = row.columns.id.flatMap(row.text(at:)) else {
      row.report(.unusableRow, "the row has no event_id_cnty", "event_id_cnty")
      return nil
    }
    var record = ACLEDRecord()
    record.line = row.line
    record.event.id = "acled-" + id
    record.event.documentID = id
    record.event.source = "ACLED"
    readType(&row, &record.event)
    record.event.date = date(&row)
    record.event.actor1 = actor(&row, "1")
    record.event.actor2 = actor(&row, "2")
    if let targeting = row.text("civilian_targeting") {
      record.event.civilianTargeting = codes.value("targeting", targeting) == "true"
      if !record.event.civilianTargeting {
        row.report(
          .badCell, "civilian_targeting is neither empty nor Civilian targeting",
          "civilian_targeting")
      }
    }
    // ACLED's number is the lowest that is told, and 0 where none is known.
    if let fatalities = row.value(
      "fatalities", expected: "a whole number", { Int($0).flatMap { $0 >= 0 ? $0 : nil } }),
      fatalities > 0
    {
      record.event.harm.killed = Harm.Count(fatalities, nil)
      record.event.harm.qualifier = "at_least"
    }
    record.event.location = row.text("location")
    record.geoPrecision = row.value(
      "geo_precision", expected: "1, 2 or 3",
      { Int($0).flatMap { (1...3).contains($0) ? $0 : nil } })
    record.position = position(&row)
    record.units = units(row)
    record.notes = row.text("notes") ?? ""
    record.sources = row.texts("source")
    record.timestamp = timestamp(&row)
    return record
  }

  private func readType(_ row: inout ACLEDRow, _ event: inout Event) {
    if let subType = row.text("sub_event_type"), let type = types[subType.lowercased()] {
      event.eventType = type.eventType
      event.subEventType = type.subEventType
      event.disorderType = type.disorderType
      event.family = type.family
      if let named = row.text("event_type"), named.lowercased() != type.eventType.lowercased() {
        row.report(
          .badCell, "\(type.subEventType) is a sub-event type of \(type.eventType)", "event_type")
      }
      return
    }
    let named = row.text("event_type")?.lowercased()
    event.eventType = types.values.first { $0.eventType.lowercased() == named }?.eventType
    row.report(
      .unknownType, "sub_event_type is none of the 25 names; it stays open",
      "sub_event_type")
  }

  /// The days that a row's date stands for: without a precision that can be read only a bound.
  private func date(_ row: inout ACLEDRow) -> EventDate {
    var date = EventDate()
    let day = row.value(
      "event_date", expected: "a day such as 06 March 2019 or 2019-03-06", self.day)
    guard let day else { return date }
    if let year = row.value("year", expected: "a year", { Int($0) }), year != day.year {
      row.report(.badCell, "year is \(year), event_date lies in \(day.year)", "year")
    }
    date.end = day
    switch row.value("time_precision", expected: "1, 2 or 3", { Int($0) }) {
    case 1:
      date.start = day
      date.precision = .day
    case 2:
      date.start = day.adding(days: -weekDays)
      date.end = day.adding(days: weekDays)
      date.precision = .week
    case 3:
      date.start = CivilDate(year: day.year, month: day.month, day: 1)
      date.end = CivilDate(
        year: day.year, month: day.month,
        day: CivilDate.daysInMonth(day.month, year: day.year))
      date.precision = .month
    case nil: return date
    default:
      row.report(.badCell, "time_precision is not 1, 2 or 3", "time_precision")
      return date
    }
    date.basis = .stated
    return date
  }

  /// `06 March 2019`, `6-Mar-2019` or an ISO day, a time after it left out.
  private func day(_ text: String) -> CivilDate? {
    let bytes = Array(text.utf8)
    if let day = CivilDate(iso: bytes.prefix(10)) {
      return bytes.count == 10 || bytes[10] == 0x20 || bytes[10] == UInt8(ascii: "T") ? day : nil
    }
    let parts = text.split { $0 == " " || $0 == "-" }.map(String.init)
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]), year > 999 else {
      return nil
    }
    let name = parts[1].lowercased()
    guard name.utf8.count >= 3 else { return nil }
    let months = codes.all("month").filter { $0.code.lowercased().hasPrefix(name) }
    guard months.count == 1, let month = Int(months[0].value) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private func actor(_ row: inout ACLEDRow, _ side: String) -> EventActor {
    var actor = EventActor()
    actor.name = row.text("actor" + side)
    actor.associates = row.texts("assoc_actor_" + side)
    let inter = row.value(
      "inter" + side, expected: "0 to 8 or the name of an actor type",
      { text -> Int? in
        if let number = Int(text) { return (0...8).contains(number) ? number : nil }
        return (codes.value("inter", text) ?? codes.value("inter_form", text)).flatMap { Int($0) }
      })
    // 0 stood for no actor.
    actor.inter = inter == 0 ? nil : inter
    return actor
  }

  private func position(_ row: inout ACLEDRow) -> Position? {
    let latitude = row.value("latitude", expected: "a number of degrees", { Double($0) })
    let longitude = row.value("longitude", expected: "a number of degrees", { Double($0) })
    guard let latitude, let longitude else {
      row.report(.noPosition, "the row has no latitude and longitude", "latitude")
      return nil
    }
    do {
      return try Position(longitude: longitude, latitude: latitude)
    } catch {
      row.report(.noPosition, "the position is none: \(error)", "latitude")
      return nil
    }
  }

  private func units(_ row: ACLEDRow) -> AdminUnits {
    func unit(_ name: String) -> AdminUnits.Unit? {
      row.text(name).map { AdminUnits.Unit(id: "", name: $0, pcode: nil) }
    }
    return AdminUnits(
      country: unit("country"), admin1: unit("admin1"), admin2: unit("admin2"),
      admin3: unit("admin3"))
  }

  /// Seconds since 1970, or an ISO day.
  private func timestamp(_ row: inout ACLEDRow) -> Int? {
    row.value(
      "timestamp", expected: "seconds since 1970 or a day",
      { text -> Int? in
        if let seconds = Int(text) { return seconds }
        return CivilDate(iso: Array(text.utf8.prefix(10))).map { $0.dayNumber * 86_400 }
      })
  }
}
