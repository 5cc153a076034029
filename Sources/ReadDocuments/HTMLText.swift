internal import Files

/// Writes the text of a part of a page: blocks on lines of their own, runs of blanks as one.
struct HTMLText {
  private var text: [UInt8] = []
  private var needsSpace = false
  private var needsBreak = false

  /// Returns the text at and below a node, without the nodes that `isLeftOut` names.
  static func of(
    _ tree: HTMLTree, _ node: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false }
  ) -> String {
    var writer = HTMLText()
    let span = tree.bytes.span
    // Where the open blocks end: a line ends there too.
    var blockEnds: [Int] = []
    var preformattedEnd = 0
    var index = node
    while index < tree.nodes[node].end {
      while let end = blockEnds.last, end <= index {
        blockEnds.removeLast()
        writer.needsBreak = true
      }
      let current = tree.nodes[index]
      if isLeftOut(index) {
        if current.element.isBlock { writer.needsBreak = true }
        index = current.end
        continue
      }
      if current.isText {
        let decoded = HTMLEntities.decode(span, current.content)
        writer.add(decoded, keepsLines: index < preformattedEnd)
      } else if current.element == .br {
        writer.needsBreak = true
      } else if current.element.isBlock {
        writer.needsBreak = true
        blockEnds.append(current.end)
        if current.element == .pre { preformattedEnd = max(preformattedEnd, current.end) }
      }
      index += 1
    }
    return String(decoding: writer.text, as: UTF8.self)
  }

  /// Returns a text on one line with single blanks.
  static func oneLine(_ text: String) -> String {
    var writer = HTMLText()
    writer.add(text, keepsLines: false)
    return String(decoding: writer.text, as: UTF8.self)
  }

  private mutating func add(_ decoded: String, keepsLines: Bool) {
    for scalar in decoded.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepsLines: needsBreak = true
      // U+00A0 is there for layout.
      case 0x20, 0x09...0x0D, 0xA0: needsSpace = true
      default:
        if needsBreak {
          if !text.isEmpty { text.append(0x0A) }
        } else if needsSpace, !text.isEmpty {
          text.append(0x20)
        }
        needsBreak = false
        needsSpace = false
        text += String(scalar).utf8
      }
    }
  }
}
