import Geometry
import Glibc
import Model
import StoreEvents

// Reads a layer of a GeoPackage in several ways and writes it anew; one JSON object a line.
// Usage: BenchmarkStore FILE COPY

func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs a step three times and prints the least; the step tells how many rows it had to do with.
func measure(_ name: String, times: Int = 3, _ step: () throws -> Int) rethrows {
  var least = (wall: Double.infinity, processor: Double.infinity)
  var rows = 0
  for _ in 0..<times {
    let clock = ContinuousClock()
    let (wall, processor) = (clock.now, processorSeconds())
    rows = try step()
    let passed = (clock.now - wall).components
    least.wall = min(least.wall, Double(passed.seconds) + Double(passed.attoseconds) / 1e18)
    least.processor = min(least.processor, processorSeconds() - processor)
  }
  func shown(_ seconds: Double) -> Double { (seconds * 10_000).rounded() / 10_000 }
  print(
    #"{"step":"\#(name)","rows":\#(rows),"seconds":\#(shown(least.wall)),"#
      + #""cpu_seconds":\#(shown(least.processor))}"#)
}

/// A layer of a file, read in several ways.
struct Source {
  let reader: GeoPackageReader
  let layer: LayerDescription

  func count(
    in box: BoundingBox? = nil, columns: [String]? = nil, withGeometry: Bool = true
  ) throws -> Int {
    var rows = 0
    try reader.forEach(of: layer, in: box, columns: columns, withGeometry: withGeometry) { _ in
      rows += 1
      return true
    }
    return rows
  }

  func features() throws -> [Feature] {
    var features: [Feature] = []
    try reader.forEach(of: layer) {
      features.append(Feature(id: nil, geometry: $0.geometry, values: $0.values))
      return true
    }
    return features
  }

  /// A tenth of each side, from the middle.
  var box: BoundingBox {
    let whole = layer.statedExtent ?? BoundingBox(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let (width, height) = (whole.maxX - whole.minX, whole.maxY - whole.minY)
    return BoundingBox(
      minX: whole.minX + width * 0.45, minY: whole.minY + height * 0.45,
      maxX: whole.minX + width * 0.55, maxY: whole.minY + height * 0.55)
  }
}

let reader = try GeoPackageReader(path: CommandLine.arguments[1])
let copy = CommandLine.arguments[2]
let source = Source(reader: reader, layer: try reader.layers()[0])

try measure("scan of three columns") {
  try source.count(columns: source.layer.columns.prefix(3).map(\.name), withGeometry: false)
}
try measure("scan of geometries") { try source.count(columns: []) }
try measure("scan of everything") { try source.count() }
try measure("box of 1 % of the area") { try source.count(in: source.box) }
let features = try source.features()
try measure("write, with index") {
  unlink(copy)
  let schema = LayerSchema(
    source.layer.name, title: source.layer.name, summary: "", geometry: .geometry,
    columns: source.layer.columns)
  try GeoPackage.create(at: copy, named: copy, day: nil) { store in
    let writer = try store.add(schema)
    for feature in features { try writer.add(feature) }
  }
  return features.count
}
