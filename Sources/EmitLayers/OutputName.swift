/// Names of inputs as the output may show them: no run differs by the folder that it was started in.
package enum OutputName {
  /// Returns a relative path as it is, and of an absolute one the last part.
  package static func shown(_ path: String) -> String {
    guard path.utf8.first == UInt8(ascii: "/") else { return path }
    return path.split(separator: "/").last.map(String.init) ?? "/"
  }
}
