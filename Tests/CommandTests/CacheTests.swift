import TestSupport
import Testing

/// The compiled index as a user meets it: in the cache folder of the environment.
@Suite struct `Index of the program` {
  private let cache = TemporaryDirectory()

  private func locate(_ environment: [String], _ arguments: [String] = []) -> Program.Result {
    Program.marsad.run(
      ["locate", "Khanaqin"] + arguments, environment: Marsad.gazetteer + environment,
      in: Repository.root)
  }

  private static let answer = Marsad.run("locate", "Khanaqin").output

  @Test func `runs that begin at once make one index and give one answer`() async {
    let environment = ["MARSAD_CACHE=" + cache.path("together")]
    let locate = { @Sendable in
      Program.marsad.run(
        ["locate", "Khanaqin"], environment: Marsad.gazetteer + environment, in: Repository.root)
    }
    let results = await withTaskGroup(of: Program.Result.self) { group in
      for _ in 0..<3 { group.addTask { locate() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for result in results + [locate()] {
      #expect(result.status == 0)
      #expect(result.errors == "")
      #expect(result.output == Self.answer)
    }
    let names = Repository.names(in: cache.path("together"))
    #expect(names.count { $0.hasPrefix("index-") } == 1)
    #expect(names.count { $0.hasPrefix("stamp-") } == 1)
    #expect(names.count == 2)
  }

  @Test func `the cache is where the environment says`() {
    #expect(locate(["XDG_CACHE_HOME=" + cache.path("xdg")]).output == Self.answer)
    #expect(Repository.names(in: cache.path("xdg/marsad")).count == 2)
    let off = ["MARSAD_CACHE=off", "XDG_CACHE_HOME=" + cache.path("off")]
    #expect(locate(off).output == Self.answer)
    #expect(Repository.names(in: cache.path("off")).isEmpty)
  }

  @Test func `a damaged index is a warning and the same answer`() throws {
    let environment = ["MARSAD_CACHE=" + cache.path("damaged")]
    #expect(locate(environment).output == Self.answer)
    let name = try #require(
      Repository.names(in: cache.path("damaged")).first { $0.hasPrefix("index-") })
    var bytes = try #require(cache.read("damaged/" + name))
    bytes[bytes.count / 2] ^= 1
    cache.write("damaged/" + name, bytes)
    let result = locate(environment)
    #expect(result.output == Self.answer)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("warning: [X001]"))
    #expect(result.errorLines.allSatisfy { Marsad.isDiagnostic($0) })
    #expect(locate(environment).errors == "")
  }

  @Test func `a cache that cannot be written is told on demand`() {
    let environment = ["MARSAD_CACHE=" + cache.write("file", "") + "/marsad"]
    let verbose = locate(environment, ["-v"])
    #expect(verbose.output == Self.answer)
    #expect(verbose.errors.contains("note: [X002]"))
  }

  @Test func `reports read the same with and without an index`() {
    func parse(_ cache: String, _ threads: String) -> [UInt8] {
      let result = Program.marsad.run(
        ["parse", Repository.seeds, "--threads", threads, "-q"],
        environment: Marsad.gazetteer + ["MARSAD_CACHE=" + cache], in: Repository.root)
      #expect(result.status == 0)
      return result.bytes
    }
    let bytes = parse("off", "1")
    #expect(!bytes.isEmpty)
    #expect(parse(cache.path("parse"), "1") == bytes)
    #expect(parse(cache.path("parse"), "2") == bytes)
  }

  @Test func `a new row is found by the next run`() {
    let overlay = TemporaryDirectory()
    let environment = ["MARSAD_CACHE=" + cache.path("new"), "MARSAD_OVERLAY=" + overlay.path]
    func locate() -> String {
      Program.marsad.run(
        ["locate", "Qibliyah Test Hamlet"], environment: Marsad.gazetteer + environment,
        in: Repository.root
      ).output
    }
    #expect(!locate().contains("my-hamlet"))
    overlay.write(
      "places.tsv",
      "pid\ttype\tlon\tlat\taccuracy_m\tunit\tradius_km\trank\n"
        + "my-hamlet\tvillage\t44.91\t34.47\t1000\tiq-adm3-qaratapa\t0.7\t150\n")
    overlay.write(
      "names.tsv",
      "nid\tref\tform\tlang\tstatus\tweight\n"
        + "my-n1\tmy-hamlet\tQibliyah Test Hamlet\ten\tofficial\t600\n")
    #expect(locate().contains("my-hamlet"))
  }
}
