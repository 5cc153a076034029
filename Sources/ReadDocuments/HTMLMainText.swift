/// Finds the part of a page that is the article.
///
/// Words count, links do not: what the page marks as its article wins if it holds a fair share of
/// the page's running text; otherwise the element with the most text in paragraphs does.
struct HTMLMainText {
  /// Whether a node is navigation, code or decoration.
  let isDropped: [Bool]
  /// The node of the article, or nil when the page has no text.
  let root: Int?

  init(_ tree: HTMLTree) {
    isDropped = HTMLClutter.find(in: tree)
    let count = HTMLWordCount(tree, isDropped: isDropped)
    root = HTMLMainText.choose(tree, count, isDropped)
  }

  private static func choose(
    _ tree: HTMLTree, _ count: HTMLWordCount, _ isDropped: [Bool]
  ) -> Int? {
    let nodes = tree.nodes.indices.filter { !isDropped[$0] && count.words($0) > 0 }
    guard let densest = densest(tree, count, nodes) else { return nil }
    func largest(_ rule: (Int) -> Bool) -> Int? {
      // The first of equals: `max` would give the last.
      var best: Int?
      for node in nodes where rule(node) {
        if best.map({ count.words(node) > count.words($0) }) ?? true { best = node }
      }
      return best
    }
    let marked = [
      largest { tree.attribute("itemprop", of: $0)?.lowercased() == "articlebody" },
      largest { tree.nodes[$0].element == .article },
      largest { tree.nodes[$0].element == .main || tree.attribute("role", of: $0) == "main" },
    ]
    for case .some(let node) in marked where count.words(node) * 5 >= count.words(densest) * 2 {
      return node
    }
    return densest
  }

  /// The element with the most words in paragraphs directly below it, or one level further down.
  private static func densest(
    _ tree: HTMLTree, _ count: HTMLWordCount, _ nodes: [Int]
  ) -> Int? {
    var score = Array(repeating: 0, count: tree.nodes.count)
    for index in nodes {
      let node = tree.nodes[index]
      // Old pages have bare text between line breaks.
      let isBareText = node.isText && count.words(index) >= 80
      guard node.parent >= 0, node.element == .p || isBareText,
        tree.nodes[node.parent].element != .p
      else { continue }
      score[node.parent] += 2 * count.words(index)
      let above = tree.nodes[node.parent].parent
      if above >= 0 { score[above] += count.words(index) }
    }
    var best: Int?
    for node in nodes where score[node] > (best.map { score[$0] } ?? 0) { best = node }
    return best ?? nodes.first { tree.nodes[$0].element == .body } ?? nodes.first
  }
}
