import Folding
import TestSupport
import Testing

/// Folds texts by the table of the real gazetteer.
enum Folder {
  static let table = readTable()
  static let tokenizer = Tokenizer(table: table)

  /// The folded words, numbers and marks of a text.
  static func words(_ text: String) -> [String] {
    let buffer = tokens(Array(text.utf8))
    return buffer.tokens.indices.map { String(decoding: buffer.key($0), as: UTF8.self) }
  }

  static func key(_ text: String) -> String { words(text).joined(separator: " ") }

  static func looseKey(_ text: String) -> String {
    let strict = Array(key(text).utf8)
    return String(decoding: table.looseKey(strict) ?? strict, as: UTF8.self)
  }

  static func tokens(_ bytes: [UInt8]) -> TokenBuffer {
    var buffer = TokenBuffer()
    tokenizer.tokenize(bytes.span, into: &buffer)
    return buffer
  }

  private static func readTable() -> FoldingTable {
    let path = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    guard let bytes = TemporaryDirectory.read(path + "/gazetteer/fold.tsv") else {
      fatalError("there is no \(path)/gazetteer/fold.tsv")
    }
    var table = FoldingTable()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 4, let from = scalars(cells[1]).first else { continue }
      table.add(from: from, to: scalars(cells[2]), loose: cells[3] != "strict")
    }
    return table
  }

  private static func scalars(_ cell: Substring) -> [UInt32] {
    cell.split(separator: " ").compactMap { UInt32($0.dropFirst(2), radix: 16) }
  }
}

/// A case of a table: its name shows the code points, which fonts hide.
struct FoldingCase: Sendable, CustomTestStringConvertible {
  var name: String
  var left: String
  var right: String

  init(_ name: String, _ left: String, _ right: String) {
    self.name = name
    self.left = left
    self.right = right
  }

  var testDescription: String { "\(name): \(points(left)) and \(points(right))" }

  private func points(_ text: String) -> String {
    text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }
}
