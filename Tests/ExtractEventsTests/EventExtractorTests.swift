import Model
import Testing

@testable import ExtractEvents

@Suite("events and statements")
struct EventExtractorTests {
  @Test(arguments: EventExtractorTestsTypes.arabic)
  func `every sub-event type in Arabic`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(
    arguments: EventExtractorTestsFamilies.sentences + EventExtractorTestsFamilies.parties
      + EventExtractorTestsFamilies.nothing
  )
  func `reads families of English words`(_ example: EventCase) throws {
    #expect(try example.found() == example.events)
  }

  @Test(arguments: EventExtractorTestsTypes.english)
  func `every sub-event type in English`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsTypes.sorani)
  func `sub-event types in Sorani`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsRealis.statements)
  func `what did not happen is a statement with its reason`(_ example: StatementCase) throws {
    let faults = try example.found()
    #expect(faults == [])
  }

  @Test(arguments: EventExtractorTestsFields.dates)
  func `dates`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsPress.arabic + EventExtractorTestsPress.others)
  func `whole leads as the press writes them`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsFields.harm)
  func `harm`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(
    arguments: EventExtractorTestsSummaries.counts + EventExtractorTestsSummaries.sides
      + EventExtractorTestsSummaries.one + EventExtractorTestsNotes.tolls
      + EventExtractorTestsNotes.single + EventExtractorTestsNotes.others
      + EventExtractorTestsBriefs.counts + EventExtractorTestsBriefs.known
      + EventExtractorTestsBriefs.sides + EventExtractorTestsBriefs.ground
      + EventExtractorTestsBriefs.causes + EventExtractorTestsBriefs.families
      + EventExtractorTestsDatabases.acts
      + EventExtractorTestsDatabases.victims + EventExtractorTestsDatabases.parties
      + EventExtractorTestsDatabases.grounds + EventExtractorTestsDatabases.means
      + EventExtractorTestsDatabases.ways)
  func `summaries of one incident`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsFields.actors)
  func `doer and target by voice`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsFields.places)
  func `the place of the event`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsFields.counts)
  func `one event or several`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsAccounts.crowds)
  func `what crowds do and what is done to them`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test func `force on a crowd has the protesters as target and counts their dead`() throws {
    let example = EventExtractorTestsAccounts.crowds[0]
    let events = try Extraction.run(example.text, example.published).events
    let event = try #require(events.first)
    #expect(event.actor1.role == .target)
    #expect(event.actor2.role == .perpetrator)
    #expect(event.harm.killedActor1.minimum == 3)
    #expect(event.harm.killedActor2.minimum == nil)
  }

  @Test(arguments: EventExtractorTestsAccounts.claims)
  func `claims in a later sentence`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test func `a claim, an accusation and a denial of claims are kept apart`() throws {
    let lead = "A bomb killed two people in Baquba on Monday. "
    let told = [
      "The Islamic State claimed responsibility for the blast.": EventActor.Basis.claimed,
      "No group claimed responsibility; however, sources attributed the attack to the Islamic State.":
        .attributed,
    ]
    for (sentence, basis) in told {
      let event = try #require(try Extraction.run(lead + sentence, "2021-03-11").events.first)
      let isAttributed = event.actor1.attributed == "ISIS"
      #expect(
        event.actor1.code == "ISIS" && event.actor1.basis == basis
          || basis == .attributed && isAttributed && event.actor1.code == nil, "\(sentence)")
    }
  }

  @Test(arguments: EventExtractorTestsAccounts.settings)
  func `settings and clothes are no events and no parties`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsAccounts.later)
  func `what later words add`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsAccounts.besides)
  func `what stands beside an event is no part of it`(example: EventCase) throws {
    #expect(try example.found() == example.events)
  }

  @Test(arguments: EventExtractorTestsAccounts.statements)
  func `what grammar leaves open is a statement`(_ example: StatementCase) throws {
    let faults = try example.found()
    #expect(faults == [])
  }

  @Test(arguments: EventExtractorTestsSorani.events)
  func `Sorani as newsrooms write it`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(arguments: EventExtractorTestsAbroad.arabic)
  func `acts of force and protests of other countries`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(
    arguments: EventExtractorTestsWire.arabic + EventExtractorTestsWire.others
      + EventExtractorTestsNewswire.cases)
  func `sentences of agencies about any country`(_ example: EventCase) throws {
    let found = try example.found()
    #expect(found == example.events)
  }

  @Test(
    arguments: EventExtractorTestsWire.nothing + EventExtractorTestsAbroad.nothing
      + EventExtractorTestsNewswire.nothing + EventExtractorTestsBriefs.nothing
      + EventExtractorTestsSorani.nothing)
  func `figures of speech, references and tolls of months are no events`(_ text: String) throws {
    let found = try EventCase(text, "").found()
    #expect(found.isEmpty)
  }

  @Test func `two runs are equal`() throws {
    for example in EventExtractorTestsTypes.arabic + EventExtractorTestsTypes.english {
      #expect(try example.found() == example.found())
    }
  }

  @Test func `every value has its evidence`() throws {
    let all =
      EventExtractorTestsTypes.arabic + EventExtractorTestsTypes.english
      + EventExtractorTestsTypes.sorani
    for example in all {
      for event in try Extraction.run(example.text, example.published).events {
        let fields = Set(event.evidence.map(\.field))
        #expect(fields.contains("event_type"))
        #expect(event.actor1.code == nil || fields.contains("actor1"))
        #expect(event.actor2.code == nil || fields.contains("actor2"))
        #expect(event.date.start == nil || fields.contains("date_start"))
        #expect(event.mentions.isEmpty || fields.contains("location"))
        #expect(event.evidence.allSatisfy { $0.evidence.span.start < $0.evidence.span.end })
        #expect(event.evidence.allSatisfy { !$0.evidence.rule.isEmpty })
      }
    }
  }

  @Test func `confidence is the sum of its terms`() throws {
    for example in EventExtractorTestsTypes.arabic {
      for event in try Extraction.run(example.text, example.published).events {
        let sum = event.confidenceTerms.reduce(0) { $0 + $1.value }
        #expect(event.confidence == max(0, min(1000, sum)))
      }
    }
  }
}
