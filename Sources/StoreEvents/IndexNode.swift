package import Model

/// A node of a layer's spatial index: a box around each of its children.
package struct IndexNode: Sendable, Hashable {
  /// The virtual table that the node is of.
  let index: String
  let number: Int64
  /// How many levels lie below; the children of a node of level 0 are rows of the layer.
  package let level: Int
}

/// A child of a node.
package struct IndexEntry: Sendable, Hashable {
  /// What lies in a box.
  package enum Child: Sendable, Hashable {
    case node(IndexNode)
    /// The key of a row of the layer.
    case row(Int)
  }

  /// Around all that lies below, in the layer's own coordinates; a little larger, never smaller, since
  /// edges are kept with 24 bits.
  package let box: BoundingBox
  package let child: Child
}

/// The bytes of a node, as SQLite's R*Tree module keeps them in its table of nodes.
///
/// Big endian: in the root two bytes for the levels below it, in the others two without a meaning; two for
/// the count; then for each child eight bytes of its number and four floats, least and greatest of each
/// of the two dimensions.
enum IndexNodeBytes {
  static let headerSize = 4
  static let entrySize = 24
  /// The most levels below the root that SQLite itself reads.
  static let deepest = 40

  struct Entry: Hashable {
    var number: Int64
    var minX: Float
    var maxX: Float
    var minY: Float
    var maxY: Float
  }

  /// The levels below a root, nil when the bytes are those of no root.
  static func depth(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= headerSize else { return nil }
    let depth = Int(bytes[0]) << 8 | Int(bytes[1])
    return depth <= deepest ? depth : nil
  }

  /// The children of a node, nil when the bytes are not laid out as they should be.
  static func decode(_ bytes: [UInt8]) -> [Entry]? {
    guard bytes.count >= headerSize else { return nil }
    let count = Int(bytes[2]) << 8 | Int(bytes[3])
    guard bytes.count >= headerSize + count * entrySize else { return nil }
    var entries: [Entry] = []
    entries.reserveCapacity(count)
    for slot in 0..<count {
      let start = headerSize + slot * entrySize
      func float(_ field: Int) -> Float {
        Float(bitPattern: UInt32(truncatingIfNeeded: number(bytes, start + 8 + field * 4, 4)))
      }
      let entry = Entry(
        number: Int64(bitPattern: number(bytes, start, 8)), minX: float(0), maxX: float(1),
        minY: float(2), maxY: float(3))
      // Also false for what is no number.
      guard entry.minX <= entry.maxX, entry.minY <= entry.maxY else { return nil }
      entries.append(entry)
    }
    return entries
  }

  /// The bytes of a node.
  /// - Parameters:
  ///   - depth: The levels below, for the root; 0 for others.
  ///   - size: Of the node, in bytes; the entries fit into it.
  static func encode(_ entries: ArraySlice<Entry>, depth: Int, size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    append(UInt64(depth), 2, to: &bytes)
    append(UInt64(entries.count), 2, to: &bytes)
    for entry in entries {
      append(UInt64(bitPattern: entry.number), 8, to: &bytes)
      append(UInt64(entry.minX.bitPattern), 4, to: &bytes)
      append(UInt64(entry.maxX.bitPattern), 4, to: &bytes)
      append(UInt64(entry.minY.bitPattern), 4, to: &bytes)
      append(UInt64(entry.maxY.bitPattern), 4, to: &bytes)
    }
    bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
    return bytes
  }

  private static func append(_ value: UInt64, _ size: Int, to bytes: inout [UInt8]) {
    for index in 0..<size {
      bytes.append(UInt8(truncatingIfNeeded: value >> (UInt64(size - 1 - index) * 8)))
    }
  }

  private static func number(_ bytes: [UInt8], _ start: Int, _ size: Int) -> UInt64 {
    bytes[start..<start + size].reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension IndexNodeBytes.Entry {
  /// The entry of a row: its box with edges of 24 bits, rounded outwards as SQLite does it.
  init(number: Int64, box: BoundingBox) {
    self.init(
      number: number, minX: Self.below(box.minX), maxX: Self.above(box.maxX),
      minY: Self.below(box.minY), maxY: Self.above(box.maxY))
  }

  /// The entry of a node: the box around its children.
  init(number: Int64, around children: ArraySlice<Self>) {
    self.init(
      number: number, minX: .infinity, maxX: -.infinity, minY: .infinity, maxY: -.infinity)
    for child in children {
      minX = min(minX, child.minX)
      maxX = max(maxX, child.maxX)
      minY = min(minY, child.minY)
      maxY = max(maxY, child.maxY)
    }
  }

  private static let step = 1.0 / 8_388_608

  private static func below(_ edge: Double) -> Float {
    let nearest = Float(edge)
    if Double(nearest) <= edge { return nearest }
    return Float(edge * (edge < 0 ? 1 + step : 1 - step))
  }

  private static func above(_ edge: Double) -> Float {
    let nearest = Float(edge)
    if Double(nearest) >= edge { return nearest }
    return Float(edge * (edge < 0 ? 1 - step : 1 + step))
  }
}
