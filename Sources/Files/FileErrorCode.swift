/// The stable codes of everything that can be wrong with a file as bytes, as a table.
///
/// `docs/errors.md` is made from it: an id is never reused for another meaning.
package enum FileErrorCode: String, Sendable, Hashable, CaseIterable {
  case notFound = "F001"
  case notReadable = "F002"
  case tooLarge = "F003"
  case readFailed = "F004"
  case cannotCreate = "F005"
  case writeFailed = "F006"
  case notGzip = "F007"
  case gzipDamaged = "F008"
  case gzipExpandsTooMuch = "F009"
  case nameIsNotUTF8 = "F010"
  case mapFailed = "F011"
  case cannotList = "F012"
  case notUTF8 = "F020"
  case noHeader = "F021"
  case duplicateColumn = "F022"
  case missingColumn = "F023"
  case wrongCellCount = "F024"
  case carriageReturn = "F025"
  case moreFindings = "F026"
  case jsonSyntax = "F030"
  case notLayer = "F031"

  /// What the code means, in one line.
  package var summary: String {
    switch self {
    case .notFound: "there is no such file or folder"
    case .notReadable: "the file exists but may not be read, or is not a file"
    case .tooLarge: "the file is larger than the limit"
    case .readFailed: "the operating system reported an error while reading"
    case .cannotCreate: "the output file or folder cannot be created"
    case .writeFailed: "the operating system reported an error while writing"
    case .notGzip: "the file is named .gz and holds no gzip data"
    case .gzipDamaged: "the gzip data is damaged or ends early"
    case .gzipExpandsTooMuch: "the gzip data expands beyond the limit"
    case .nameIsNotUTF8: "a file name is not UTF-8"
    case .mapFailed: "the file cannot be mapped into memory"
    case .cannotList: "the folder cannot be listed"
    case .notUTF8: "a table holds a byte that is not UTF-8"
    case .noHeader: "a table has no header line"
    case .duplicateColumn: "a table names the same column twice, or leaves a name empty"
    case .missingColumn: "a table lacks a column that is needed"
    case .wrongCellCount: "a row has more or fewer cells than the header"
    case .carriageReturn: "a table holds carriage returns; lines end with LF"
    case .moreFindings: "a table has more findings than are listed"
    case .jsonSyntax: "the bytes are not JSON"
    case .notLayer: "the JSON is no layer: no FeatureCollection, or of positions that there are not"
    }
  }
}
