import Geometry
import Glibc
import Model
import QueryEvents

// Measures the reading of GeoJSON files alone: `BenchmarkFeatures FILE…` opens each as a layer, reads
// all of its features, and once more with two columns, and prints a JSON line for each step.
// A first argument `open`, `read` or `some` leaves the other steps out.

/// The processor time of this program in seconds: a busy machine adds nothing to it.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

func size(_ path: String) -> Double {
  var status = stat()
  stat(path, &status)
  return Double(status.st_size) / 1e6
}

/// Runs a step three times and prints the least time of it.
func measure(_ step: String, _ path: String, _ body: () throws -> Int) rethrows {
  var least = Double.infinity
  var features = 0
  for _ in 0..<3 {
    let start = now()
    features = try body()
    least = min(least, now() - start)
  }
  print(
    "{\"benchmark\":\"features\",\"step\":\"\(step)\",\"features\":\(features),\"cpu_seconds_least\":"
      + "\(rounded(least)),\"mb_per_second\":\((size(path) / least).rounded())}")
}

func features(_ path: String, columns: Int?) throws -> () throws -> Int {
  let layer = try GeoJSONLayer(path: path)
  let wanted = columns.map { Array(layer.columns.indices.prefix($0)) }
  return {
    var count = 0
    try layer.forEach(columns: wanted) { _ in
      count += 1
      return true
    }
    return count
  }
}

var paths = Array(CommandLine.arguments.dropFirst())
var steps = ["open", "read", "some"]
if let only = paths.first, steps.contains(only) {
  steps = [only]
  paths.removeFirst()
}
for path in paths {
  for step in steps {
    switch step {
    case "open": try measure("open", path) { try GeoJSONLayer(path: path).count }
    case "read": try measure("read", path, try features(path, columns: nil))
    default: try measure("read two columns", path, try features(path, columns: 2))
    }
  }
}
