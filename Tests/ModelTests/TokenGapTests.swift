import Model
import Testing

@Suite struct `The gap between two things` {
  @Test(arguments: [(3, 7, 3..<7), (7, 7, 7..<7), (7, 3, 7..<7)])
  func `between two things that overlap is nothing`(_ end: Int, _ start: Int, _ gap: Range<Int>) {
    #expect(Range.between(end, start) == gap)
  }
}
