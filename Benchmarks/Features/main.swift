import Geometry
import Glibc
import Model
import QueryEvents

// Measures the reading of GeoJSON files alone: `BenchmarkFeatures FILE…` opens each as a layer, reads
// all of its features, and once more with two columns, and prints a JSON line for each step.

/// Seconds on a clock that only moves on.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
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
    "{\"benchmark\":\"features\",\"step\":\"\(step)\",\"features\":\(features),\"seconds_least\":"
      + "\(rounded(least)),\"mb_per_second\":\((size(path) / least).rounded())}")
}

for path in CommandLine.arguments.dropFirst() {
  let layer = try GeoJSONLayer(path: path)
  try measure("open", path) { try GeoJSONLayer(path: path).count }
  try measure("read", path) {
    var count = 0
    try layer.forEach { _ in
      count += 1
      return true
    }
    return count
  }
  try measure("read two columns", path) {
    var count = 0
    try layer.forEach(columns: Array(layer.columns.indices.prefix(2))) { _ in
      count += 1
      return true
    }
    return count
  }
}
