import Model

/// Texts that are copies of one another: an agency's report in several outlets.
///
/// Each text is known by a sketch, the smallest hashes of its runs of five words; the share of
/// hashes that two sketches have in common estimates the share of runs that the texts have in common
/// (Broder, "On the resemblance and containment of documents", 1997).
package struct ReportCopies: Sendable {
  /// Words in a run.
  package static let words = 5
  /// Hashes in a sketch.
  package static let kept = 64

  /// Texts that share this part of their runs, in hundredths, are copies.
  package var resemblance = 50

  package init() {}

  /// Returns the sketch of a text, sorted.
  /// - Parameter keys: A hash of each word's folded key, in the order of the text.
  package static func shingles(of keys: [UInt64]) -> [UInt64] {
    guard !keys.isEmpty else { return [] }
    var hashes: Set<UInt64> = []
    for start in 0...max(0, keys.count - words) {
      var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
      for key in keys[start..<min(keys.count, start + words)] {
        hash = mixed(hash ^ key)
      }
      hashes.insert(hash)
    }
    return Array(hashes.sorted().prefix(kept))
  }

  /// The finalizer of SplitMix64: hashes of near keys are far apart.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// Groups texts whose sketches resemble each other.
  ///
  /// Each text stands in exactly one group; groups and members are sorted by id. Linear in the
  /// texts: a text is compared with at most four others for each of its hashes.
  package func groups(_ texts: [(id: String, shingles: [UInt64])]) -> [[Int]] {
    let order = texts.indices.sorted {
      texts[$0].id.precedesInBytes(texts[$1].id)
    }
    var holders: [UInt64: [Int]] = [:]
    var parents = Array(texts.indices)
    func root(_ index: Int) -> Int {
      var root = index
      while parents[root] != root {
        parents[root] = parents[parents[root]]
        root = parents[root]
      }
      return root
    }
    for index in order {
      var compared: Set<Int> = []
      for hash in texts[index].shingles {
        for other in holders[hash] ?? [] where compared.insert(other).inserted {
          if root(other) != root(index), areCopies(texts[index].shingles, texts[other].shingles) {
            parents[root(index)] = root(other)
          }
        }
        // The first few stand for all: what many texts hold is no one's copy.
        if holders[hash, default: []].count < 4 { holders[hash, default: []].append(index) }
      }
    }
    var slots: [Int: Int] = [:]
    var result: [[Int]] = []
    for index in order {
      let root = root(index)
      if let slot = slots[root] {
        result[slot].append(index)
      } else {
        slots[root] = result.count
        result.append([index])
      }
    }
    return result
  }

  /// Estimates the resemblance by the smallest hashes of the union.
  func areCopies(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    guard !first.isEmpty, !second.isEmpty else { return false }
    let size = min(Self.kept, max(first.count, second.count))
    var shared = 0
    var seen = 0
    var left = 0
    var right = 0
    while seen < size, left < first.count, right < second.count {
      if first[left] == second[right] {
        shared += 1
        left += 1
        right += 1
      } else if first[left] < second[right] {
        left += 1
      } else {
        right += 1
      }
      seen += 1
    }
    return shared * 100 >= resemblance * max(seen, size)
  }
}
