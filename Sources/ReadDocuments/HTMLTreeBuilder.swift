internal import Files

/// Builds the tree of a page in one pass, forgiving what browsers forgive.
///
/// Not the parser of the HTML standard: no foster parents, no adoption agency. What matters here
/// is which text stands below which element, and that no input traps or takes more than linear
/// time.
struct HTMLTreeBuilder {
  /// As in browsers: what is nested deeper becomes a sibling, and a search of the open elements
  /// stays short.
  private static let depthLimit = 512

  private var tree: HTMLTree
  private var open: [Int] = []
  private var index = 0

  static func build(_ bytes: [UInt8]) -> HTMLTree {
    var builder = HTMLTreeBuilder(tree: HTMLTree(bytes))
    builder.run(bytes.span)
    return builder.tree
  }

  private init(tree: HTMLTree) { self.tree = tree }

  private mutating func run(_ span: Span<UInt8>) {
    open.append(append(.page, 0..<0))
    var textStart = 0
    while index < span.count {
      guard span[index] == UInt8(ascii: "<"), index + 1 < span.count else {
        index += 1
        continue
      }
      let next = span[index + 1]
      let isEndTag = next == UInt8(ascii: "/")
      let isTag =
        isEndTag
        ? index + 2 < span.count && HTMLTree.isLetter(span[index + 2]) : HTMLTree.isLetter(next)
      guard isTag || isEndTag || next == UInt8(ascii: "!") || next == UInt8(ascii: "?") else {
        index += 1
        continue
      }
      addText(textStart..<index)
      if !isTag {
        skipMarkup(span)
      } else if isEndTag {
        readEndTag(span)
      } else {
        readStartTag(span)
      }
      textStart = index
    }
    addText(textStart..<span.count)
    close(downTo: 0)
  }

  private mutating func addText(_ range: Range<Int>) {
    if range.isEmpty { return }
    append(.text, range)
  }

  @discardableResult
  private mutating func append(_ element: HTMLElement, _ content: Range<Int>) -> Int {
    let node = tree.nodes.count
    tree.nodes.append(
      HTMLTree.Node(element: element, parent: open.last ?? -1, end: node + 1, content: content))
    return node
  }

  private mutating func close(downTo count: Int) {
    while open.count > count {
      tree.nodes[open.removeLast()].end = tree.nodes.count
    }
  }

  /// Passes over a comment, a declaration or an end tag without a name.
  private mutating func skipMarkup(_ span: Span<UInt8>) {
    let isComment =
      index + 3 < span.count && span[index + 1] == UInt8(ascii: "!")
      && span[index + 2] == UInt8(ascii: "-") && span[index + 3] == UInt8(ascii: "-")
    index += isComment ? 4 : 2
    while index < span.count {
      if span[index] == UInt8(ascii: ">"),
        !isComment || (span[index - 1] == UInt8(ascii: "-") && span[index - 2] == UInt8(ascii: "-"))
      {
        index += 1
        return
      }
      index += 1
    }
  }

  private mutating func readName(_ span: Span<UInt8>) -> String {
    let start = index
    while index < span.count, !HTMLTree.isBlank(span[index]), span[index] != UInt8(ascii: ">"),
      span[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    return HTMLTree.lowercased(span, start..<index)
  }

  /// Passes over attributes to the end of the tag and returns their bytes.
  private mutating func readAttributes(_ span: Span<UInt8>) -> Range<Int> {
    let start = index
    var quote: UInt8 = 0
    var isAfterEquals = false
    while index < span.count {
      let byte = span[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        index += 1
        return start..<(index - 1)
      } else if isAfterEquals, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      // Only a quote right after an equals sign opens a value: `title=don't` has none.
      if !HTMLTree.isBlank(byte) { isAfterEquals = quote == 0 && byte == UInt8(ascii: "=") }
      index += 1
    }
    return start..<index
  }

  private mutating func readEndTag(_ span: Span<UInt8>) {
    index += 2
    let element = HTMLElement(name: readName(span))
    _ = readAttributes(span)
    if element == .br { append(.br, index..<index) }
    if element.isVoid { return }
    for position in open.indices.dropFirst().reversed() {
      let other = tree.nodes[open[position]].element
      if other == element {
        close(downTo: position)
        return
      }
      // `</b>` does not end a paragraph that began inside of it.
      if !element.isBlock, other.isBlock { return }
    }
  }

  private mutating func readStartTag(_ span: Span<UInt8>) {
    index += 1
    let name = readName(span)
    let element = HTMLElement(name: name)
    let attributes = readAttributes(span)
    closeImplied(by: element)
    let node = append(element, attributes)
    if element.isRaw {
      let start = index
      findRawEnd(span, name)
      if index > start {
        open.append(node)
        append(.text, start..<index)
        close(downTo: open.count - 1)
      }
    } else if !element.isVoid, open.count < HTMLTreeBuilder.depthLimit {
      open.append(node)
    }
  }

  /// Ends the elements whose end tags may be left out.
  private mutating func closeImplied(by element: HTMLElement) {
    var lowest: Int?
    for position in open.indices.reversed() {
      let other = tree.nodes[open[position]].element
      if element.ends(other) { lowest = position }
      if element.staysWithin(other) { break }
    }
    if let lowest { close(downTo: lowest) }
    guard element.isBlock else { return }
    // A block ends the paragraph that it stands in.
    let block = open.lastIndex { tree.nodes[$0].element.isBlock }
    if let block, tree.nodes[open[block]].element == .p { close(downTo: block) }
  }

  /// Moves to the `</name` that ends a raw element, or to the end of the page.
  private mutating func findRawEnd(_ span: Span<UInt8>, _ name: String) {
    let length = name.utf8.count
    while index < span.count {
      if span[index] == UInt8(ascii: "<"), index + 2 + length <= span.count,
        span[index + 1] == UInt8(ascii: "/"),
        HTMLTree.lowercased(span, (index + 2)..<(index + 2 + length)) == name
      {
        return
      }
      index += 1
    }
  }
}
