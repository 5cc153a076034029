package import Gazetteer
import Model

/// What values a field may have: types, closed lists, days, places.
package struct CorrectionRules: Sendable {
  private let gazetteer: Gazetteer
  private let subEventTypes: Set<String>
  private let unitOfCode: [String: Int]

  package init(gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    subEventTypes = Set(gazetteer.acled.map(\.subEventType))
    var units: [String: Int] = [:]
    for (index, entity) in gazetteer.entities.enumerated() {
      if let code = entity.pcode { units[code] = index }
    }
    unitOfCode = units
  }

  /// The place or unit of an id or a P-code.
  package func place(_ id: String) -> Int? { gazetteer.entityByID[id] ?? unitOfCode[id] }

  /// Reads a cell; the text of what is wrong where it has no such value.
  func value(
    _ field: CorrectionField, of cell: String, decimalComma: Bool
  ) throws(CorrectionRules.Refusal) -> CorrectionValue {
    if cell.isEmpty { return .null }
    let value: CorrectionValue
    switch field.kind {
    case .text, .day: value = .text(cell)
    case .integer:
      guard let number = Int(cell) else { throw Refusal("\(field.rawValue) is no whole number") }
      value = .integer(number)
    case .real:
      let text = decimalComma ? cell.replacing(",", with: ".") : cell
      guard let number = Double(text), number.isFinite else {
        throw Refusal("\(field.rawValue) is no number")
      }
      value = .real(number)
    }
    try check(field, value)
    return value
  }

  /// Checks one value on its own.
  func check(_ field: CorrectionField, _ value: CorrectionValue) throws(CorrectionRules.Refusal) {
    let name = field.rawValue
    switch (field, value) {
    case (.subEventType, .null), (.realis, .null), (.precision, .null), (.datePrecision, .null):
      throw Refusal("\(name) cannot be empty")
    case (_, .null): return
    case (.subEventType, .text(let text)):
      if !subEventTypes.contains(text) {
        throw Refusal("\(name) is none of ACLED's; gazetteer/acled.tsv lists them")
      }
    case (.realis, .text(let text)):
      try oneOf(name, text, [Event.Realis.asserted, .historical].map(\.rawValue))
    case (.precision, .text(let text)):
      try oneOf(name, text, Precision.allCases.map(\.rawValue))
    case (.datePrecision, .text(let text)):
      let all: [EventDate.Precision] = [.day, .week, .month, .year, .range, .unresolved]
      try oneOf(name, text, all.map(\.rawValue))
    case (.actor1, .text(let text)), (.actor2, .text(let text)):
      if gazetteer.actorCodes[text] == nil {
        throw Refusal("\(name) is no code of gazetteer/actor_codes.tsv")
      }
    case (.placeID, .text(let text)):
      if place(text) == nil {
        throw Refusal(
          "\(name) is no id of a place or unit and no P-code; `marsad gazetteer search` finds them")
      }
    case (.dateStart, .text(let text)), (.dateEnd, .text(let text)), (.published, .text(let text)):
      if CivilDate(iso: Array(text.utf8)) == nil { throw Refusal("\(name) is no day (YYYY-MM-DD)") }
    case (.longitude, .real(let number)):
      if !(-180...180).contains(number) { throw Refusal("\(name) is not -180 to 180") }
    case (.latitude, .real(let number)):
      if !(-90...90).contains(number) { throw Refusal("\(name) is not -90 to 90") }
    case (.radiusKm, .real(let number)):
      if !(0.001...2000).contains(number) { throw Refusal("\(name) is not 0.001 to 2000") }
    case (_, .integer(let number)):
      if number < 0 { throw Refusal("\(name) is less than 0") }
    default:
      break
    }
  }

  /// Checks what a correction says as a whole.
  func check(_ correction: Correction) throws(CorrectionRules.Refusal) {
    for (low, high) in [
      (CorrectionField.killedMinimum, CorrectionField.killedMaximum),
      (.injuredMinimum, .injuredMaximum),
    ] {
      if let first = correction.number(low), let last = correction.number(high), first > last {
        throw Refusal("\(low.rawValue) is more than \(high.rawValue)")
      }
    }
    if let first = correction.text(.dateStart), let last = correction.text(.dateEnd), first > last {
      throw Refusal("date_start is after date_end")
    }
    let hasLongitude = correction.number(.longitude) != nil
    if hasLongitude != (correction.number(.latitude) != nil) {
      throw Refusal("lon and lat are given together")
    }
    switch correction.verb {
    case .add:
      if correction.text(.subEventType) == nil { throw Refusal("add needs a sub_event_type") }
      if correction.text(.dateEnd) == nil { throw Refusal("add needs a date_end") }
    case .merge:
      if correction.others.isEmpty { throw Refusal("merge needs the ids of events in other_ids") }
    case .confirm:
      if !correction.values.isEmpty { throw Refusal("confirm changes no value; write correct") }
    case .correct:
      if correction.values.isEmpty { throw Refusal("correct changes nothing") }
    default: break
    }
    if correction.verb != .merge, correction.verb != .split, !correction.others.isEmpty {
      throw Refusal("other_ids belongs to merge and split")
    }
    if correction.verb != .add, correction.values.keys.contains(where: \.isOfReport) {
      throw Refusal("source, url, published, lang and quote are given for an added event only")
    }
  }

  private func oneOf(
    _ name: String, _ text: String, _ list: [String]
  ) throws(CorrectionRules.Refusal) {
    if !list.contains(text) { throw Refusal("\(name) is none of \(list.joined(separator: ", "))") }
  }

  /// Why a value is not taken; the value itself is not in it.
  struct Refusal: Error {
    let message: String
    init(_ message: String) { self.message = message }
  }
}
