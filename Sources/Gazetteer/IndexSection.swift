/// The sections of a compiled index and the version of its layout.
enum IndexSection {
  /// Goes up with every change of a section or of the rows in it.
  static let version: UInt32 = 7

  // The words of all forms, and the trie over them.
  static let wordBytes: UInt32 = 1
  static let wordOffsets: UInt32 = 2
  static let wordSlots: UInt32 = 3
  static let rootChild: UInt32 = 4
  static let edgeStart: UInt32 = 5
  static let edgeWord: UInt32 = 6
  static let entryStart: UInt32 = 7
  static let entryRow: UInt32 = 8
  static let entryInfo: UInt32 = 9

  // Places and units.
  static let entityIntegers: UInt32 = 16
  static let entityNumbers: UInt32 = 17
  static let entityBytes: UInt32 = 18
  static let entitySlots: UInt32 = 19

  // Their names.
  static let nameIntegers: UInt32 = 24
  static let nameBytes: UInt32 = 25

  // Names by how they sound.
  static let soundSkeletons: UInt32 = 28
  static let soundRows: UInt32 = 29

  // Groups of rows (`RowWriter`), each of four sections from this one on.
  static let about: UInt32 = 32
  static let placeWords: UInt32 = 40
  static let lexicons: UInt32 = 48
  static let shapes: UInt32 = 56
}
