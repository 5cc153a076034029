import Gazetteer
import Model
import NormalizeText
import RecognizePlaces
import Testing

/// One text and what a careful reader marks in it, in reading order: `words` for a location,
/// `words=kind` for a name that is none; parted by ` | `.
struct MentionCase: Sendable, CustomTestStringConvertible {
  var text: String
  var mentions: String

  init(_ text: String, _ mentions: String) {
    self.text = text
    self.mentions = mentions
  }

  var testDescription: String { text }
}

/// The gazetteer of this repository, read once, and the stages up to recognition.
enum Recognition {
  static let gazetteer: Gazetteer = {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    do { return try GazetteerLoader.load(directory: root + "/gazetteer") } catch {
      fatalError("\(error)")
    }
  }()

  static func normalize(_ text: String) -> NormalizedText {
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    return normalizer.normalize(Document(id: "d", text: text))
  }

  static func mentions(in text: NormalizedText) -> [Mention] {
    PlaceRecognizer(gazetteer: gazetteer).mentions(in: text)
  }

  /// The mentions of a text, written as in a `MentionCase`.
  static func written(_ source: String) -> String {
    let text = normalize(source)
    return mentions(in: text).map { mention in
      text.text(mention.span) + (mention.kind.map { "=" + $0.rawValue } ?? "")
    }.joined(separator: " | ")
  }
}
