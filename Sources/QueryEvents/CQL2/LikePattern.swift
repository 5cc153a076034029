/// A pattern of LIKE: `%` any run of characters, `_` one, `\` before a character that means itself.
///
/// Characters are Unicode scalars.
struct LikePattern {
  enum Part: Equatable {
    case run
    case one
    case scalar(Unicode.Scalar)
  }

  let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        parts.append(.scalar(scalar))
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "%" {
        if parts.last != .run { parts.append(.run) }
      } else {
        parts.append(scalar == "_" ? .one : .scalar(scalar))
      }
    }
    // A backslash at the end escapes nothing and means itself.
    if isEscaped { parts.append(.scalar("\\")) }
    self.parts = parts
  }

  /// Whether the pattern matches the whole text.
  ///
  /// The product of both lengths at worst, without recursion: only the last run is ever widened.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var (index, part) = (0, 0)
    var run: (part: Int, index: Int)?
    while index < scalars.count {
      if part < parts.count, parts[part] == .run {
        run = (part, index)
        part += 1
      } else if part < parts.count, parts[part] == .one || parts[part] == .scalar(scalars[index]) {
        index += 1
        part += 1
      } else if let last = run {
        run = (last.part, last.index + 1)
        index = last.index + 1
        part = last.part + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .run }
  }
}
