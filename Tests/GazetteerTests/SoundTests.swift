import Folding
import Model
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct `Names by ear` {
  private static let gazetteer: Gazetteer = {
    do { return try GazetteerLoader.load(directory: Repository.gazetteer) } catch {
      fatalError("\(error)")
    }
  }()
  private static let search = SpellingSearch(gazetteer: gazetteer)

  private func ids(_ form: String, _ widest: NameTier = .near) -> [(id: String, tier: NameTier)] {
    Self.search.names(soundingLike: form, widest: widest).map { match in
      (Self.gazetteer.entities[Int(Self.gazetteer.names[match.row].entity)].id, match.tier)
    }
  }

  /// Spellings that no row has, and the place that they mean.
  @Test(arguments: [
    ("Djalawla", "iq-jalawla"), ("Jalowlaa", "iq-jalawla"), ("Tall ‘Afar", "iq-tal-afar"),
    ("Tel Efer", "iq-tal-afar"), ("Kafri", "iq-kifri"), ("Khanakeen", "iq-khanaqin"),
    ("Xanaqin", "iq-khanaqin"), ("Khānaqīn", "iq-khanaqin"), ("Mendelli", "iq-mandali"),
    ("Ash Sharqaat", "iq-shirqat"), ("El Hawidja", "iq-hawija"), ("Touz Khourmatou", "iq-tuz"),
    ("Bakouba", "iq-baqubah"), ("Muqdadeeyah", "iq-muqdadiya"), ("Dakouk", "iq-daquq"),
    ("المقداديه", "iq-muqdadiya"), ("طوز خورمتو", "iq-tuz"),
    ("خاناقين", "iq-khanaqin"), ("جلولة", "iq-jalawla"), ("الحويجه", "iq-hawija"),
    ("مهخموور", "iq-makhmur"), ("كهركوك", "iq-kirkuk"), ("دووز خورماتو", "iq-tuz"),
  ])
  func `another romanization or misspelling sounds the same`(_ form: String, _ id: String) {
    let found = ids(form, .heard)
    #expect(found.contains { $0.id == id && $0.tier == .heard }, "\(form): \(found.prefix(5))")
  }

  @Test(arguments: [
    ("Khanaquin", "iq-khanaqin"), ("Muqdadia", "iq-muqdadiya"), ("Baqubbah", "iq-baqubah"),
    ("Khankin", "iq-khanaqin"), ("المقدديه", "iq-muqdadiya"),
  ])
  func `a weaker likeness still proposes the place`(_ form: String, _ id: String) {
    #expect(ids(form).contains { $0.id == id }, "\(form): \(ids(form).prefix(5))")
  }

  @Test func `one consonant off is the last tier, and only for long names`() {
    #expect(ids("Muqdatiya").contains { $0.id == "iq-muqdadiya" && $0.tier == .near })
    #expect(!ids("Muqdatiya", .skeleton).contains { $0.id == "iq-muqdadiya" })
    #expect(ids("Hid").allSatisfy { $0.tier < .near }, "two consonants have no neighbors")
  }

  /// A village whose name is a word stands with its type word and is asked for without.
  @Test func `a type word is not heard in a name of several words`() {
    #expect(sounds("قرية قصر") == sounds("قصر") && !sounds("قصر").isEmpty)
    #expect(skeleton("Qaryat Sultan") == skeleton("سلطان"))
    #expect(!sounds("قرية").isEmpty, "alone it is all that there is to hear")
    #expect(ids("قصر", .heard).contains { $0.id == "iq-qasr-rawanduz" && $0.tier == .heard })
  }

  @Test func `nothing sounds like nothing`() {
    #expect(ids("").isEmpty)
    #expect(ids("123 (?)").isEmpty)
    #expect(ids("aeiou").isEmpty)
  }

  /// The same name in two scripts has one skeleton.
  @Test(arguments: [
    ("Jalawla", "جلولاء"), ("Jalawla", "جەلەولا"), ("Khanaqin", "خانقين"), ("Baqubah", "بعقوبة"),
    ("al-Hawija", "الحويجة"), ("Shaykh Baba", "شيخ بابا"), ("Qara Tapa", "قره تبه"),
    ("Chamchamal", "جمجمال"), ("Sinjar", "سنجار"),
  ])
  func `scripts share skeletons`(_ latin: String, _ other: String) {
    #expect(skeleton(latin) == skeleton(other) && skeleton(latin) != 0)
  }

  private func sounds(_ form: String) -> [UInt8] {
    var buffer = TokenBuffer()
    Tokenizer(table: Self.gazetteer.folding).tokenize(Array(form.utf8).span, into: &buffer)
    var sounds: [UInt8] = []
    NameSounds.append(buffer, Self.gazetteer.sounds, to: &sounds)
    return sounds
  }

  private func skeleton(_ form: String) -> UInt64 {
    Self.gazetteer.sounds.skeleton(of: sounds(form))
  }

  /// The neighbors by variants of the skeleton are those of a scan of all names.
  @Test(arguments: ["Muqdatiya", "Khanaqin", "Tuz", "Sulaymaniyah", "كركوك"])
  func `neighbors are what a scan finds`(_ form: String) {
    let skeleton = skeleton(form)
    let found = Set(Self.gazetteer.soundIndex.neighbors(of: skeleton))
    var scanned: Set<UInt32> = []
    for row in Self.gazetteer.names.indices {
      let other = self.skeleton(Self.gazetteer.form(ofName: row))
      if Self.isNeighbor(Self.classes(skeleton), Self.classes(other)) {
        scanned.insert(UInt32(row))
      }
    }
    #expect(found == scanned)
    #expect(!found.isEmpty)
  }

  private static func classes(_ skeleton: UInt64) -> [UInt8] {
    (0..<16).map { UInt8(skeleton >> (60 - 4 * UInt64($0)) & 15) }.filter { $0 != 0 }
  }

  /// Whether one edit, and not none, leads from one to the other.
  private static func isNeighbor(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    if left.count == right.count {
      return zip(left, right).count { $0.0 != $0.1 } == 1
    }
    let (long, short) = left.count > right.count ? (left, right) : (right, left)
    guard long.count == short.count + 1, !short.isEmpty else { return false }
    return long.indices.contains { skipped in
      var rest = long
      rest.remove(at: skipped)
      return rest == short
    }
  }

  @Test func `a table of letters with a fault is refused`() throws {
    var minimal = MinimalGazetteer()
    minimal.tables["letters.tsv"] = ["l1\tsound\tbb\tany\tB\t"]
    let folder = minimal.write()
    let found = try GazetteerChecker(directory: folder.path, overlays: []).check()
    #expect(found.contains { $0.code == "Z008" }, "\(found.filter { $0.severity == .error })")
  }
}
