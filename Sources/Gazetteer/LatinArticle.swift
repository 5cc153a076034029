/// The Arabic article in Latin spelling, which the press writes or leaves out.
package enum LatinArticle {
  /// Whether a folded word is the article, its vowel and assimilated consonant as they may be.
  package static func isArticle(_ key: some Collection<UInt8>) -> Bool {
    let forms: [StaticString] = [
      "al", "el", "ul", "il", "ad", "ar", "as", "ash", "at", "az", "an", "adh", "ath",
    ]
    return forms.contains { form in
      key.count == form.utf8CodeUnitCount && String(decoding: key, as: UTF8.self) == "\(form)"
    }
  }
}
