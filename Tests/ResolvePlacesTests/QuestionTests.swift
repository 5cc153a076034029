import Gazetteer
import Model
import NormalizeText
import RecognizePlaces
import ResolvePlaces
import Testing

/// A location as lists write it, and the place that it is in the gazetteer; nil where none is named that
/// the gazetteer has.
struct QuestionCase: Sendable, CustomTestStringConvertible {
  var text: String
  var place: String?
  var testDescription: String { text }

  init(_ text: String, _ place: String?) {
    self.text = text
    self.place = place
  }
}

@Suite struct `A location by itself` {
  static let cases: [QuestionCase] = [
    // The coarse place first, or last.
    .init("Zubair, Safwan", "iq-safwan"), .init("Safwan, Zubair", "iq-safwan"),
    .init("Kirkuk, Hawija", "iq-hawija"), .init("Hawija, Kirkuk", "iq-hawija"),
    .init("Tal Afar, Ayadiyah", "iq-ayadiya"), .init("الموصل، تلعفر", "iq-tal-afar"),
    .init("Jalawla, Khanaqin", "iq-jalawla"), .init("Khanaqin, Jalawla", "iq-jalawla"),
    // A direction chooses among namesakes, as exactly as both places are known, and no village far off.
    .init("قرية الإصلاح شمال جلولاء", "iq-islah-jalawla"),
    .init("Al-Islah village, north of Jalawla", "iq-islah-jalawla"),
    .init("قرية خرناباد شمال شرق بعقوبة", "iq-kharnabat"),
    .init("قرية الإصلاح بين جلولاء والسعدية", "iq-islah-jalawla"),
    .init("Amerli between Tuz and Udhaim", "iq-amirli"),
    .init("مطيبيجة بين صلاح الدين وديالى", "iq-mutaibija"),
    // The comma parts the place from what holds it; a town abroad is not heard in it.
    .init("Qarmat Ali, northern Basra", "iq-karmat-ali"),
    .init("Dor, 25 km S of Tikrit", "iq-dour"),
    // The Sorani word for distance is written like a town.
    .init("بە دووری 35 کیلۆمەتر لە باکووری ڕۆژئاوای شاری قەیارە", "iq-qayyarah"),
    // A code sounds like nothing.
    .init("Al-Siniya K2 area", "iq-siniyah"), .init("K1 base, Kirkuk", "iq-k1-base"),
    // Parts of a town.
    .init("الساحل الأيمن في الموصل", "iq-mosul-right-bank"),
    .init("الساحل الأيسر لقضاء الشرقاط", "iq-shirqat-left-bank"),
    // What a name usually means.
    .init("صلاح الدين", "iq-adm1-salah-al-din"), .init("مصيف صلاح الدين", "iq-pirmam"),
    .init("Qzxv village", nil),
  ]

  @Test(arguments: cases) func `names its place`(_ example: QuestionCase) throws {
    var normalizer = TextNormalizer(gazetteer: Resolution.gazetteer, requiresCapitals: false)
    let text = normalizer.normalize(question: example.text)
    let found = QuestionRecognizer(gazetteer: Resolution.gazetteer).mentions(in: text)
    let answer = try PlaceResolver(gazetteer: Resolution.gazetteer).answer(found, in: text)
    #expect(answer?.mention.place?.id == example.place)
  }
}
