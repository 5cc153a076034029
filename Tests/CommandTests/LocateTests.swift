import Files
import TestSupport
import Testing

@Suite struct `Locate and reverse` {
  @Test func `each argument is one question with one answer, in order`() throws {
    let questions = ["Khanaqin", "12 km south of Kirkuk", "45.39,34.35", "no such place at all"]
    let result = Marsad.run(["locate"] + questions)
    let answers = try Marsad.values(result)
    #expect(answers.map { $0["text"]?.string } == questions)
    #expect(answers.map { $0["status"]?.string } == ["resolved", "area", "resolved", "unresolved"])
    #expect(result.errors.isEmpty)
  }

  /// The same place by its Arabic, Sorani and English name, and by spellings that the press uses.
  @Test(arguments: [
    "Khanaqin", "khanaqin", "Khanaqeen", "خانقين", "قضاء خانقين", "خانەقین", "  Khanaqin  ",
  ])
  func `a name is found in any language`(_ name: String) throws {
    let answer = try #require(try Marsad.values(Marsad.run("locate", name)).first)
    let inside = answer["admin2"]?.string
    #expect(inside == "Khanaqin", "\(name)")
    #expect(answer["place"]?["name_ar"]?.string == "خانقين")
  }

  @Test func `a distance and a bearing give an area in that direction, with its tags`() throws {
    let result = Marsad.run("locate", "115 كم شمال شرق بعقوبة", "12 km south of Kirkuk")
    let answers = try Marsad.values(result)
    for answer in answers {
      #expect(answer["status"]?.string == "area")
      #expect(answer["relation"]?["type"]?.string == "distance_bearing")
      #expect(answer["area"]?["type"]?.string == "Polygon")
      #expect(answer["territory_status"]?.string != "unknown")
    }
    #expect(answers[0]["relation"]?["distance_km"]?.double == 115)
    #expect(answers[0]["relation"]?["bearing_deg"]?.double == 45)
    #expect(answers[0]["point"]?.isNull == true, "an area that wide has no point")
    let point = try #require(answers[1]["point"]?.numbers)
    #expect(abs(point[0] - 44.39) < 0.05 && abs(point[1] - 35.36) < 0.05, "\(point)")
  }

  @Test func `in is a hard filter`() throws {
    func place(_ area: String) throws -> JSONValue? {
      try Marsad.values(Marsad.run("locate", "--in", area, "Qara Tapa")).first?["place"]
    }
    #expect(try place("Diyala")?["admin1"]?.string == "Diyala")
    #expect(try place("ديالى")?["admin1"]?.string == "Diyala")
    #expect(try place("Basra")?.isNull == true)
  }

  @Test func `batch answers carry the ids of the questions`() throws {
    let input = [
      #"{"id":1,"text":"Khanaqin"}"#, #"{"id":"x","text":"Qara Tapa","in":"Diyala"}"#,
      #"{"text":"Kirkuk"}"#, #"{"id":4,"text":"Kirkuk","in":"Nowhereland"}"#,
    ]
    let result = Marsad.run("locate", "--batch", input: input.joined(separator: "\n"))
    #expect(result.status == 0)
    let answers = try Marsad.values(result)
    #expect(answers.count == 4)
    #expect(answers[0]["id"]?.integer == 1)
    #expect(answers[1]["id"]?.string == "x")
    #expect(answers[1]["admin1"]?.string == "Diyala")
    #expect(answers[2]["id"]?.isNull == true)
    #expect(answers[3]["status"]?.string == "unresolved")
    #expect(result.errorLines.count == 1)
    #expect(result.errors.hasPrefix("<stdin>:4: warning: [L004]"))
  }

  @Test func `batch says which questions it cannot read and goes on`() throws {
    let input = "not json\n" + #"{"id":2}"# + "\n" + #"{"id":3,"text":"Kirkuk"}"# + "\n"
    let result = Marsad.run("locate", "--batch", input: input)
    #expect(result.status == 0)
    #expect(result.errors.contains("<stdin>:1:1: error: [L002]"))
    #expect(result.errors.contains("<stdin>:2: error: [L003]"))
    let answers = try Marsad.values(result)
    #expect(answers.count == 3, "one line a question, or a client waits for ever")
    #expect(answers.map { $0["status"]?.string } == ["unresolved", "unresolved", "resolved"])
    #expect(answers[1]["id"]?.integer == 2)
    #expect(answers.last?["place"]?["name"]?.string == "Kirkuk")
  }

  @Test func `batch and arguments give the same answers`() throws {
    let names = ["Khanaqin", "near Jalawla", "خانقين"]
    let arguments = Marsad.run(["locate"] + names)
    let input = names.map { #"{"text":"\#($0)"}"# }.joined(separator: "\n")
    #expect(arguments.bytes == Marsad.run("locate", "--batch", input: input).bytes)
  }

  @Test func `the table has a row for each question`() {
    let result = Marsad.run("locate", "Khanaqin", "Kirkuk", "zzzz", "--format", "table")
    #expect(result.status == 0)
    #expect(result.lines.count == 4)
    #expect(result.lines[1].contains("resolved") && result.lines[3].contains("unresolved"))
  }

  @Test func `reverse names the units, the territories and the nearest places`() throws {
    let result = Marsad.run("reverse", "45.39,34.35", "--nearest", "3")
    let answer = try #require(try Marsad.values(result).first)
    #expect(answer["admin1"]?.string == "Diyala")
    #expect(answer["admin2_pcode"]?.string == "IQG10Q05")
    #expect(answer["territory_ids"]?.elements?.map(\.string) == ["dib-khanaqin"])
    #expect(answer["territory_status"]?.string == "inside")
    let near = try #require(answer["near"]?.elements)
    #expect(near.count == 3)
    #expect(near[0]["place"]?["name"]?.string == "Khanaqin")
    let distances = near.compactMap { $0["distance_m"]?.double }
    #expect(distances == distances.sorted() && distances.count == 3)
    #expect(near.allSatisfy { (0...360).contains($0["bearing_deg"]?.double ?? -1) })
  }

  @Test func `a position is the same question to locate and to reverse`() throws {
    let located = try #require(try Marsad.values(Marsad.run("locate", "45.39,34.35")).first)
    let reversed = try #require(try Marsad.values(Marsad.run("reverse", "45.39,34.35")).first)
    for key in ["status", "point", "admin1", "admin2", "admin3", "territory_status"] {
      #expect(located[key] == reversed[key], "\(key)")
    }
  }

  @Test func `a position outside of the country has no unit of it`() throws {
    let answer = try #require(try Marsad.values(Marsad.run("reverse", "2.35,48.85")).first)
    #expect(answer["admin1"]?.isNull == true)
    #expect(answer["territory_status"]?.string == "outside")
  }
}
