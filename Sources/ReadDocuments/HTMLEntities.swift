/// Decodes character references: the named ones that occur in news pages, and all numeric ones.
enum HTMLEntities {
  /// Returns the text of a range with its references replaced.
  static func decode(_ span: Span<UInt8>, _ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if span[index] == UInt8(ascii: "&"),
        let found = reference(span, index, range.upperBound)
      {
        bytes += String(found.scalar).utf8
        index = found.next
      } else {
        bytes.append(span[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads the reference at an ampersand, or nil when it is only an ampersand.
  private static func reference(
    _ span: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, next: Int)? {
    var index = start + 1
    if index < end, span[index] == UInt8(ascii: "#") { return numeric(span, index + 1, end) }
    let nameStart = index
    while index < end, index - nameStart < 10,
      HTMLTree.isLetter(span[index]) || (index > nameStart && span[index] &- 0x30 < 10)
    {
      index += 1
    }
    var name: [UInt8] = []
    for position in nameStart..<index { name.append(span[position]) }
    guard let code = named[String(decoding: name, as: UTF8.self)],
      let scalar = Unicode.Scalar(code)
    else { return nil }
    if index < end, span[index] == UInt8(ascii: ";") { return (scalar, index + 1) }
    // Old pages leave the semicolon out; an address (`?a=1&lt=2`) means something else by it.
    let isOld = code < 0x100 && !(index < end && span[index] == UInt8(ascii: "="))
    return isOld ? (scalar, index) : nil
  }

  private static func numeric(
    _ span: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (scalar: Unicode.Scalar, next: Int)? {
    var index = start
    let isHexadecimal = index < end && span[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digitsStart = index
    var code: UInt32 = 0
    while index < end {
      let byte = span[index]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte - 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) - 0x61) + 10
      } else {
        break
      }
      // Stays above every scalar once it is there.
      if code < 0x110000 { code = code * (isHexadecimal ? 16 : 10) + digit }
      index += 1
    }
    if index == digitsStart { return nil }
    if index < end, span[index] == UInt8(ascii: ";") { index += 1 }
    // As browsers do: the C1 range means Windows-1252, and what is no scalar is U+FFFD.
    if (0x80...0x9F).contains(code) { code = windows1252[Int(code - 0x80)] }
    return (Unicode.Scalar(code == 0 ? 0xFFFD : code) ?? "\u{FFFD}", index)
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  /// The names of Latin-1 from U+00A0 to U+00FF, in order (HTML 4.01, 24.2.1).
  private static let latin1 =
    """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """

  private static let named: [String: UInt32] = {
    var table: [String: UInt32] = [
      "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "AMP": 0x26, "LT": 0x3C,
      "GT": 0x3E, "QUOT": 0x22, "ndash": 0x2013, "mdash": 0x2014, "horbar": 0x2015,
      "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A, "ldquo": 0x201C, "rdquo": 0x201D,
      "bdquo": 0x201E, "dagger": 0x2020, "bull": 0x2022, "hellip": 0x2026, "permil": 0x2030,
      "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A, "euro": 0x20AC,
      "trade": 0x2122, "larr": 0x2190, "rarr": 0x2192, "minus": 0x2212, "ensp": 0x2002,
      "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E,
      "rlm": 0x200F, "OElig": 0x152, "oelig": 0x153, "Scaron": 0x160, "scaron": 0x161,
      "Yuml": 0x178, "fnof": 0x192, "circ": 0x2C6, "tilde": 0x2DC, "comma": 0x2C, "period": 0x2E,
      "colon": 0x3A, "semi": 0x3B, "excl": 0x21, "quest": 0x3F, "num": 0x23, "sol": 0x2F,
      "bsol": 0x5C, "lpar": 0x28, "rpar": 0x29, "lsqb": 0x5B, "rsqb": 0x5D, "lowbar": 0x5F,
      "NewLine": 0x0A, "Tab": 0x09, "percnt": 0x25, "dollar": 0x24, "commat": 0x40,
    ]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      table[String(name)] = 0xA0 + UInt32(offset)
    }
    return table
  }()
}
