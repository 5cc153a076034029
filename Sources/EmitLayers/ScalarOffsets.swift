import Files
package import Model

/// Where words stand in a document, as the output says it: Unicode scalars of title or text.
package struct PartSpan: Sendable, Hashable {
  package var part: Part
  /// Half-open.
  package var start: Int
  package var end: Int

  package init(part: Part, start: Int, end: Int) {
    self.part = part
    self.start = start
    self.end = end
  }
}

/// Turns source bytes into scalar offsets of title or text.
///
/// One pass counts the scalars before each block of 64 bytes; a look-up counts within one block.
package struct ScalarOffsets: Sendable {
  private static let blockSize = 64

  private let source: [UInt8]
  private let textStart: Int
  private let textStartScalars: Int
  /// The scalars that begin before each block.
  private let blocks: [Int32]

  /// Counts the scalars of a text.
  ///
  /// Linear in its length.
  package init(_ text: NormalizedText) {
    self.init(source: text.source, textStart: text.textStart)
  }

  /// Counts the scalars of a title and a text in one buffer.
  package init(source: [UInt8], textStart: Int) {
    self.source = source
    self.textStart = textStart
    var blocks: [Int32] = []
    blocks.reserveCapacity(source.count / ScalarOffsets.blockSize + 2)
    var count: Int32 = 0
    let bytes = source.span
    var start = 0
    while start < bytes.count {
      blocks.append(count)
      let end = min(start + ScalarOffsets.blockSize, bytes.count)
      count += Int32(ByteCensus.scalars(in: bytes.extracting(start..<end)))
      start = end
    }
    blocks.append(count)
    self.blocks = blocks
    textStartScalars = ScalarOffsets.scalars(before: textStart, source, blocks)
  }

  /// Returns the part and the scalar offsets of source bytes; what lies outside is cut off.
  package func locate(_ span: SourceSpan) -> PartSpan {
    let part: Part = span.start < textStart ? .title : .text
    let base = part == .title ? 0 : textStartScalars
    let start = ScalarOffsets.scalars(before: span.start, source, blocks) - base
    let end = ScalarOffsets.scalars(before: span.end, source, blocks) - base
    return PartSpan(part: part, start: start, end: max(start, end))
  }

  /// Returns the words of a span.
  package func words(_ span: SourceSpan) -> String {
    let start = min(max(0, span.start), source.count)
    let end = min(max(start, span.end), source.count)
    return String(decoding: source[start..<end], as: UTF8.self)
  }

  private static func scalars(before offset: Int, _ source: [UInt8], _ blocks: [Int32]) -> Int {
    let offset = min(max(0, offset), source.count)
    let block = offset / blockSize
    // An end at the length of the source may lie one block behind the last.
    guard block < blocks.count - 1 else { return Int(blocks[blocks.count - 1]) }
    return Int(blocks[block])
      + ByteCensus.scalars(in: source.span.extracting((block * blockSize)..<offset))
  }
}
