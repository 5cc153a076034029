import Gazetteer
import Model

/// Gives an event the harm that a sentence after it states without telling the event again.
///
/// `No casualties were reported.`, `The toll stands at five dead.`
struct LateHarm {
  let lexicon: TextLexicon
  let frames: [HarmFrame]
  /// Those of the whole text, the rejected ones too.
  let triggers: [Trigger]
  /// Drafts that only add up others or tell of a period.
  let sums: [EventDraft]

  private var text: NormalizedText { lexicon.text }

  func attach(_ drafts: inout [EventDraft]) {
    // `55 people died by the time a ceasefire was agreed`: an agreement has no dead of its own.
    let told = Set(
      drafts.filter { text.language != "en" || $0.family != "agreement" }.flatMap(\.sentences))
    let isHarmed = drafts.map { !$0.harm.isEmpty }
    for frame in frames where !frame.isSubset && !isOfOthers(frame) {
      let sentence = Int(text.sentenceOfToken[frame.tokens.lowerBound])
      guard !told.contains(sentence), let index = owner(of: sentence, frame, drafts) else {
        continue
      }
      // `Police had earlier put the toll at seven` does not take back what was told before it.
      if isHarmed[index],
        lexicon.hasClauseWord("earlier", in: text.sentences[sentence])
      {
        continue
      }
      add(frame, &drafts[index])
    }
  }

  /// `Last year ten herders were killed`: the dead of statistics, of history and of plans are not those of the event
  /// before.
  private func isOfOthers(_ frame: HarmFrame) -> Bool {
    if frame.field == .zero { return false }
    // `Further attacks that day brought the number of dead to 150.`
    if text.language == "en", frame.isToll,
      lexicon.hasClauseWord(
        "several",
        in: lexicon.sentence(of: frame.tokens.lowerBound).lowerBound..<frame.tokens.lowerBound)
    {
      return true
    }
    let isSum = sums.contains { sum in
      sum.triggers.contains { $0.isHarmWord && $0.tokens.overlaps(frame.word) }
    }
    return isSum
      || triggers.contains {
        $0.isHarmWord && $0.tokens.overlaps(frame.word)
          && ["aggregate", "historical", "hypothetical", "planned"].contains(
            $0.rejection?.reason ?? "")
          // `the number of wounded rose to 30` counts those of the event before.
          && !(frame.isToll && $0.rejection?.reason == "aggregate")
      }
  }

  /// The violent event of the sentence before, or of the one before that in the same paragraph; that
  /// nobody was hurt may be said of any event.
  private func owner(of sentence: Int, _ frame: HarmFrame, _ drafts: [EventDraft]) -> Int? {
    let paragraph = paragraph(of: sentence)
    for step in 1...2 where sentence >= step && self.paragraph(of: sentence - step) == paragraph {
      if let found = last(in: sentence - step, frame, drafts) { return found }
    }
    return ownerAbove(paragraph, frame, drafts)
  }

  /// Agencies give each sentence a paragraph: that nobody was hurt, in one that tells no event, is said
  /// of the last event of the paragraph above.
  private func ownerAbove(
    _ paragraph: Int, _ frame: HarmFrame, _ drafts: [EventDraft]
  ) -> Int? {
    let tellsEvent = drafts.contains { draft in
      draft.sentences.contains { self.paragraph(of: $0) == paragraph }
    }
    guard frame.field == .zero, !tellsEvent, paragraph > 0 else { return nil }
    let above = text.sentences.indices.filter { self.paragraph(of: $0) == paragraph - 1 }
    for sentence in above.reversed() {
      if let found = last(in: sentence, frame, drafts) { return found }
    }
    return nil
  }

  private func paragraph(of sentence: Int) -> Int {
    Int(text.paragraphOfToken[text.sentences[sentence].lowerBound])
  }

  /// The last event of a sentence that takes harm.
  private func last(in sentence: Int, _ frame: HarmFrame, _ drafts: [EventDraft]) -> Int? {
    drafts.indices.last { index in
      let draft = drafts[index]
      return draft.sentences.contains(sentence) && !draft.isHistorical
        && (frame.field == .zero
          || ["attack", "abduction", "protest", "riot", "territory", "looting"].contains(
            draft.family))
    }
  }

  private func add(_ frame: HarmFrame, _ draft: inout EventDraft) {
    let wounded = WoundedWhoDied(lexicon: lexicon)
    if wounded.tells(frame, of: draft.harm) {
      wounded.move(frame, in: &draft.harm)
      return
    }
    // `The number has reached twelve`: a bare toll goes on with the dead told before.
    if frame.isToll, frame.field == .casualties, text.language != "ckb",
      gazetteerRow(frame.rule)?.slot == "toll",
      draft.harm.contains(where: { $0.field == .killed && ($0.minimum ?? 0) > 0 })
    {
      var toll = frame
      toll.field = .killed
      draft.harm.removeAll { $0.field == .killed }
      draft.harm.append(toll)
      return
    }
    // `died of his wound`: the wound counts nobody.
    if frame.isToll, frame.minimum == nil, frame.field != .zero, text.language == "ar" { return }
    if frame.isToll {
      draft.harm.removeAll { $0.field == frame.field }
      draft.harm.append(frame)
      return
    }
    let own = draft.harm.filter { $0.field == frame.field }
    if text.language == "en", HarmAttacher.counts([frame], whatWasVague: own),
      !HarmAttacher.areOpposed(own, [frame], frame.field)
    {
      draft.harm.removeAll { $0.field == frame.field && !$0.isSubset }
      draft.harm.append(frame)
      return
    }
    let known = HarmAttacher.total(draft.harm)
    switch frame.field {
    case .killed where known.killed.isStated:
      draft.harm += HarmAttacher.extra([frame], over: draft.harm.filter { $0.field == .killed })
      draft.harm += HarmAttacher.late([frame], over: draft.harm)
      // `… five soldiers were killed. Two militants also died.`
      if lexicon.text.language == "en", !draft.harm.contains(frame),
        HarmAttacher.areOpposed(draft.harm, [frame], .killed)
      {
        draft.harm.append(frame)
      }
    case .injured where known.injured.isStated: return
    case .zero where known.killed.isStated && known.injured.isStated: return
    case .pooled where known.killed.isStated || known.injured.isStated: return
    case .casualties where known.casualties.isStated, .missing: return
    default: draft.harm.append(frame)
    }
  }

  private func gazetteerRow(_ id: String) -> CasualtyRow? {
    lexicon.gazetteer.casualties.first { $0.id == id }
  }
}
