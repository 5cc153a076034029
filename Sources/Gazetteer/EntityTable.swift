import Files
import Model

/// The members of all entities as flat arrays.
struct EntityColumns: Sendable {
  /// The whole numbers of an entity, which follow each other.
  enum Integer: Int, CaseIterable {
    case idStart, idCount, typeStart, typeCount, sourceStart, sourceCount, pcodeStart, pcodeCount
    case level, accuracy, rank, parent, seat, validFrom, validTo
    case nameEnglish, nameArabic, nameSorani, line, file
  }

  /// The other numbers; longitude and latitude are NaN when there is no position.
  enum Number: Int, CaseIterable {
    case longitude, latitude, radius
  }

  let integers: FlatArray<Int32>
  let numbers: FlatArray<Double>
  let bytes: FlatArray<UInt8>
}

/// All places and units of an index, by number.
package struct EntityTable: Sendable, RandomAccessCollection {
  private let columns: EntityColumns

  init(_ file: SectionFile) {
    columns = EntityColumns(
      integers: file.array(IndexSection.entityIntegers),
      numbers: file.array(IndexSection.entityNumbers),
      bytes: file.array(IndexSection.entityBytes))
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { columns.integers.count / EntityColumns.Integer.allCases.count }

  package subscript(index: Int) -> Entity {
    Entity(columns: columns, start: index * EntityColumns.Integer.allCases.count, index: index)
  }
}

/// Finds entities by id: a table of open addressing over their ids.
package struct EntityFinder: Sendable {
  private let entities: EntityTable
  /// The number of an entity and 1, or 0.
  private let slots: FlatArray<UInt32>

  init(_ file: SectionFile) {
    entities = EntityTable(file)
    slots = file.array(IndexSection.entitySlots)
  }

  /// The entity with an id, nil when there is none.
  package subscript(id: String) -> Int? {
    if slots.isEmpty { return nil }
    var slot = EntityFinder.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let entity = Int(slots[slot] - 1)
      if entities[entity].id == id { return entity }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// A number of a text that every run of the program gives it.
  static func hash(_ text: String) -> Int {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    // Ids that differ in their last digits alone must not lie side by side.
    state ^= state >> 29
    state = state &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: state >> 20)
  }
}
