import Model
import Testing

@Suite struct `Layer styles` {
  @Test(arguments: [
    (0xD55E00, "#D55E00"), (0x000000, "#000000"), (0x0072B2, "#0072B2"), (0xFFFFFF, "#FFFFFF"),
  ])
  func `a color is written with six digits`(rgb: Int, text: String) {
    #expect(LayerStyle.Color(rgb).hexadecimal == text)
  }

  @Test func `a value has its own category or the one of all other`() throws {
    let events = try #require(LayerStyle.named("events"))
    #expect(events.category(of: "Riots")?.label == "Riots")
    for value in ["No such type", "", nil] {
      #expect(events.category(of: value)?.label == "All other")
    }
    #expect(LayerStyle.named("no such layer") == nil)
  }

  @Test func `no two event types share a color`() throws {
    let colors = try #require(LayerStyle.named("events")).categories.map(\.color)
    #expect(Set(colors).count == colors.count)
  }
}
