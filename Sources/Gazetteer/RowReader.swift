import Files
import Model

/// Reads a group of rows that `RowWriter` wrote, in the same order.
struct RowReader: RowCoder {
  private let words: FlatArray<Int32>
  private let numbers: FlatArray<Double>
  private let texts: [String]
  private var word = 0
  private var number = 0
  /// The lists that were read, by the numbers of their texts: thousands of rows share a few, and making one
  /// takes longer than all else of a row.
  private var lists: [[Int32]: FoldedWords] = [:]

  /// Begins with the first row of a group.
  ///
  /// Linear in the distinct texts of the group.
  init(_ section: UInt32, of file: SectionFile) {
    words = file.array(section)
    numbers = file.array(section + 1)
    let offsets: FlatArray<UInt32> = file.array(section + 2)
    let bytes: FlatArray<UInt8> = file.array(section + 3)
    var texts: [String] = []
    texts.reserveCapacity(offsets.count)
    for index in 0..<max(offsets.count - 1, 0) {
      texts.append(bytes.text(Int(offsets[index])..<Int(offsets[index + 1])))
    }
    self.texts = texts
  }

  mutating func transfer(_ value: inout String) {
    value = texts[Int(words[word])]
    word += 1
  }

  mutating func transfer(_ value: inout Int) {
    let first = words[word]
    word += 1
    if first != RowWriter.wide {
      value = Int(first)
      return
    }
    value = Int(UInt32(bitPattern: words[word])) | Int(words[word + 1]) << 32
    word += 2
  }

  mutating func transfer(_ list: inout FoldedWords) {
    var count = 0
    transfer(&count)
    let start = word
    word += count
    let key = (0..<count).map { words[start + $0] }
    if let known = lists[key] {
      list = known
    } else {
      list = FoldedWords(key.map { texts[Int($0)] })
      lists[key] = list
    }
  }

  mutating func transfer(_ value: inout Double) {
    value = numbers[number]
    number += 1
  }

  mutating func transfer(_ value: inout [Coordinate]) {
    let count = Int(words[word])
    word += 1
    value.removeAll()
    value.reserveCapacity(count)
    for index in 0..<count {
      value.append(Coordinate(numbers[number + 2 * index], numbers[number + 2 * index + 1]))
    }
    number += 2 * count
  }
}
