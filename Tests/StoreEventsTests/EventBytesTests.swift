import Model
import TestSupport
import Testing

@testable import StoreEvents

@Suite struct `The exact form of an event` {
  @Test func `keeps every field`() throws {
    let bytes = EventBytes.encode(FullEvent.event, quote: FullEvent.quote)
    let read = try #require(EventBytes.decode(bytes) as (event: Event, quote: StoredQuote?)?)
    #expect(FullEvent.text(read.event) == FullEvent.text(FullEvent.event))
    #expect(read.quote == FullEvent.quote)
    #expect(EventBytes.encode(read.event, quote: read.quote) == bytes)
  }

  @Test func `keeps a blank event, and no quote`() throws {
    let read = try #require(EventBytes.decode(EventBytes.encode(Event(), quote: nil)))
    #expect(FullEvent.text(read.event) == FullEvent.text(Event()))
    #expect(read.quote == nil)
  }

  /// Otherwise a new field of the model could be forgotten without a test that fails.
  @Test func `is tested with a value in every field that the model has`() {
    func compare(_ blank: Any, _ full: Any, _ path: String) {
      for (empty, filled) in zip(
        Mirror(reflecting: blank).children, Mirror(reflecting: full).children)
      {
        let name = path + "." + (empty.label ?? "")
        // Evidence is kept as text beside it; second governorates follow from the units and are
        // found again by whoever reads a store.
        if [".evidence", ".tags.adminAlternates"].contains(name) { continue }
        #expect(FullEvent.text(empty.value) != FullEvent.text(filled.value), "\(name) is blank")
        let isStruct =
          Mirror(reflecting: empty.value).displayStyle == .struct && !(empty.value is SourceSpan)
        if isStruct, !(empty.value is Harm.Count) { compare(empty.value, filled.value, name) }
      }
    }
    compare(Event(), FullEvent.event, "")
  }

  @Test func `is refused when a byte is missing or too many`() {
    let bytes = EventBytes.encode(FullEvent.event, quote: FullEvent.quote)
    for count in 0..<bytes.count { #expect(EventBytes.decode(Array(bytes.prefix(count))) == nil) }
    #expect(EventBytes.decode(bytes + [0]) == nil)
  }

  @Test(arguments: 0..<300)
  func `never stops the program, whatever the bytes`(_ seed: Int) {
    var random = SplitMix64(seed: seed)
    var bytes = EventBytes.encode(FullEvent.event, quote: FullEvent.quote)
    for _ in 0..<3 {
      bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
    }
    // What is read of damaged bytes is an event that can be written again.
    for candidate in [bytes, random.bytes(60)] {
      guard let read = EventBytes.decode(candidate) else { continue }
      let again = EventBytes.encode(read.event, quote: read.quote)
      #expect(
        EventBytes.decode(again).map { FullEvent.text($0.event) } == FullEvent.text(read.event))
    }
  }
}
