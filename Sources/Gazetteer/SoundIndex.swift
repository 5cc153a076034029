import Files
import Folding
import Model

/// The names of a gazetteer by their skeletons: two flat arrays of its index, sorted by skeleton.
struct SoundIndex: Sendable {
  /// Skeletons, ascending; equal ones in the order of the rows.
  private let skeletons: FlatArray<UInt64>
  /// For each skeleton its row of `Gazetteer.names`.
  private let rows: FlatArray<UInt32>

  init(_ file: SectionFile) {
    skeletons = file.array(IndexSection.soundSkeletons)
    rows = file.array(IndexSection.soundRows)
  }

  /// Adds all names to an index: linear in their letters, and a sort.
  static func write(_ tables: GazetteerTables, to file: inout SectionFileWriter) {
    let tokenizer = Tokenizer(table: tables.folding.table())
    let rules = tables.sounds
    var buffer = TokenBuffer()
    var sounds: [UInt8] = []
    var pairs: [(skeleton: UInt64, row: UInt32)] = []
    pairs.reserveCapacity(tables.names.count)
    for (row, name) in tables.names.enumerated() {
      let range = Int(name.formRange.lowerBound)..<Int(name.formRange.upperBound)
      buffer.removeAll()
      tokenizer.tokenize(tables.nameBytes.span.extracting(range), into: &buffer)
      sounds.removeAll(keepingCapacity: true)
      NameSounds.append(buffer, rules, to: &sounds)
      let skeleton = rules.skeleton(of: sounds)
      if skeleton != 0 { pairs.append((skeleton, UInt32(row))) }
    }
    pairs.sort { ($0.skeleton, $0.row) < ($1.skeleton, $1.row) }
    file.add(IndexSection.soundSkeletons, pairs.map(\.skeleton))
    file.add(IndexSection.soundRows, pairs.map(\.row))
  }

  /// The rows of a skeleton.
  ///
  /// Logarithmic in the names.
  func rows(of skeleton: UInt64) -> Slice<FlatArray<UInt32>> {
    var low = 0
    var high = skeletons.count
    while low < high {
      let middle = (low + high) / 2
      if skeletons[middle] < skeleton { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < skeletons.count, skeletons[end] == skeleton { end += 1 }
    return rows[low..<end]
  }

  /// The skeletons that differ from one by a consonant more, less or other; the names that have
  /// them, in the order of the variants.
  func neighbors(of skeleton: UInt64) -> [UInt32] {
    let length = SoundRules.length(of: skeleton)
    var variants: Set<UInt64> = []
    for index in 0..<length {
      let low = SoundIndex.low(skeleton, index + 1)
      variants.insert(SoundIndex.high(skeleton, index) | low << 4)
      for number in UInt64(1)...15 {
        variants.insert(SoundIndex.high(skeleton, index) | number << (60 - 4 * UInt64(index)) | low)
      }
    }
    if length < 16 {
      for index in 0...length {
        for number in UInt64(1)...15 {
          variants.insert(
            SoundIndex.high(skeleton, index) | number << (60 - 4 * UInt64(index))
              | SoundIndex.low(skeleton, index) >> 4)
        }
      }
    }
    variants.remove(skeleton)
    return variants.sorted().flatMap { rows(of: $0) }
  }

  /// The first consonants of a skeleton.
  private static func high(_ skeleton: UInt64, _ count: Int) -> UInt64 {
    count == 0 ? 0 : count >= 16 ? skeleton : skeleton & ~(UInt64.max >> UInt64(4 * count))
  }

  /// The consonants from a number on.
  private static func low(_ skeleton: UInt64, _ start: Int) -> UInt64 {
    start >= 16 ? 0 : skeleton & (UInt64.max >> UInt64(4 * start))
  }
}

/// The sounds of a whole name.
enum NameSounds {
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// Appends the sounds of the words of a form, without articles and type words.
  static func append(_ buffer: TokenBuffer, _ rules: SoundRules, to sounds: inout [UInt8]) {
    let words = buffer.tokens.indices.filter { buffer.tokens[$0].kind == .word }
    for index in words { append(buffer.key(index), words.count > 1, rules, to: &sounds) }
  }

  /// Appends the sounds of one word; an article and a type word are left out.
  static func append(
    _ key: ArraySlice<UInt8>, _ hasOthers: Bool, _ rules: SoundRules, to sounds: inout [UInt8]
  ) {
    if hasOthers, LatinArticle.isArticle(key) || rules.isSilent(key) { return }
    // The Arabic article and at least three letters.
    let bare = key.count >= 10 && key.starts(with: article) ? key.dropFirst(4) : key
    rules.append(bare, to: &sounds)
  }
}
