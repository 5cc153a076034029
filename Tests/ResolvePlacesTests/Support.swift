import Gazetteer
import Geodesy
import Geometry
import Model
import NormalizeText
import RecognizePlaces
import ResolvePlaces
import Testing

/// The stages up to resolution over the gazetteer of this repository, which is read once.
enum Resolution {
  static let gazetteer: Gazetteer = {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    do { return try GazetteerLoader.load(directory: root + "/gazetteer") } catch {
      fatalError("\(error)")
    }
  }()

  static func mentions(_ source: String, published: String? = nil) throws -> [Mention] {
    var normalizer = TextNormalizer(gazetteer: gazetteer)
    let text = normalizer.normalize(Document(id: "d", text: source))
    let found = PlaceRecognizer(gazetteer: gazetteer).mentions(in: text)
    let day = published.flatMap { CivilDate(iso: Array($0.utf8)) }
    return try PlaceResolver(gazetteer: gazetteer).resolve(found, in: text, on: day)
  }

  /// The mention that carries the relation.
  static func related(_ source: String, _ kind: Relation.Kind) throws -> Mention? {
    try mentions(source).first { $0.relation?.kind == kind }
  }

  /// The ids that the locations of a text resolve to, `?` for none; bases and names that are no
  /// location are left out.
  static func ids(_ source: String, published: String? = nil) throws -> String {
    try mentions(source, published: published)
      .filter { $0.role == .literal && $0.kind == nil }
      .map { $0.place?.id ?? "?" }.joined(separator: " ")
  }
}

/// A spot in degrees, longitude first, written short.
struct Spot: Sendable, CustomStringConvertible {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  var description: String { "\(x),\(y)" }
}

/// One phrase with a relation and the ground that it means.
struct RelationCase: Sendable, CustomTestStringConvertible {
  var text: String
  var kind: Relation.Kind
  /// Spots that the area must cover, and spots that it must not.
  var inside: [Spot]
  var outside: [Spot]
  /// Nil where near and region are both fair.
  var precision: Precision?
  /// The equal-area radius, in kilometers.
  var radius: ClosedRange<Double>
  var hasPoint: Bool
  var bearing: Double?
  var distance: Double?

  init(
    _ text: String, _ kind: Relation.Kind, inside: [Spot], outside: [Spot],
    _ precision: Precision? = .near, radius: ClosedRange<Double> = 0.5...25, point: Bool = true,
    bearing: Double? = nil, km: Double? = nil
  ) {
    self.text = text
    self.kind = kind
    self.inside = inside
    self.outside = outside
    self.precision = precision
    self.radius = radius
    hasPoint = point
    self.bearing = bearing
    distance = km
  }

  var testDescription: String { text }
}
