import Gazetteer
import Model
import NormalizeText

/// The gazetteer of this repository, read once for all tests.
enum RealGazetteer {
  static let gazetteer: Gazetteer = {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    do { return try GazetteerLoader.load(directory: root + "/gazetteer") } catch {
      fatalError("\(error)")
    }
  }()

  /// Normalizes a text of its own.
  static func text(
    _ text: String, title: String? = nil, language: String? = nil, requiresCapitals: Bool = true
  ) -> NormalizedText {
    var normalizer = TextNormalizer(gazetteer: gazetteer, requiresCapitals: requiresCapitals)
    return normalizer.normalize(
      Document(id: "d", title: title, text: text, language: language))
  }
}

extension NormalizedText {
  /// The source words of token ranges.
  func words(_ ranges: [Range<Int>]) -> [String] { ranges.map { text(span($0)) } }

  /// The source words of the readings in a table, longest first, each once.
  func spans(_ table: LexiconTable) -> [String] {
    var result: [String] = []
    for match in matches where match.table == table {
      let words = text(match.span)
      if !result.contains(words) { result.append(words) }
    }
    return result
  }
}
