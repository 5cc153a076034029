import NormalizeText

/// The languages that the gazetteer keeps names in.
enum ScriptLanguage {
  /// Returns our code for a source's language code, nil for one that we keep no names in.
  static func known(_ code: String) -> String? {
    switch code {
    case "ar", "ara": "ar"
    case "ckb", "ku_arab", "ku-arab", "sorani": "ckb"
    case "en", "eng": "en"
    case "ku", "kur", "kmr", "ku_latn", "ku-latn": "ku"
    default: nil
    }
  }

  /// Returns the language that the letters of a form speak for.
  static func of(_ form: String) -> String { LanguageDetector.language(of: Array(form.utf8)) }

  /// Returns the language to keep a form under: what the source says, unless the letters are of
  /// another script (Kurdish in Arabic script under `ku`, Latin letters under `ar`).
  static func corrected(_ language: String, _ form: String) -> String {
    let seen = of(form)
    switch (language, seen) {
    case ("ar", "en"), ("ckb", "en"): return "ku"
    case ("en", "ar"), ("en", "ckb"): return seen
    case ("ku", "ar"), ("ku", "ckb"): return "ckb"
    default: return language
    }
  }
}
