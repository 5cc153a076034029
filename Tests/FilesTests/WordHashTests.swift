import Files
import Testing

@Suite struct `Hash of words` {
  private func hash(_ bytes: [UInt8]) -> String {
    var hash = WordHash()
    hash.update(bytes.span)
    return hash.hexadecimal
  }

  // It stands in files. The digits are those of the same steps in Python.
  @Test func `its digits do not change`() {
    #expect(hash([]) == "ffe740be7f2de94f")
    #expect(hash(Array("Khanaqin".utf8)) == "7ff3ea922a56abec")
    #expect(hash(Array("خانقين، ديالى".utf8)) == "1f6916d66f13b4f3")
  }

  @Test func `every bit and the length count, wherever they stand`() {
    var seen = Set<String>()
    for count in 0...17 {
      let zeros = [UInt8](repeating: 0, count: count)
      #expect(seen.insert(hash(zeros)).inserted)
      for place in 0..<count {
        for bit in 0..<8 {
          var bytes = zeros
          bytes[place] = 1 << UInt8(bit)
          #expect(seen.insert(hash(bytes)).inserted)
        }
      }
    }
  }

  @Test func `numbers count in their order`() {
    func hash(_ numbers: [UInt64]) -> String {
      var hash = WordHash()
      for number in numbers { hash.update(number) }
      return hash.hexadecimal
    }
    #expect(hash([1, 2]) != hash([2, 1]))
    #expect(hash([1, 2]) == hash([1, 2]))
    #expect(hash([0]) != hash([0, 0]))
  }
}
