/// Which letters count as equal: the content of `gazetteer/fold.tsv` as a value.
///
/// The strict key folds what the press writes in several ways (alef and hamza, yeh, teh marbuta,
/// kaf, marks, presentation forms, Latin case and accents); the loose key also folds the letters
/// that tell Kurdish names apart.
package struct FoldingTable: Sendable {
  /// For U+0600…U+06FF: the scalar that stands in the key, 0 when the letter is deleted.
  private var arabic: [UInt16]
  private var looseArabic: [UInt16]
  /// Everything else that changes: scalar → UTF-8 bytes of the key, empty when deleted.
  private var others: [UInt32: [UInt8]]
  /// A bit for each scalar below U+2070 that is deleted, so that the common case needs no lookup.
  private var hasOthersBelow2070: [Bool]
  /// For each scalar of one or two bytes its class and its key, so that a letter costs one look.
  private(set) var letters: [FoldedLetter]
  /// Bytes of the longest key of one scalar.
  private(set) var longestKey = 4

  /// Makes a table that folds nothing but ASCII case.
  package init() {
    arabic = (0..<256).map { UInt16(0x0600 + $0) }
    looseArabic = arabic
    others = [:]
    hasOthersBelow2070 = Array(repeating: false, count: 0x2070)
    letters = []
    letters = (0..<FoldedLetter.count).map { letter(UInt32($0)) }
  }

  private func letter(_ scalar: UInt32) -> FoldedLetter {
    var letter = FoldedLetter(ScalarClass.of(scalar))
    eachStrict(scalar) { letter.append($0) }
    return letter
  }

  /// Adds a rule; later rules win.
  package mutating func add(from source: UInt32, to target: [UInt32], loose: Bool) {
    defer {
      if source < FoldedLetter.count { letters[Int(source)] = letter(source) }
    }
    if (0x0600...0x06FF).contains(source), target.count <= 1, (target.first ?? 0) < 0x10000 {
      let index = Int(source - 0x0600)
      let value = UInt16(target.first ?? 0)
      looseArabic[index] = value
      if !loose { arabic[index] = value }
      return
    }
    var bytes: [UInt8] = []
    for scalar in target { UTF8Scalars.append(scalar, to: &bytes) }
    others[source] = bytes
    longestKey = max(longestKey, bytes.count)
    if source < 0x2070 { hasOthersBelow2070[Int(source)] = true }
  }

  /// Hands out the bytes of the strict key of one scalar.
  ///
  /// Constant time.
  @inline(__always)
  func eachStrict(_ scalar: UInt32, _ body: (UInt8) -> Void) {
    if scalar < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar)
      return body((65...90).contains(byte) ? byte + 32 : byte)
    }
    if scalar >= 0x0600, scalar <= 0x06FF {
      let folded = arabic[Int(scalar &- 0x0600)]
      if folded != 0 { UTF8Scalars.each(UInt32(folded), body) }
      return
    }
    if scalar < 0x2070 ? hasOthersBelow2070[Int(scalar)] : true, let bytes = others[scalar] {
      return bytes.forEach(body)
    }
    UTF8Scalars.each(scalar, body)
  }

  /// Whether the table deletes the scalar.
  func deletes(_ scalar: UInt32) -> Bool {
    if scalar >= 0x0600, scalar <= 0x06FF { return arabic[Int(scalar - 0x0600)] == 0 }
    return others[scalar]?.isEmpty ?? false
  }

  /// Whether a strict key has a letter that the loose key folds.
  ///
  /// Linear, allocates nothing.
  private func hasLooseLetter(_ strict: ArraySlice<UInt8>) -> Bool {
    var index = strict.startIndex
    while index + 1 < strict.endIndex {
      let byte = strict[index]
      if byte >= 0xD8, byte <= 0xDB {
        let scalar = Int(byte & 0x1F) << 6 | Int(strict[index + 1] & 0x3F)
        if looseArabic[scalar - 0x0600] != UInt16(scalar) { return true }
        index += 2
      } else {
        index += 1
      }
    }
    return false
  }

  /// Returns the loose key of a strict key, or nil when it is the same.
  ///
  /// Linear.
  package func looseKey(_ strict: [UInt8]) -> [UInt8]? { looseKey(strict[...]) }

  /// Returns the loose key of a strict key, or nil when it is the same.
  ///
  /// Linear.
  package func looseKey(_ strict: ArraySlice<UInt8>) -> [UInt8]? {
    guard hasLooseLetter(strict) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(strict.count)
    var changed = false
    var index = strict.startIndex
    while index != strict.endIndex {
      let byte = strict[index]
      let next = strict.index(after: index)
      if byte & 0xE0 == 0xC0, next != strict.endIndex {
        let scalar = UInt32(byte & 0x1F) << 6 | UInt32(strict[next] & 0x3F)
        if scalar >= 0x0600, scalar <= 0x06FF {
          let folded = looseArabic[Int(scalar - 0x0600)]
          if folded != UInt16(scalar) { changed = true }
          if folded != 0 { UTF8Scalars.append(UInt32(folded), to: &result) }
          index = strict.index(after: next)
          continue
        }
      }
      result.append(byte)
      index = next
    }
    return changed ? result : nil
  }
}
