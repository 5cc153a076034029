/// What the tokenizer needs to know of a scalar of one or two bytes: its class and its strict key.
struct FoldedLetter: Sendable {
  /// How many scalars have one: those below U+0800.
  static let count: UInt32 = 0x800

  let kind: ScalarClass
  /// Bytes of the key, 0 to 2; `isLong` when it does not fit.
  private(set) var keyCount: UInt8 = 0
  private(set) var first: UInt8 = 0
  private(set) var second: UInt8 = 0

  /// The key has more than two bytes and stands in the table.
  static let isLong: UInt8 = 3

  /// Makes a letter without a key.
  init(_ kind: ScalarClass) { self.kind = kind }

  /// Adds a byte to the key.
  mutating func append(_ byte: UInt8) {
    if keyCount == 0 { first = byte } else { second = byte }
    keyCount = min(keyCount + 1, Self.isLong)
  }

  /// A scalar of three or four bytes, whose key stands in the table.
  @inline(__always)
  static func long(_ scalar: UInt32) -> FoldedLetter {
    var letter = FoldedLetter(ScalarClass.of(scalar))
    letter.keyCount = isLong
    return letter
  }
}
