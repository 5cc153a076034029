import Gazetteer
import Model

/// Names events so that a better lexicon or a correction keeps the name (contract, section 4).
struct EventIdentity {
  let lexicon: TextLexicon
  let document: Document

  /// Sets `id` and `memberIDs`: a hash of the document's id, the trigger sentence's source bytes, its
  /// ordinal among equal sentences and the event's ordinal in it.
  func name(_ events: inout [Event]) {
    var ordinals: [Int: Int] = [:]
    for index in events.indices {
      let sentence = Int(
        lexicon.text.sentenceOfToken[events[index].triggerTokens.lowerBound])
      let span = lexicon.text.span(lexicon.text.sentences[sentence])
      let bytes = lexicon.text.source[span.start..<span.end]
      var hash = ContentHash()
      hash.update(document.id)
      hash.update(bytes)
      hash.update("\(occurrence(of: sentence, bytes))/\(ordinals[sentence, default: 0])")
      ordinals[sentence, default: 0] += 1
      events[index].id = "ev-" + hash.hexadecimal
      events[index].memberIDs = [events[index].id]
      events[index].reportIDs = [document.id]
    }
  }

  /// How many equal sentences stand before this one.
  private func occurrence(of sentence: Int, _ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for earlier in 0..<sentence {
      let span = lexicon.text.span(lexicon.text.sentences[earlier])
      if span.end - span.start == bytes.count,
        lexicon.text.source[span.start..<span.end].elementsEqual(bytes)
      {
        count += 1
      }
    }
    return count
  }
}
