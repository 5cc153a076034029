import Files
import TestSupport
import Testing

/// Questions with several answers, and names that are words.
@Suite struct `Namesakes and common words in questions` {
  private func answers(_ texts: String...) throws -> [JSONValue] {
    let lines = texts.map { "{\"text\":\"\($0)\"}" }
    return try Marsad.values(
      Marsad.run("locate", "--batch", input: lines.joined(separator: "\n")))
  }

  private func namesakes(_ answer: JSONValue) -> [String] {
    (answer["candidates"]?.elements ?? []).filter {
      $0["why"]?.elements?.contains { $0.string == "namesake" } ?? false
    }.compactMap { $0["id"]?.string }
  }

  @Test func `villages of one name in the governorate are several answers`() throws {
    for answer in try answers("تل غزال، نينوى", "شناوة، أربيل", "Shinawah, Erbil") {
      #expect(answer["status"]?.string == "ambiguous")
      #expect(namesakes(answer).count > 1)
      #expect(namesakes(answer).first == answer["place"]?["id"]?.string)
    }
  }

  @Test func `namesakes on both sides of the edge leave the territory open`() throws {
    let answer = try #require(try answers("شناوة، أربيل").first)
    #expect(Set(namesakes(answer)) == ["iq-shinawah-makhmur", "iq-shinawah-shaqlawa"])
    #expect(answer["territory_status"]?.string == "possible")
  }

  @Test func `one that lies in the governorate comes before one that it counts as its own`() throws
  {
    let answer = try #require(try answers("سراو، السليمانية").first)
    #expect(namesakes(answer).contains("iq-saraw-khanaqin"))
    #expect(answer["admin1"]?.string == "Sulaymaniyah")
  }

  @Test func `a finer unit decides`() throws {
    let found = try answers("تل غزال، قضاء مخمور", "شناوة، قضاء مخمور")
    #expect(found.map { $0["status"]?.string } == ["resolved", "resolved"])
    #expect(
      found.map { $0["place"]?["id"]?.string } == ["iq-tel-ghezal-makhmur", "iq-shinawah-makhmur"])
  }

  @Test func `a village spelled right is not the town that sounds like it`() throws {
    let found = try answers("بادانه، السليمانية", "Djalawla, Diyala")
    #expect(found[0]["place"]?["id"]?.string == "iq-badanah-sharbazher")
    #expect(found[1]["place"]?["id"]?.string == "iq-jalawla")
  }

  @Test func `a word is the name of a village where there is one`() throws {
    let found = try answers("قصر، أربيل", "سوق، كركوك", "Market, Kirkuk")
    #expect(
      found.map { $0["place"]?["id"]?.string } == ["iq-qasr-rawanduz", "iq-kirkuk", "iq-kirkuk"])
  }

  @Test func `what sounds like a town is no square or airfield of that name`() throws {
    let found = try answers("Nasiriyah - Habboubi Square", "Hillwa airfield near Tuz Khurmatu")
    #expect(found[0]["place"]?["id"]?.string == "iq-nasiriyah")
    #expect(found[1]["admin2"]?.string != "Hillah")
  }

  @Test func `a plain holds the town before it, and a unit cuts a ridge`() throws {
    let found = try answers("Alqosh, Nineveh Plains", "Mount Qarachogh, Makhmur", "Mount Qarachogh")
    #expect(found[0]["place"]?["id"]?.string == "iq-alqosh")
    #expect(found[1]["admin2"]?.string == "Makhmur")
    let radii = try found.map { try #require($0["radius_km"]?.double) }
    #expect(radii[1] < radii[2])
  }

  @Test func `a unit after a comma is where the place lies`() throws {
    let found = try answers(
      "Near Jalawla subdistrict, Khanaqin", "Taza Khurmatu, 20 km S. of Kirkuk")
    #expect(found[0]["admin2"]?.string == "Khanaqin")
    #expect(found[1]["place"]?["id"]?.string == "iq-taza")
    #expect(found[1]["status"]?.string == "resolved")
  }

  @Test func `what was asked before changes no answer`() throws {
    let ring = try answers("within 5 km of Hawija", "5 km from Hawija")
    let disc = try answers("5 km from Hawija", "within 5 km of Hawija")
    #expect(ring[0]["area"] == disc[1]["area"] && ring[1]["area"] == disc[0]["area"])
    #expect(ring[0]["radius_km"] != nil && ring[0]["area"] != ring[1]["area"])
  }

  @Test func `the terms of a candidate add up to its score`() throws {
    let answer = try #require(try answers("al-Islah village, Jalawla subdistrict").first)
    let candidates = try #require(answer["candidates"]?.elements)
    let told = candidates.filter { $0["terms"] != nil }
    #expect(!told.isEmpty && told.count < candidates.count, "what the words rule out has none")
    for candidate in told {
      let sum = (candidate["terms"]?.members ?? []).compactMap(\.value.double).reduce(0, +)
      let score = try #require(candidate["score"]?.double)
      #expect(abs(max(0, min(1, sum)) - score) < 0.0005)
    }
  }
}
