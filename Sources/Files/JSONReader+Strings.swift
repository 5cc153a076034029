extension JSONReader {
  /// Returns the text of the string whose opening quote stands at an offset.
  package mutating func string(
    _ bytes: Span<UInt8>, at offset: Int
  ) throws(JSONError) -> String {
    index = offset
    return try string(bytes)
  }

  /// Reads a string at its opening quote.
  mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
    index += 1
    let start = index
    index += PlainBytes.count(bytes, from: index)
    if index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return TextBytes.valid(bytes, start..<(index - 1))
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(bytes, from: start) }
      throw JSONError(.controlCharacter(byte), at: index, in: bytes)
    }
    throw expected("the closing quote of a string", bytes)
  }

  /// Goes on with a string from its first escape, copying into `scratch`.
  private mutating func escapedString(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(JSONError) -> String {
    scratch.removeAll(keepingCapacity: true)
    var copied = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        append(bytes, copied..<index)
        index += 1
        return TextBytes.valid(scratch.span, 0..<scratch.count)
      }
      if byte == UInt8(ascii: "\\") {
        append(bytes, copied..<index)
        try escape(bytes)
        copied = index
        index += PlainBytes.count(bytes, from: index)
        continue
      }
      throw JSONError(.controlCharacter(byte), at: index, in: bytes)
    }
    throw expected("the closing quote of a string", bytes)
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe bytes.extracting(range).withUnsafeBufferPointer {
      unsafe scratch.append(contentsOf: $0)
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) {
    guard index + 1 < bytes.count else {
      index = bytes.count
      throw expected("the rest of an escape", bytes)
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""): scratch.append(0x22)
    case UInt8(ascii: "\\"): scratch.append(0x5C)
    case UInt8(ascii: "/"): scratch.append(0x2F)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"):
      try unicodeEscape(bytes)
      return
    default: throw JSONError(.badEscape, at: index, in: bytes)
    }
    index += 2
  }

  private mutating func unicodeEscape(_ bytes: Span<UInt8>) throws(JSONError) {
    guard let unit = codeUnit(bytes, at: index) else {
      throw JSONError(.badEscape, at: index, in: bytes)
    }
    index += 6
    var code = unit
    if unit & 0xFC00 == 0xD800, let low = codeUnit(bytes, at: index), low & 0xFC00 == 0xDC00 {
      code = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
      index += 6
    }
    let scalar = Unicode.Scalar(code)
    if scalar == nil { replacedSurrogates += 1 }
    append(scalar ?? "\u{FFFD}")
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let code = scalar.value
    func continuation(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(code >> shift & 0x3F) }
    switch code {
    case ..<0x80:
      scratch.append(UInt8(code))
    case ..<0x800:
      scratch.append(0xC0 | UInt8(code >> 6))
      scratch.append(continuation(0))
    case ..<0x10000:
      scratch.append(0xE0 | UInt8(code >> 12))
      scratch.append(continuation(6))
      scratch.append(continuation(0))
    default:
      scratch.append(0xF0 | UInt8(code >> 18))
      scratch.append(continuation(12))
      scratch.append(continuation(6))
      scratch.append(continuation(0))
    }
  }

  /// The code unit of a `\uXXXX` at an offset, or nil when there is none.
  private func codeUnit(_ bytes: Span<UInt8>, at offset: Int) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    var next = offset + 2
    while next < offset + 6 {
      let byte = bytes[next]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
      next += 1
    }
    return value
  }
}
