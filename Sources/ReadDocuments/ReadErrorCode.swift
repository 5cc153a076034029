/// The stable codes of everything that can be wrong with a document, as a table.
///
/// `docs/errors.md` is made from it: an id is never reused for another meaning.
package enum ReadErrorCode: String, Sendable, Hashable, CaseIterable {
  case inputNotFound = "R001"
  case cannotRead = "R002"
  case notUTF8 = "R003"
  case empty = "R004"
  case unknownType = "R005"
  case tooLarge = "R006"
  case notJSON = "R007"
  case notADocument = "R008"
  case missingText = "R009"
  case frontMatterNotClosed = "R010"
  case frontMatterLine = "R011"
  case unknownKey = "R012"
  case unreadableDate = "R013"
  case repeatedKey = "R014"
  case csvQuotes = "R015"
  case csvCellCount = "R016"
  case csvHeader = "R017"
  case noArticle = "R018"
  case gzip = "R019"
  case expandsTooMuch = "R020"
  case noDocuments = "R021"
  case passedOver = "R022"
  case loneSurrogate = "R023"
  case wrongKind = "R024"

  /// What the code means, in one line.
  package var summary: String {
    switch self {
    case .inputNotFound: "an input does not exist"
    case .cannotRead: "the system does not let the file be read"
    case .notUTF8: "a byte is not UTF-8"
    case .empty: "the document has no text"
    case .unknownType: "the file is of a type that is not read"
    case .tooLarge: "a document is larger than the limit"
    case .notJSON: "the bytes are not JSON"
    case .notADocument: "the JSON value is not an object"
    case .missingText: "the document lacks the key `text`"
    case .frontMatterNotClosed: "front matter begins and does not end"
    case .frontMatterLine: "a line of front matter is not `key: value`"
    case .unknownKey: "a key of front matter is not known and was left out"
    case .unreadableDate: "the publication date is not ISO 8601 and was left out"
    case .repeatedKey: "a key is given twice; the last one counts"
    case .csvQuotes: "the quotes of a CSV row are wrong"
    case .csvCellCount: "a CSV row has more or fewer cells than the header"
    case .csvHeader: "the CSV header is missing or names no `text` column"
    case .noArticle: "the HTML page has no text that looks like an article"
    case .gzip: "the file is not gzip data, or the data is damaged"
    case .expandsTooMuch: "the gzip data expands beyond the limit"
    case .noDocuments: "a file or folder holds no documents"
    case .passedOver: "files of other types in a folder were passed over"
    case .loneSurrogate: "half of a surrogate pair was replaced by U+FFFD"
    case .wrongKind: "the value of a key is of the wrong kind and was left out"
    }
  }
}
