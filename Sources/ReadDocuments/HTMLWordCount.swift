internal import Files

/// How much visible text stands at and below each node, in bytes without blanks.
struct HTMLWordCount {
  let total: [Int]
  /// The part of it that is the text of links.
  let inLinks: [Int]

  init(_ tree: HTMLTree, isDropped: [Bool]) {
    let span = tree.bytes.span
    var isLink = Array(repeating: false, count: tree.nodes.count)
    var total = Array(repeating: 0, count: tree.nodes.count)
    var inLinks = total
    for (index, node) in tree.nodes.enumerated() {
      isLink[index] = node.element == .a || (node.parent >= 0 && isLink[node.parent])
      guard node.isText, !isDropped[index] else { continue }
      var count = 0
      for position in node.content where !HTMLTree.isBlank(span[position]) { count += 1 }
      total[index] = count
      if isLink[index] { inLinks[index] = count }
    }
    // Nodes come after the node above them, so sums go up from the last to the first.
    for (index, node) in tree.nodes.enumerated().reversed() where node.parent >= 0 {
      total[node.parent] += total[index]
      inLinks[node.parent] += inLinks[index]
    }
    self.total = total
    self.inLinks = inLinks
  }

  /// The text that is not in links.
  func words(_ node: Int) -> Int { total[node] - inLinks[node] }
}
