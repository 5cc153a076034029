import Glibc

/// Numbers that lie one after the other in memory that lives to the end of the process.
///
/// No owner and no counting of references: a copy is two words, and workers on many cores read the
/// same array without touching anything that another one writes. `SectionFile` is what makes them.
///
/// Public so that other modules have its few instructions in their loops: of what is `package` the
/// compiler makes calls.
@safe
public struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Sendable by hand: nobody writes through the pointer and nobody frees what it points to.
  @usableFromInline let base: UnsafePointer<Element>?
  @usableFromInline let length: Int

  /// Makes an array without elements.
  public init() {
    unsafe base = nil
    length = 0
  }

  /// Takes elements that stay where they are for good.
  init(immortal base: UnsafePointer<Element>, count: Int) {
    unsafe self.base = unsafe base
    length = count
  }
}

extension FlatArray: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { length }
  @inlinable public var count: Int { length }

  /// The element at an index; an index that is out of range stops the program.
  @inlinable @inline(__always)
  public subscript(index: Int) -> Element {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: length), "index out of range")
    return unsafe base.unsafelyUnwrapped[index]
  }
}

extension FlatArray where Element == UInt8 {
  /// Returns the text of some UTF-8 bytes.
  ///
  /// Linear in their number.
  public func text(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= length, "range out of bounds")
    return unsafe String(
      decoding: UnsafeBufferPointer(
        start: base.map { unsafe $0 + range.lowerBound }, count: range.count), as: UTF8.self)
  }

  /// Whether some bytes are those of a span's range.
  public func holds(_ other: Span<UInt8>, _ range: Range<Int>, at start: Int) -> Bool {
    precondition(start >= 0 && start + range.count <= length, "range out of bounds")
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count, "range out of bounds")
    guard let base = unsafe base, !range.isEmpty else { return range.isEmpty }
    return unsafe other.withUnsafeBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return false }
      return unsafe memcmp(base + start, first + range.lowerBound, range.count) == 0
    }
  }
}
