import Files
import Model

/// Puts places and units into an index.
struct EntityWriter {
  private var integers: [Int32] = []
  private var numbers: [Double] = []
  private var bytes: [UInt8] = []
  /// Texts that many entities share: where they stand.
  private var shared: [[UInt8]: Int] = [:]

  /// Adds the entities of a gazetteer.
  /// - Parameters:
  ///   - files: The paths of the tables, which grow by those that are met.
  static func write(
    _ records: [EntityRecord], files: inout [String], to file: inout SectionFileWriter
  ) {
    var writer = EntityWriter()
    var fileNumbers = Dictionary(
      files.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for record in records {
      let known = fileNumbers[record.file]
      if known == nil {
        fileNumbers[record.file] = files.count
        files.append(record.file)
      }
      writer.add(record, file: known ?? files.count - 1)
    }
    file.add(IndexSection.entityIntegers, writer.integers)
    file.add(IndexSection.entityNumbers, writer.numbers)
    file.add(IndexSection.entityBytes, writer.bytes)
    file.add(IndexSection.entitySlots, slots(records))
  }

  private mutating func add(_ record: EntityRecord, file: Int) {
    let id = (start: bytes.count, count: record.id.utf8.count)
    bytes += Array(record.id.utf8)
    let type = place(record.type)
    let source = place(record.source)
    let pcode = record.pcode.map { place($0) } ?? (start: 0, count: -1)
    for member in EntityColumns.Integer.allCases {
      let value =
        switch member {
        case .idStart: id.start
        case .idCount: id.count
        case .typeStart: type.start
        case .typeCount: type.count
        case .sourceStart: source.start
        case .sourceCount: source.count
        case .pcodeStart: pcode.start
        case .pcodeCount: pcode.count
        case .level: Int(record.level.rawValue)
        case .accuracy: record.accuracyMeters
        case .rank: record.rank
        case .parent: record.parent
        case .seat: record.seat
        case .validFrom: PackedDay.number(record.validFrom)
        case .validTo: PackedDay.number(record.validTo)
        case .nameEnglish: Int(record.nameEnglish)
        case .nameArabic: Int(record.nameArabic)
        case .nameSorani: Int(record.nameSorani)
        case .line: record.line
        case .file: file
        }
      integers.append(Int32(clamping: value))
    }
    numbers += [
      record.position?.longitude ?? .nan, record.position?.latitude ?? .nan, record.radiusKm,
    ]
  }

  /// Where a text stands in the bytes, where it is put when it is new.
  private mutating func place(_ text: String) -> (start: Int, count: Int) {
    let utf8 = Array(text.utf8)
    if let known = shared[utf8] { return (known, utf8.count) }
    let start = bytes.count
    shared[utf8] = start
    bytes += utf8
    return (start, utf8.count)
  }

  /// The table of open addressing of `EntityFinder`, at most half full.
  private static func slots(_ records: [EntityRecord]) -> [UInt32] {
    var size = 16
    while size < records.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (index, record) in records.enumerated() {
      var slot = EntityFinder.hash(record.id) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(index + 1)
    }
    return slots
  }
}
