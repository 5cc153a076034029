/// How a layer looks, in every picture of it: a desktop program, a page, a map for print, a chart.
///
/// Colors and sizes are a matter of drawing, not knowledge of the world: they stand here, in one table.
package struct LayerStyle: Sendable, Hashable {
  /// A value of the attribute and how it is drawn.
  package struct Category: Sendable, Hashable {
    /// The value; an empty text catches all that no other category has.
    package var value: String
    package var label: String
    package var color: Color
  }

  /// A color by its parts, 0 to 255.
  package struct Color: Sendable, Hashable {
    package var red: Int
    package var green: Int
    package var blue: Int
    package var alpha: Int

    /// - Parameters:
    ///   - rgb: `0xRRGGBB`.
    ///   - alpha: 0 for nothing to see, 255 for nothing to see through.
    package init(_ rgb: Int, alpha: Int = 255) {
      red = rgb >> 16 & 255
      green = rgb >> 8 & 255
      blue = rgb & 255
      self.alpha = alpha
    }

    /// `#RRGGBB`, as pages and SVG write it; alpha apart.
    package var hexadecimal: String {
      let digits = String(red << 16 | green << 8 | blue, radix: 16, uppercase: true)
      return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }
  }

  /// The symbol of all categories.
  package enum Symbol: Sendable, Hashable {
    /// A dot; its size in millimetres is an expression, or fixed.
    case dot(size: Double, sizeExpression: String?)
    /// Slanted lines within an outline, so that what lies below can be seen.
    case hatch
    /// A see-through color within an outline.
    case fill
    /// An outline alone.
    case outline
  }

  package var layer: String
  package var name: String
  package var summary: String
  /// The column that the categories are values of.
  package var attribute: String
  package var symbol: Symbol
  package var categories: [Category]

  /// The category that a value is drawn by: its own, else the one that catches all other.
  ///
  /// Linear in the categories, of which there are a handful.
  package func category(of value: String?) -> Category? {
    categories.first { $0.value == value } ?? categories.first(where: \.value.isEmpty)
  }
}

extension LayerStyle {
  /// The names of ACLED's event types, told apart by colors that also those see who do not tell red
  /// from green (the set of Okabe and Ito, 2008).
  private static let eventTypes: [Category] = [
    Category(value: "Battles", label: "Battles", color: Color(0xD55E00)),
    Category(
      value: "Explosions/Remote violence", label: "Explosions, remote violence",
      color: Color(0xE69F00)),
    Category(
      value: "Violence against civilians", label: "Violence against civilians",
      color: Color(0xCC79A7)),
    Category(value: "Protests", label: "Protests", color: Color(0x56B4E9)),
    Category(value: "Riots", label: "Riots", color: Color(0x0072B2)),
    Category(
      value: "Strategic developments", label: "Strategic developments", color: Color(0x009E73)),
    Category(value: "", label: "All other", color: Color(0x7F7F7F)),
  ]

  /// The size of a dot: its area grows with the killed and injured, who count a quarter, up to 100.
  ///
  /// The least that is certain counts. What is not stated counts as nobody here, and only here.
  private static let harmSize = """
    2.6 + 0.6 * sqrt(min(100, coalesce("killed_min", 0) + 0.25 * coalesce("injured_min", 0)))
    """

  /// The edge of a claim: the yellow of its ground, darker.
  package static let claimLine = Color(0x8C7800)

  private static func one(_ label: String, _ color: Color) -> [Category] {
    [Category(value: "", label: label, color: color)]
  }

  /// The default style of a layer that `map` writes, nil for any other.
  package static func named(_ layer: String) -> LayerStyle? {
    defaults.first { $0.layer == layer }
  }

  /// The default styles of the layers that `map` writes.
  package static let defaults: [LayerStyle] = [
    LayerStyle(
      layer: "events", name: "Event type and harm",
      summary: "Color by event type, size by the killed and injured",
      attribute: "event_type", symbol: .dot(size: 2.6, sizeExpression: harmSize),
      categories: eventTypes),
    LayerStyle(
      layer: "event_areas", name: "Uncertainty",
      summary: "Where the event may have happened, hatched in the color of its type",
      attribute: "event_type", symbol: .hatch, categories: eventTypes),
    LayerStyle(
      layer: "background", name: "Told as history", summary: "Gray: earlier than the reports",
      attribute: "event_type", symbol: .dot(size: 2.2, sizeExpression: nil),
      categories: one("Told as history", Color(0x999999, alpha: 200))),
    LayerStyle(
      layer: "mentions", name: "Places mentioned", summary: "Small dots",
      attribute: "place_type", symbol: .dot(size: 1.2, sizeExpression: nil),
      categories: one("Places mentioned", Color(0x333333, alpha: 150))),
    LayerStyle(
      layer: "territories", name: "Core and wider claims",
      summary: "Published claims, not lines of control: listed core and wider claims",
      attribute: "kind", symbol: .fill,
      categories: [
        Category(value: "core", label: "Core of the claim", color: Color(0xF0E442, alpha: 60)),
        Category(value: "wider", label: "Wider claim", color: Color(0xF0E442, alpha: 25)),
        Category(value: "", label: "All other", color: Color(0xBBBBBB, alpha: 60)),
      ]),
    LayerStyle(
      layer: "admin_units", name: "Outlines by level",
      summary: "Outlines only, heavier for the larger units", attribute: "level",
      symbol: .outline,
      categories: [
        Category(value: "adm0", label: "Country", color: Color(0x222222)),
        Category(value: "adm1", label: "Governorates", color: Color(0x555555)),
        Category(value: "adm2", label: "Districts", color: Color(0x888888, alpha: 190)),
        Category(value: "adm3", label: "Sub-districts", color: Color(0xAAAAAA, alpha: 150)),
        Category(value: "", label: "All other", color: Color(0xCCCCCC)),
      ]),
    LayerStyle(
      layer: "report_events", name: "Before linking", summary: "One dot an event of a report",
      attribute: "event_type", symbol: .dot(size: 1.8, sizeExpression: nil),
      categories: eventTypes),
  ]
}
