import Folding
import Gazetteer
import Model

/// Folds names as the gazetteer does and takes type words off them.
struct NameFolder {
  private let gazetteer: Gazetteer
  private let tokenizer: Tokenizer
  private var buffer = TokenBuffer()
  /// The folded type words (village, district) by their language, one word each.
  private var typeWords: Set<String> = []

  init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
    tokenizer = Tokenizer(table: gazetteer.folding)
    for row in gazetteer.placeTriggers where row.language != "en" && row.number == "sg" {
      guard NameFolder.strippable.contains(row.type) else { continue }
      let key = key(row.form)
      if !key.contains(" ") { typeWords.insert(key) }
    }
  }

  /// The words of units and settlements: others (bridge, mountain) are part of a name.
  private static let strippable: Set<String> = ["adm1", "adm2", "adm3", "village", "town", "city"]

  /// Returns the folded words of a form, joined by blanks; empty when nothing is left.
  mutating func key(_ form: String) -> String {
    tokenizer.key(of: form, in: &buffer)
  }

  /// Returns the key in which letters that tell Kurdish names apart are equal too.
  func looseKey(_ key: String) -> String {
    gazetteer.folding.looseKey(Array(key.utf8)).map { String(decoding: $0, as: UTF8.self) } ?? key
  }

  /// Returns a form as `names.tsv` has them: blanks single, without a type word, without what stands in
  /// brackets; nil when it is in another script or nothing is left.
  mutating func cleaned(_ form: String) -> String? {
    var text = ""
    var depth = 0
    for scalar in form.unicodeScalars {
      switch scalar {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      default:
        let isBlank =
          scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        if depth <= 0 { text.unicodeScalars.append(isBlank ? " " : scalar) }
      }
    }
    var parts = text.split(separator: " ").map(String.init)
    if parts.count > 1, let first = parts.first, typeWords.contains(key(first)) {
      parts.removeFirst()
    }
    let clean = parts.joined(separator: " ")
    guard clean.utf8.count <= 120, isReadable(clean) else { return nil }
    return clean
  }

  /// Whether all words are of Arabic or of Latin letters.
  private mutating func isReadable(_ form: String) -> Bool {
    buffer.removeAll()
    tokenizer.tokenize(Array(form.utf8).span, into: &buffer)
    let scripts = Set(buffer.tokens.filter { $0.kind == .word }.map(\.script))
    return scripts == [.arabic] || scripts == [.latin]
  }

  /// Whether all words of a folded name are given names of people.
  func isPersonsName(_ key: String) -> Bool {
    key.split(separator: " ").allSatisfy {
      !gazetteer.trie.rows(ofWord: Array($0.utf8), table: .firstName).isEmpty
    }
  }
}
