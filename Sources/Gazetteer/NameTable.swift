import Files

/// All names of an index, by row.
package struct NameTable: Sendable, RandomAccessCollection {
  /// The whole numbers of a name, which follow each other: the id's bytes end where the form's begin.
  private enum Integer {
    static let entity = 0
    static let line = 1
    /// Weight, status and language in two, one and one byte.
    static let kinds = 2
    static let idStart = 3
    static let formStart = 4
    static let formEnd = 5
    static let count = 6
  }

  private let integers: FlatArray<Int32>
  /// The ids and forms.
  let bytes: FlatArray<UInt8>

  init(_ file: SectionFile) {
    integers = file.array(IndexSection.nameIntegers)
    bytes = file.array(IndexSection.nameBytes)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { integers.count / Integer.count }

  package subscript(row: Int) -> NameRow {
    let start = row * Integer.count
    let kinds = UInt32(bitPattern: integers[start + Integer.kinds])
    let formStart = integers[start + Integer.formStart]
    return NameRow(
      entity: integers[start + Integer.entity], line: integers[start + Integer.line],
      weight: Int16(bitPattern: UInt16(truncatingIfNeeded: kinds >> 16)),
      status: NameRow.Status(rawValue: UInt8(truncatingIfNeeded: kinds >> 8)) ?? .variant,
      languageCode: NameRow.Language(rawValue: UInt8(truncatingIfNeeded: kinds)) ?? .other,
      idRange: integers[start + Integer.idStart]..<formStart,
      formRange: formStart..<integers[start + Integer.formEnd])
  }

  /// Adds names to an index.
  /// - Parameters:
  ///   - bytes: The ids and forms, each form directly after the id of its row.
  static func write(_ rows: [NameRow], _ bytes: [UInt8], to file: inout SectionFileWriter) {
    var integers: [Int32] = []
    integers.reserveCapacity(rows.count * Integer.count)
    for row in rows {
      precondition(row.idRange.upperBound == row.formRange.lowerBound, "the form follows the id")
      let kinds =
        UInt32(UInt16(bitPattern: row.weight)) << 16 | UInt32(row.status.rawValue) << 8
        | UInt32(row.languageCode.rawValue)
      integers += [
        row.entity, row.line, Int32(bitPattern: kinds), row.idRange.lowerBound,
        row.formRange.lowerBound, row.formRange.upperBound,
      ]
    }
    file.add(IndexSection.nameIntegers, integers)
    file.add(IndexSection.nameBytes, bytes)
  }
}
