import EmitLayers
import Gazetteer
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `What the gazetteer knows for coders` {
  private static func load(_ overlays: [String] = []) throws -> GazetteerCoderKnowledge {
    try GazetteerCoderKnowledge(
      try GazetteerLoader.load(directory: Repository.gazetteer, overlays: overlays))
  }

  @Test func `is found by the names that events carry`() throws {
    let knowledge = try Self.load()
    for name in ["Reuters", "REUTERS", "رويترز", "ڕۆیتەرز"] {
      #expect(knowledge.source(name)?.scale == "international", "\(name)")
    }
    #expect(knowledge.source("وكالة الأنباء العراقية")?.scale == "national")
    #expect(knowledge.source("وكالة الانباء العراقية")?.scale == "national")
    #expect(knowledge.source("Nobody's Gazette") == nil)
    #expect(knowledge.source("") == nil)
    #expect(knowledge.codes.code("iso", "Iraq") == "368")
    #expect(knowledge.codes.code("gwno", "Turkey") == "640")
    #expect(knowledge.codes.code("month", "3") == "March")
    #expect(knowledge.codes.value("inter", "rebel GROUP") == "2")
    #expect(knowledge.codes.pairs("compatible", "riot", "protest"))
    #expect(!knowledge.codes.pairs("compatible", "riot", "agreement"))
    #expect(knowledge.actorName("ISIS") == "Islamic State")
    #expect(knowledge.actorName("NOBODY") == nil)
  }

  @Test func `stands a unit at its seat and a place where it is`() throws {
    let knowledge = try Self.load()
    let seat = try #require(knowledge.seat(ofUnitWithPcode: "IQG10"))
    #expect(seat == knowledge.position(ofPlace: "iq-baqubah"))
    #expect(try knowledge.units(at: seat).admin1?.pcode == "IQG10")
    #expect(knowledge.seat(ofUnitWithPcode: "IQG99") == nil)
    #expect(knowledge.position(ofPlace: "iq-adm1-diyala") == nil, "a unit has no point")
    #expect(knowledge.position(ofPlace: "no-such-place") == nil)
  }

  @Test func `takes a rating from an overlay`() throws {
    let overlay = TemporaryDirectory()
    overlay.write(
      "sources.tsv",
      "id\tname\tforms\tscale\taffiliation\treliability\tsource\n"
        + "my1\tSample Wire\tعينة\tlocal\t\tC\tits own site\n")
    let knowledge = try Self.load([overlay.path])
    #expect(knowledge.source("عينة")?.reliability == "C")
    #expect(knowledge.source("sample wire")?.scale == "local")
  }
}
