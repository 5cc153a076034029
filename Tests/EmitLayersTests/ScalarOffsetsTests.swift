import Model
import TestSupport
import Testing

@testable import EmitLayers

@Suite struct `Scalar offsets` {
  static let alphabet: [Unicode.Scalar] = [
    "a", "\n", "خ", "ە", "\u{064F}", "€", "\u{1F600}", "\u{200F}",
  ]

  @Test(arguments: 0..<100)
  func `every offset is that of a count from the front`(seed: Int) {
    var generator = SplitMix64(seed: seed)
    func words(_ count: Int) -> String {
      var view = String.UnicodeScalarView()
      for _ in 0..<count {
        view.append(Self.alphabet.randomElement(using: &generator) ?? "a")
      }
      return String(view)
    }
    let title = seed % 3 == 0 ? nil : words(seed % 40)
    let text = words(seed * 3)
    let head: [UInt8] = title.map { Array($0.utf8) + [0x0A] } ?? []
    let offsets = ScalarOffsets(source: head + Array(text.utf8), textStart: head.count)
    var byte = head.count
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let length = String(scalar).utf8.count
      let found = offsets.locate(SourceSpan(byte, byte + length))
      #expect(found == PartSpan(part: .text, start: index, end: index + 1))
      byte += length
    }
    byte = 0
    for (index, scalar) in (title ?? "").unicodeScalars.enumerated() {
      let length = String(scalar).utf8.count
      let found = offsets.locate(SourceSpan(byte, byte + length))
      #expect(found == PartSpan(part: .title, start: index, end: index + 1))
      byte += length
    }
  }

  @Test func `Arabic and emoji count one each`() {
    let offsets = ScalarOffsets(Samples.text)
    let span = Samples.span("خانقين")
    let found = offsets.locate(span)
    let scalars = Array(Samples.document.text.unicodeScalars)
    var sliced = String.UnicodeScalarView()
    sliced.append(contentsOf: scalars[found.start..<found.end])
    #expect(String(sliced) == "خانقين")
    #expect(found.part == .text)
    #expect(offsets.words(span) == "خانقين")
  }

  @Test func `the title has offsets of its own`() {
    let offsets = ScalarOffsets(Samples.text)
    #expect(offsets.locate(SourceSpan(0, 8)) == PartSpan(part: .title, start: 0, end: 4))
  }

  @Test func `what lies outside is cut off`() {
    let offsets = ScalarOffsets(source: Array("abc".utf8), textStart: 0)
    #expect(offsets.locate(SourceSpan(1, 99)) == PartSpan(part: .text, start: 1, end: 3))
    #expect(offsets.words(SourceSpan(1, 99)) == "bc")
    let empty = ScalarOffsets(source: [], textStart: 0)
    #expect(empty.locate(SourceSpan(0, 0)) == PartSpan(part: .text, start: 0, end: 0))
  }

  @Test(arguments: [63, 64, 65, 128])
  func `the end of the source is found at every length`(count: Int) {
    let offsets = ScalarOffsets(source: [UInt8](repeating: 0x61, count: count), textStart: 0)
    #expect(offsets.locate(SourceSpan(0, count)).end == count)
    #expect(offsets.locate(SourceSpan(count - 1, count)).start == count - 1)
  }
}
