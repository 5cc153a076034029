import Foundation
import Gazetteer
import Model
import NormalizeText
import Testing

@testable import ExtractEvents

/// One sentence with its counts, written short: `killed 3+ at_least CIVILIANS; injured 2 subset`.
///
/// Field, number (`3`, `3+` open upwards, `3-5` range), qualifier, code of the harmed, then `subset`,
/// `toll`, `active`, `bodies`.
struct HarmCase: Sendable, CustomTestStringConvertible {
  var text: String
  var frames: String

  init(_ text: String, _ frames: String) {
    self.text = text
    self.frames = frames
  }

  var testDescription: String { text }
}

@Suite("harm counts")
struct HarmReaderTests {
  private static let gazetteer: Gazetteer? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "gazetteer").path(percentEncoded: false)
    return try? GazetteerLoader.loadWithFindings(directory: folder)
  }()

  private func read(_ sentence: String) throws -> String {
    let gazetteer = try #require(Self.gazetteer)
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(Document(id: "", text: sentence))
    return HarmReader(gazetteer: gazetteer).frames(in: text).map(short).joined(separator: "; ")
  }

  private func short(_ frame: HarmFrame) -> String {
    var words = [frame.field.rawValue]
    switch (frame.minimum, frame.maximum) {
    case (let minimum?, let maximum?):
      words.append(minimum == maximum ? "\(minimum)" : "\(minimum)-\(maximum)")
    case (let minimum?, nil): words.append("\(minimum)+")
    default: words.append("?")
    }
    if let qualifier = frame.qualifier { words.append(qualifier) }
    if let code = frame.victimCode { words.append(code) }
    if frame.isSubset { words.append("subset") }
    if frame.isToll { words.append("toll") }
    if frame.hasActiveDoer { words.append("active") }
    if frame.isDiscovery { words.append("bodies") }
    return words.joined(separator: " ")
  }

  @Test(arguments: HarmCase.arabic) func `counts in Arabic`(_ sentence: HarmCase) throws {
    #expect(try read(sentence.text) == sentence.frames)
  }

  @Test(arguments: HarmCase.sorani) func `counts in Sorani`(_ sentence: HarmCase) throws {
    #expect(try read(sentence.text) == sentence.frames)
  }

  @Test(arguments: HarmCase.english) func `counts in English`(_ sentence: HarmCase) throws {
    #expect(try read(sentence.text) == sentence.frames)
  }

  @Test func `spans and tokens point at number and noun`() throws {
    let gazetteer = try #require(Self.gazetteer)
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(
      Document(id: "", text: "At least 11 soldiers, including an officer, were killed in Udhaim."))
    let frames = HarmReader(gazetteer: gazetteer).frames(in: text)
    try #require(frames.count == 2)
    #expect(text.text(frames[0].span) == "an officer")
    #expect(text.text(frames[1].span) == "At least 11 soldiers")
    #expect(text.text(text.span(frames[1].word)) == "were killed")
    #expect(frames[1].victim.map { text.text(text.span($0)) } == "soldiers")
    #expect(frames[1].victimClass == "armed_state")
  }

  @Test func `the class follows the noun and is unknown for mixed lists`() throws {
    let gazetteer = try #require(Self.gazetteer)
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    func classes(_ sentence: String) -> [String?] {
      let text = normalizer.normalize(Document(id: "", text: sentence))
      return HarmReader(gazetteer: gazetteer).frames(in: text).map(\.victimClass)
    }
    #expect(classes("killing two soldiers and three civilians") == ["unknown"])
    #expect(classes("five militants were killed") == ["armed_nonstate"])
    #expect(classes("four civilians were wounded") == ["civilian"])
    #expect(classes("six people were wounded") == ["unknown"])
  }

  @Test func `words without harm give nothing`() throws {
    #expect(try read("The governor met three ministers in Erbil.") == "")
    #expect(try read("") == "")
  }
}
