/// What the tokenizer needs to know of a scalar of one or two bytes: its class and its strict key.
struct FoldedLetter: Sendable {
  /// How many scalars have one: those below U+0800.
  static let count: UInt32 = 0x800

  let kind: ScalarClass
  /// Bytes of the key, 0 to 2; `isLong` when it does not fit.
  let keyCount: UInt8
  let first: UInt8
  let second: UInt8

  /// The key has more than two bytes and stands in the table.
  static let isLong: UInt8 = 3

  init(_ kind: ScalarClass, _ key: [UInt8]) {
    self.kind = kind
    keyCount = key.count > 2 ? Self.isLong : UInt8(key.count)
    first = key.first ?? 0
    second = key.count > 1 ? key[1] : 0
  }

  private init(long kind: ScalarClass) {
    self.kind = kind
    keyCount = Self.isLong
    first = 0
    second = 0
  }

  /// A scalar of three or four bytes, whose key stands in the table.
  @inline(__always)
  static func long(_ scalar: UInt32) -> FoldedLetter { FoldedLetter(long: ScalarClass.of(scalar)) }
}
