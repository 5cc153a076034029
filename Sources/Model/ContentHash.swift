/// A stable 64-bit hash of bytes, the same on every machine and in every version.
///
/// FNV-1a with a final avalanche (the 64-bit finalizer of MurmurHash3), so that short inputs that
/// differ in one byte differ in all digits. Not for secrets.
public struct ContentHash: Sendable {
  @usableFromInline var state: UInt64 = 0xcbf2_9ce4_8422_2325

  @inlinable public init() {}

  /// Adds the bytes.
  ///
  /// Linear in their number.
  @inlinable
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
  }

  /// Adds the bytes of an array; the fast path.
  ///
  /// Linear in their number.
  public mutating func update(bytes: [UInt8]) {
    update(span: bytes.span)
  }

  /// Adds bytes of a buffer.
  ///
  /// Linear in their number.
  public mutating func update(span: Span<UInt8>) {
    var current = state
    var index = 0
    while index < span.count {
      current = (current ^ UInt64(span[index])) &* 0x0000_0100_0000_01b3
      index += 1
    }
    state = current
  }

  /// Adds the eight bytes of a number, the lowest first.
  public mutating func update(_ number: UInt64) {
    var rest = number
    for _ in 0..<8 {
      state = (state ^ (rest & 0xFF)) &* 0x0000_0100_0000_01b3
      rest >>= 8
    }
  }

  /// Adds the UTF-8 bytes of a text and a separator that occurs in no text.
  public mutating func update(_ text: String) {
    update(span: text.utf8.span)
    state = (state ^ 0xFF) &* 0x0000_0100_0000_01b3
  }

  /// The hash of everything added so far.
  public var value: UInt64 {
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xff51_afd7_ed55_8ccd
    mixed ^= mixed >> 33
    mixed = mixed &* 0xc4ce_b9fe_1a85_ec53
    mixed ^= mixed >> 33
    return mixed
  }

  /// The hash as 16 lower-case hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Returns the hash of some bytes as 16 lower-case hexadecimal digits.
  @inlinable
  public static func hex64(_ bytes: some Sequence<UInt8>) -> String {
    var hash = ContentHash()
    hash.update(bytes)
    return hash.hexadecimal
  }
}
