import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct `Numbers in bytes` {
  /// What the C library makes of a text.
  private static func reference(_ text: String) -> Double { strtod(text, nil) }

  private static func scanned(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    var index = 0
    guard let value = NumberScanner.scan(bytes.span, &index, bytes.count), index == bytes.count
    else { return nil }
    return value
  }

  static let hard: [String] = [
    // Halves between two doubles, and what lies next to them.
    "9007199254740993", "9007199254740992.5", "9007199254740993.0000001", "4503599627370496.5",
    "4503599627370497.5", "4503599627370498.4999999", "1.00000000000000011102230246251565",
    "1.00000000000000033306690738754696",
    "0.500000000000000166533453693773481063544750213623046875",
    "7.2057594037927933e16", "72057594037927945", "1801439850948197.75", "1801439850948198.25",
    "18014398509481985", "18014398509481987", "922337203685477580.7", "0.1000000000000000055",
    // Nineteen digits and decimals, the most that are divided as whole numbers, and twenty.
    "9999999999999999999", "1.999999999999999999", "0.9999999999999999999",
    "0.99999999999999999999",
    "1844674407370955161.5", "18446744073709551615", "18446744073709551616",
    "0.0000000000000000001",
    "0.00000000000000000001", "45.391000000000005", "-45.391000000000005", "44.390000000000001",
    // Ends of the range.
    "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9e-324", "2.4703282292062327e-324",
    "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623158e308", "1e309",
    "-1e400",
    "1e-400", "0", "-0", "0.0", "-0e10", "0e999999", "1e22", "1e23", "123456789012345678e-19",
    "8.5e-23", "3.0517578125e-05", "6.02214076e+23",
  ]

  @Test(arguments: hard)
  func `are exact to the last bit in hard cases`(_ text: String) throws {
    let value = try #require(Self.scanned(text))
    #expect(value.bitPattern == Self.reference(text).bitPattern)
  }

  @Test(arguments: 0..<50)
  func `are exact to the last bit at random`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let digits = 1 + Int(random.next() % 20)
      var text = String(random.next() % 9 + 1)
      for _ in 1..<digits { text += String(random.next() % 10) }
      let point = Int(random.next() % UInt64(digits + 3))
      if point == 0 {
        text = "0." + String(repeating: "0", count: Int(random.next() % 4)) + text
      } else if point < digits {
        text.insert(".", at: text.index(text.startIndex, offsetBy: point))
      }
      if random.next() % 4 == 0 { text += "e\(Int(random.next() % 60) - 30)" }
      if random.next() % 2 == 0 { text = "-" + text }
      let value = try #require(Self.scanned(text), "\(text)")
      #expect(value.bitPattern == Self.reference(text).bitPattern, "\(text)")
    }
  }

  /// The middle between two neighbors, written out in full, and a digit cut off or added.
  @Test(arguments: 0..<20)
  func `are exact to the last bit in the middle between two doubles`(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      // A whole number of 54 bits, its lowest bit set, over a power of two: a tie.
      let odd = random.next() >> 10 | 1 << 53 | 1
      let shift = Int(random.next() % 10)
      var whole = odd >> UInt64(shift)
      var rest = odd & (1 << UInt64(shift) - 1)
      var text = "\(whole)"
      if shift > 0 {
        text += "."
        for _ in 0..<shift {
          rest *= 10
          whole = rest >> UInt64(shift)
          text += "\(whole)"
          rest &= 1 << UInt64(shift) - 1
        }
      }
      for variant in [text, String(text.dropLast()) + "4", text + (shift > 0 ? "1" : ".1")] {
        let value = try #require(Self.scanned(variant), "\(variant)")
        #expect(value.bitPattern == Self.reference(variant).bitPattern, "\(variant)")
      }
    }
  }

  @Test(arguments: [
    "", "-", "+1", ".5", "01", "-01", "1.", "1.e5", "1e", "1e+", "0x10", "inf", "nan",
  ])
  func `of no JSON are none`(_ text: String) {
    #expect(Self.scanned(text) == nil)
  }
}

@Suite struct `Bytes eight at a time` {
  private static func slowStop(_ bytes: [UInt8], _ start: Int) -> (stop: Int, isASCII: Bool) {
    let stop =
      bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 } ?? bytes.count
    return (stop, bytes[start..<stop].allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: 0..<50)
  func `stop where one at a time stops`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var bytes = random.bytes(
        Int(random.next() % 40), of: "abcdefghijklmnopqrstuvwxyz !#[]~\u{7F}\u{1F}\"\\")
      // Rare ends, and bytes that differ from them by their top bit.
      for index in bytes.indices where random.next() % 4 > 0 {
        bytes[index] =
          [0x61, 0x21, 0x23, 0x5B, 0x5D, 0xA2, 0xDC, 0x9F, 0x80, 0xFF, 0x20][
            Int(random.next() % (seed % 2 == 0 ? 5 : 11))]
      }
      let start = Int(random.next() % UInt64(bytes.count + 1))
      var high: UInt64 = 0
      let stop = ByteScan.stringStop(bytes.span, from: start, &high)
      let slow = Self.slowStop(bytes, start)
      #expect(stop == slow.stop, "\(bytes) \(start)")
      #expect((high == 0) == slow.isASCII, "\(bytes) \(start)")
    }
  }

  @Test(arguments: 0..<20)
  func `are eight digits or not`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    for round in 0..<200 {
      var bytes = random.bytes(8, of: "0123456789")
      if round % 2 == 0 {
        bytes[Int(random.next() % 8)] = random.bytes(1)[0]
        if round % 4 == 0 { bytes[Int(random.next() % 8)] = random.bytes(1, of: "/:.e- ")[0] }
      }
      let isDigits = bytes.allSatisfy { (0x30...0x39).contains($0) }
      let expected = isDigits ? UInt64(String(decoding: bytes, as: UTF8.self)) : nil
      #expect(ByteScan.eightDigits(ByteScan.word(bytes.span, at: 0)) == expected, "\(bytes)")
    }
  }

  @Test func `are words, little end first`() {
    let bytes: [UInt8] = Array(1...10)
    #expect(ByteScan.word(bytes.span, at: 1) == 0x0908_0706_0504_0302)
    #expect(ByteScan.word(bytes.span, 0..<3) == 0x030201)
    #expect(ByteScan.word(bytes.span, 7..<10) == 0x0A0908)
    #expect(ByteScan.word(bytes.span, 2..<10) == 0x0A09_0807_0605_0403)
    #expect(ByteScan.word(bytes.span, 10..<10) == 0)
  }
}
