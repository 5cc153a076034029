/// Tells what of a page is not its content: code, navigation, decoration, teasers.
enum HTMLClutter {
  private static let roles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu",
  ]
  /// Parts of class names and ids that news sites give to what is not the article.
  private static let hints: Set<String> = [
    "ad", "ads", "advert", "advertisement", "breadcrumb", "breadcrumbs", "comment", "comments",
    "cookie", "cookies", "menu", "modal", "newsletter", "pagination", "popup", "promo",
    "readmore", "recommended", "related", "share", "sharing", "sidebar", "social", "subscribe",
    "tags", "widget",
  ]
  /// Elements whose class names describe the whole page.
  private static let sparedFromHints: Set<HTMLElement> = [
    .page, .html, .body, .main, .article, .h1, .p,
  ]

  /// Returns for each node whether it is left out, with all that is below it.
  static func find(in tree: HTMLTree) -> [Bool] {
    let certain = drop(tree, Array(repeating: false, count: tree.nodes.count)) { node in
      tree.nodes[node].element.isClutter || isHidden(tree, node)
    }
    let count = HTMLWordCount(tree, isDropped: certain)
    let page = count.total.first ?? 0
    // Hints err (`class="post sidebar-left"` around everything): a large part is never dropped.
    return drop(tree, certain) { node in
      count.total[node] * 3 < page && (hasHint(tree, node) || isListOfLinks(tree, node, count))
    }
  }

  private static func drop(
    _ tree: HTMLTree, _ before: [Bool], _ rule: (Int) -> Bool
  ) -> [Bool] {
    var isDropped = before
    for (index, node) in tree.nodes.enumerated() {
      if node.parent >= 0, isDropped[node.parent] {
        isDropped[index] = true
      } else if !node.isText, !isDropped[index] {
        isDropped[index] = rule(index)
      }
    }
    return isDropped
  }

  private static func isHidden(_ tree: HTMLTree, _ node: Int) -> Bool {
    if tree.nodes[node].content.isEmpty { return false }
    if let role = tree.attribute("role", of: node), roles.contains(role) { return true }
    if tree.attribute("aria-hidden", of: node) == "true" { return true }
    if tree.attribute("hidden", of: node) != nil { return true }
    let style = tree.attribute("style", of: node)?.lowercased().filter { $0 != " " }
    return style.map { $0.split(separator: ";").contains("display:none") } ?? false
  }

  private static func hasHint(_ tree: HTMLTree, _ node: Int) -> Bool {
    if tree.nodes[node].content.isEmpty || sparedFromHints.contains(tree.nodes[node].element) {
      return false
    }
    return ["class", "id"].contains { name in
      guard let value = tree.attribute(name, of: node) else { return false }
      return value.lowercased().split { !$0.isLetter }.contains { hints.contains(String($0)) }
    }
  }

  /// A block that is nothing but links: "read also".
  private static func isListOfLinks(
    _ tree: HTMLTree, _ node: Int, _ count: HTMLWordCount
  ) -> Bool {
    let element = tree.nodes[node].element
    return element.isBlock && element != .h1 && count.total[node] > 0
      && count.inLinks[node] * 10 >= count.total[node] * 9
  }
}
