import Files
import Model

/// Collects a group of rows: whole numbers in one array, each distinct text once.
struct RowWriter: RowCoder {
  /// Marks a number that takes the two words after it.
  static let wide = Int32.min

  private var words: [Int32] = []
  private var numbers: [Double] = []
  private var textOffsets: [UInt32] = [0]
  private var textBytes: [UInt8] = []
  // By bytes: texts that are equal as characters may differ in their bytes.
  private var textNumbers: [[UInt8]: Int32] = [:]

  mutating func transfer(_ value: inout String) {
    let bytes = Array(value.utf8)
    if let known = textNumbers[bytes] {
      words.append(known)
      return
    }
    let number = Int32(textOffsets.count - 1)
    textNumbers[bytes] = number
    textBytes += bytes
    textOffsets.append(UInt32(textBytes.count))
    words.append(number)
  }

  mutating func transfer(_ value: inout Int) {
    if let short = Int32(exactly: value), short != RowWriter.wide {
      words.append(short)
    } else {
      words += [
        RowWriter.wide, Int32(truncatingIfNeeded: value), Int32(truncatingIfNeeded: value >> 32),
      ]
    }
  }

  mutating func transfer(_ value: inout Double) { numbers.append(value) }

  mutating func transfer(_ value: inout [Coordinate]) {
    words.append(Int32(value.count))
    for coordinate in value { numbers += [coordinate.x, coordinate.y] }
  }

  /// Adds the group to an index as the sections from this one on.
  func write(_ section: UInt32, to file: inout SectionFileWriter) {
    file.add(section, words)
    file.add(section + 1, numbers)
    file.add(section + 2, textOffsets)
    file.add(section + 3, textBytes)
  }
}
