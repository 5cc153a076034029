import Gazetteer
import Model

/// What is only said, still to come, or what something is for.
extension RealisReader {
  func hasFutureDate(_ trigger: Trigger) -> Bool {
    dates.contains {
      $0.isFuture && Int(text.sentenceOfToken[$0.tokens.lowerBound]) == trigger.sentence
    }
  }

  /// Verbs of saying, asking and blaming: read and not mapped.
  func speechOnly(_ trigger: Trigger) -> Trigger.Rejection? {
    guard trigger.row.eventType.isEmpty else { return nil }
    switch trigger.row.plover {
    case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE":
      return Trigger.Rejection(reason: "reported_speech", rule: trigger.row.id)
    default: return Trigger.Rejection(reason: "generic", rule: trigger.row.id)
    }
  }

  /// The future clitic on the verb, or a date that is still to come.
  func future(_ trigger: Trigger, _ triggers: [Trigger]) -> Trigger.Rejection? {
    if trigger.row.position == "subjunctive" {
      return Trigger.Rejection(reason: "hypothetical", rule: trigger.row.id)
    }
    if trigger.match.clitics.contains(.future) {
      let reason = hasFutureDate(trigger) ? "planned" : "hypothetical"
      return Trigger.Rejection(reason: reason, rule: "future_clitic")
    }
    if isToBegin(trigger, triggers) {
      let reason = hasFutureDate(trigger) ? "planned" : "hypothetical"
      return Trigger.Rejection(reason: reason, rule: "future_clitic")
    }
    if isBareInfinitive(trigger, triggers) {
      return Trigger.Rejection(reason: "hypothetical", rule: "infinitive")
    }
    let coming = dates.first {
      $0.isFuture && Int(text.clauseOfToken[$0.tokens.lowerBound]) == trigger.clause
    }
    return coming.map { Trigger.Rejection(reason: "planned", rule: $0.rule) }
  }

  /// ل on a verbal noun says what for (`in order to target`), unless somebody was exposed to it.
  func purpose(_ trigger: Trigger, _ triggers: [Trigger]) -> Trigger.Rejection? {
    guard trigger.match.clitics.contains(.toPreposition), trigger.row.language == "ar" else {
      return nil
    }
    // Up to ten words before it, over commas: `came, on Monday, under attack`.
    let sentence = text.sentences[trigger.sentence]
    let start = max(sentence.lowerBound, trigger.tokens.lowerBound - 10)
    let isExposed = (start..<trigger.tokens.lowerBound)
      .contains { token in
        lexicon.all(.event, at: token).contains { gazetteer.events[Int($0.row)].roles == "P" }
          || lexicon.all(.casualty, at: token).contains {
            gazetteer.casualties[Int($0.row)].slot == "exposed"
          }
      }
    // `the final toll of the shelling`, `a victim of the attack`.
    let isCounted = (max(start, trigger.tokens.lowerBound - 3)..<trigger.tokens.lowerBound)
      .contains { token in
        lexicon.all(.casualty, at: token).contains {
          ["toll", "unit", "result"].contains(gazetteer.casualties[Int($0.row)].slot)
        }
      }
    return isExposed || isCounted
      ? nil : Trigger.Rejection(reason: "hypothetical", rule: "purpose_clitic")
  }
}
