internal import Files

/// The elements and texts of a page in document order, over the bytes of the page.
///
/// The first node is the page.
/// A flat array: the nodes below a node are those from the next one up to its `end`, so that every
/// walk is a loop and no page, however deeply nested, can exhaust the stack.
struct HTMLTree {
  struct Node {
    let element: HTMLElement
    /// The node above, or -1 for the page.
    let parent: Int
    /// The index after the last node below.
    var end: Int
    /// The bytes of the text, or of an element's attributes.
    let content: Range<Int>

    var isText: Bool { element == .text }
  }

  let bytes: [UInt8]
  var nodes: [Node] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the first element of a kind.
  func first(_ element: HTMLElement) -> Int? { nodes.firstIndex { $0.element == element } }

  /// Returns all elements of a kind.
  func all(_ element: HTMLElement) -> [Int] {
    nodes.indices.filter { nodes[$0].element == element }
  }

  /// Returns the value of an attribute, entities decoded, or nil.
  ///
  /// Attributes are read when they are asked for: most never are.
  func attribute(_ name: String, of node: Int) -> String? {
    if nodes[node].isText { return nil }
    let span = bytes.span
    let end = nodes[node].content.upperBound
    var index = nodes[node].content.lowerBound
    while index < end {
      while index < end, HTMLTree.isBlank(span[index]) || span[index] == UInt8(ascii: "/") {
        index += 1
      }
      let nameStart = index
      while index < end, !HTMLTree.isBlank(span[index]), span[index] != UInt8(ascii: "=") {
        index += 1
      }
      let nameRange = nameStart..<index
      while index < end, HTMLTree.isBlank(span[index]) { index += 1 }
      var value = index..<index
      if index < end, span[index] == UInt8(ascii: "=") {
        value = HTMLTree.attributeValue(span, &index, end)
      }
      if HTMLTree.lowercased(span, nameRange) == name {
        return HTMLEntities.decode(span, value)
      }
      // An equals sign without a name: move on by one, or the loop would stand still.
      if nameRange.isEmpty, value.isEmpty, index == nameStart { index += 1 }
    }
    return nil
  }

  /// Reads what follows an equals sign; leaves `index` behind it.
  private static func attributeValue(
    _ span: Span<UInt8>, _ index: inout Int, _ end: Int
  ) -> Range<Int> {
    index += 1
    while index < end, isBlank(span[index]) { index += 1 }
    guard index < end else { return end..<end }
    let quote = span[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      let start = index
      while index < end, span[index] != quote { index += 1 }
      defer { index = min(index + 1, end) }
      return start..<index
    }
    let start = index
    while index < end, !isBlank(span[index]) { index += 1 }
    return start..<index
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The range as a string with ASCII letters in lower case.
  static func lowercased(_ span: Span<UInt8>, _ range: Range<Int>) -> String {
    var small: [UInt8] = []
    for index in range {
      let byte = span[index]
      small.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return String(decoding: small, as: UTF8.self)
  }
}
