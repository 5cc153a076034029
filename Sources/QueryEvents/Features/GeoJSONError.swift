import Files
package import Model

/// Why a file is no layer, and where.
///
/// `code` is stable and listed in `docs/errors.md`; `detail` says what was found, what was expected
/// and what to do.
package struct GeoJSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The stable identifiers of what can be wrong with a GeoJSON file.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case notJSON = "J001"
    case notUTF8 = "J002"
    case tooDeep = "J003"
    case notGeoJSON = "J004"
    case badFeature = "J005"
    case badGeometry = "J006"
    case impossiblePosition = "J007"
    case badRing = "J008"
    case otherReferenceSystem = "J009"
    case tooManyProperties = "J010"
    case changed = "J011"
  }

  package let code: Code
  package let path: String
  /// 1-based.
  package let line: Int
  /// 1-based, counted in Unicode scalars.
  package let column: Int
  package let detail: String

  package init(_ code: Code, _ detail: String, path: String, line: Int, column: Int) {
    self.code = code
    self.detail = detail
    self.path = path
    self.line = line
    self.column = column
  }

  /// Turns the offset of a fault into a place.
  ///
  /// Linear in the offset.
  init(_ fault: GeoJSONFault, path: String, bytes: Span<UInt8>) {
    let place = TextPosition(of: fault.offset, in: bytes)
    self.init(
      fault.code, fault.detail, path: path, line: place.line, column: place.column)
  }

  package var diagnostic: Diagnostic {
    Diagnostic(.error, code.rawValue, detail, path: path, line: line, column: column)
  }

  /// The error as `path:line:column: error: [J001] detail`.
  package var description: String { diagnostic.description }
}

/// An error on its way out of the reader: its place is still an offset.
struct GeoJSONFault: Error {
  var code: GeoJSONError.Code
  var offset: Int
  var detail: String

  init(_ code: GeoJSONError.Code, at offset: Int, _ detail: String) {
    self.code = code
    self.offset = offset
    self.detail = detail
  }

  /// Makes the fault of bytes that are not JSON.
  init(_ reason: JSONError.Reason, at offset: Int) {
    switch reason {
    case .nestedTooDeep: code = .tooDeep
    case .notUTF8: code = .notUTF8
    default: code = .notJSON
    }
    self.offset = offset
    detail = reason.message
  }

  /// Whether the bytes are not JSON, so that no other reading of them could help.
  var isSyntax: Bool {
    switch code {
    case .notJSON, .notUTF8, .tooDeep: true
    default: false
    }
  }
}
