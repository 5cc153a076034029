import Geometry
import Model
import TestSupport
import Testing

@testable import QueryEvents

/// What the fast reader and the slow one make of the same bytes.
@Suite struct `GeoJSON of any kind` {
  /// Reads bytes as a layer.
  static func read(_ bytes: [UInt8]) throws -> (layer: GeoJSONLayer, features: [Feature]) {
    let folder = TemporaryDirectory()
    // Every other one is mapped, as large files are.
    let layer = try GeoJSONLayer(
      path: folder.write("layer.geojson", bytes), mappedFrom: bytes.count % 2 == 0 ? 0 : .max)
    var features: [Feature] = []
    try layer.forEach { feature in
      features.append(feature)
      return true
    }
    return (layer, features)
  }

  /// Compares the two; returns whether they accept the bytes.
  static func compare(_ bytes: [UInt8], _ comment: Comment) throws -> Bool {
    let slow = try? SlowLayer(bytes)
    let layer: GeoJSONLayer
    let features: [Feature]
    do {
      (layer, features) = try read(bytes)
    } catch let error as GeoJSONError {
      #expect(slow == nil, "refused by the fast one alone: \(error.description) in \(comment)")
      return false
    }
    let expected = try #require(slow, "accepted by the fast one alone: \(comment)")
    #expect(layer.columns == expected.columns, comment)
    #expect(layer.count == expected.features.count, comment)
    #expect(layer.name == expected.name ?? "layer", comment)
    let json = layer.columns.indices.filter { layer.columns[$0].isJSON }
    let alike = try features.map { feature in
      var feature = feature
      for column in json {
        guard case .text(let text) = feature.values[column] else { continue }
        feature.values[column] = .text(try #require(CompactJSON.text(spelled: text), comment))
      }
      return feature
    }
    #expect(alike == expected.features, comment)
    return true
  }

  @Test(arguments: 0..<40)
  func `is read as the slow twin reads it`(_ seed: Int) throws {
    var accepted = 0
    for number in 0..<50 {
      let seed = seed * 1000 + number
      var random = RandomGeoJSON(seed: seed, oddity: 400)
      let bytes = random.file()
      if try Self.compare(bytes, "\(seed): \(String(decoding: bytes, as: UTF8.self))") {
        accepted += 1
      }
    }
    #expect(accepted > 25)
  }

  @Test(arguments: 0..<20)
  func `is refused where the slow twin refuses it`(_ seed: Int) throws {
    for number in 0..<50 {
      let seed = 1_000_000 + seed * 1000 + number
      var random = RandomGeoJSON(seed: seed, oddity: 12)
      let bytes = random.file()
      _ = try Self.compare(bytes, "\(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<40)
  func `with damaged bytes ends with features or an error`(_ seed: Int) throws {
    var random = SplitMix64(seed: 77 + seed)
    for number in 0..<50 {
      var made = RandomGeoJSON(seed: seed * 1000 + number, oddity: 400)
      var bytes = made.file()
      for _ in 0...(random.next() % 3) where !bytes.isEmpty {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 5 {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.insert(contentsOf: random.bytes(1, of: "{}[]\",:0-.eE\\tn \n"), at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.swapAt(place, bytes.count / 2)
        }
      }
      _ = try Self.compare(bytes, "\(seed) \(number): \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
