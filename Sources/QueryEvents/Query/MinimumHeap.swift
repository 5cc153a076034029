/// A binary heap: the element with the least key first; of equal keys any.
struct MinimumHeap<Element> {
  private var items: [(key: Double, element: Element)] = []

  /// O(log n).
  mutating func insert(_ element: Element, at key: Double) {
    items.append((key, element))
    var place = items.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      if items[parent].key <= items[place].key { break }
      items.swapAt(parent, place)
      place = parent
    }
  }

  /// Takes the element with the least key out.
  ///
  /// O(log n).
  mutating func popLeast() -> (element: Element, key: Double)? {
    guard let first = items.first else { return nil }
    let last = items.removeLast()
    if !items.isEmpty {
      items[0] = last
      var place = 0
      while true {
        let left = 2 * place + 1
        guard left < items.count else { break }
        let right = left + 1
        let child = right < items.count && items[right].key < items[left].key ? right : left
        if items[place].key <= items[child].key { break }
        items.swapAt(place, child)
        place = child
      }
    }
    return (first.element, first.key)
  }
}
