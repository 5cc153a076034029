import Files
import TestSupport
import Testing

/// A question and what its answer must say.
struct LocateCase: Sendable {
  var text: String
  /// The id of the place, nil for none of Iraq's.
  var place: String?
  var status = "resolved"
  var admin2: String?
  var relation: String?
  var flag: String?
  var area: String?

  init(
    _ text: String, _ place: String?, status: String = "resolved", admin2: String? = nil,
    relation: String? = nil, flag: String? = nil, in area: String? = nil
  ) {
    self.text = text
    self.place = place
    self.status = status
    self.admin2 = admin2
    self.relation = relation
    self.flag = flag
    self.area = area
  }
}

/// One batch a class of questions: what the words together mean.
@Suite struct `Questions of several words` {
  private func check(_ cases: [LocateCase]) throws {
    let lines = cases.map { one in
      let area = one.area.map { ",\"in\":\"\($0)\"" } ?? ""
      return "{\"text\":\"\(one.text)\"\(area)}"
    }
    let result = Marsad.run("locate", "--batch", input: lines.joined(separator: "\n"))
    let answers = try Marsad.values(result)
    #expect(answers.count == cases.count)
    for (one, answer) in zip(cases, answers) {
      let found = answer["place"]?["id"]?.string
      #expect(found == one.place, "\(one.text): \(found ?? "-")")
      #expect(answer["status"]?.string == one.status, "\(one.text)")
      if let admin2 = one.admin2 { #expect(answer["admin2"]?.string == admin2, "\(one.text)") }
      #expect(
        one.relation == nil || answer["relation"]?["type"]?.string == one.relation, "\(one.text)")
      let flags = answer["flags"]?.elements?.compactMap(\.string) ?? []
      if let flag = one.flag { #expect(flags.contains(flag), "\(one.text): \(flags)") }
    }
  }

  @Test func `a name spelled by ear is found`() throws {
    try check([
      .init("Djalawla", "iq-jalawla"), .init("Tall 'Afar", "iq-tal-afar"),
      .init("Kafri", "iq-kifri"), .init("El Hawidja", "iq-hawija"), .init("Al Fāw", "iq-faw"),
      .init("سوق الشوخ", "iq-suq-al-shuyukh"),
      .init("Touz Khourmatou district", "iq-adm2-tuz"),
    ])
  }

  @Test func `the units that the words name are conditions`() throws {
    try check([
      .init("al-Islah village, Jalawla subdistrict", "iq-islah-jalawla", admin2: "Khanaqin"),
      .init("قرية الإصلاح التابعة لناحية جلولاء", "iq-islah-jalawla", admin2: "Khanaqin"),
      .init("قرية الإصلاح، ناحية جلولاء، قضاء خانقين، ديالى", "iq-islah-jalawla"),
      .init("Makhmur district, Nineveh/Erbil", "iq-adm2-makhmur", admin2: "Makhmur"),
      .init("Kirkuk city (Al Wasiti neighbourhood)", "iq-wasiti-kirkuk", admin2: "Kirkuk"),
      .init("Sulaymaniyah city, Kurdistan Region", "iq-sulaymaniyah"),
      .init("Akre, Duhok", "iq-aqra", admin2: "Aqra"),
      .init("مخمور في نينوى", "iq-makhmur", admin2: "Makhmur"),
      .init("Haditha, Al Anbar governorate, Iraq", "iq-haditha", admin2: "Haditha"),
    ])
  }

  @Test func `a place that is not known has the ground of its unit`() throws {
    try check([
      .init(
        "Zgharbatish village, Khanaqin district, Diyala", "iq-adm2-khanaqin", status: "area",
        admin2: "Khanaqin", flag: "unknown_place"),
      .init(
        "قرية زغربطيش في قضاء الحويجة", "iq-adm2-hawija", status: "area", admin2: "Hawija",
        flag: "unknown_place"),
      .init("Zgharbatish, Najaf", "iq-adm1-najaf", status: "area", flag: "unknown_place"),
      .init("Makhmur, Basra", "iq-adm1-basra", status: "area", flag: "unknown_place"),
      .init("Zgharbatish", nil, status: "unresolved", in: "Diyala"),
    ])
  }

  @Test func `a place abroad is never one in Iraq`() throws {
    try check([
      .init("Aleppo, Syria", "sy-aleppo"),
      .init("Al-Islah village, Idlib, Syria", "sy-idlib", status: "area", flag: "unknown_place"),
      .init("Mosul, Syria", "cc-sy", status: "area", flag: "unknown_place"),
      .init("near New Zealand", "cc-nz", status: "area"),
    ])
  }

  @Test func `a type word asks for the unit`() throws {
    try check([
      .init("ناحية سيدكان", "iq-adm3-bradost"), .init("قضاء خانقين", "iq-adm2-khanaqin"),
      .init("Diyala governorate", "iq-adm1-diyala"), .init("Kirkuk city", "iq-kirkuk"),
      .init("Al-Abbasi subdistrict", "iq-adm3-abbasi", admin2: "Hawija"),
    ])
  }

  @Test func `a distance after a name checks it and places what is not known`() throws {
    try check([
      .init(
        "Zgharbatish, 5 km north of Jalawla, Khanaqin district, Diyala", "iq-jalawla",
        status: "area", admin2: "Khanaqin", relation: "distance_bearing", flag: "unknown_place"),
      .init("Daquq district, south of Kirkuk", "iq-adm2-daquq", admin2: "Daquq"),
      .init(
        "A hamlet in Qara Tapa sub-district, 7 km west of the town", "iq-qaratapa-diyala",
        status: "area", admin2: "Kifri", relation: "distance_bearing"),
      .init(
        "قرية في ناحية قره تبه، 7 كم غرب المدينة", "iq-qaratapa-diyala", status: "area",
        admin2: "Kifri", relation: "distance_bearing"),
    ])
  }

  @Test func `spatial words of three languages`() throws {
    try check([
      .init("المدخل الشمالي لكركوك", "iq-kirkuk", status: "area", relation: "outskirts"),
      .init(
        "قرى حدودية في ناحية مندلي", "iq-adm3-mandali", status: "area", admin2: "Baladruz",
        relation: "border"),
      .init(
        "القرى الحدودية مع إيران في قضاء خانقين", "cc-ir", status: "area", admin2: "Khanaqin",
        relation: "border"),
      .init("Baghdad - Baqubah road", "iq-baghdad", status: "area", relation: "road"),
      .init("along the Tigris south of Mosul", "iq-tigris", status: "area", relation: "bearing"),
      .init("within 5 km of Hawija", "iq-hawija", status: "area", relation: "distance_bearing"),
      .init("لە دەوروبەری خانەقین", "iq-khanaqin", status: "area", relation: "near"),
      .init(
        "12 کیلۆمەتر لە باکووری ڕۆژهەڵاتی کەرکووک", "iq-kirkuk", status: "area",
        relation: "distance_bearing"),
      .init("20 km south of Mosul city in Hammam al-Alil", "iq-hammam-al-alil"),
      .init("Qaim border crossing with Syria", "iq-qaim-crossing", admin2: "Qaim"),
      .init("Wadi al-Shay, Daquq district", "iq-wadi-al-shay"),
      .init("western Anbar", "iq-adm1-anbar", status: "area", relation: "part_of"),
    ])
  }
}
