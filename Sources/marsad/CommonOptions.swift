import ArgumentParser
import Gazetteer
import Model
import Pipeline
import Synchronization

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .long,
    help:
      "The folder of knowledge (default: MARSAD_GAZETTEER, share/marsad/gazetteer beside the program, ./gazetteer)."
  )
  var gazetteer: String?

  @Option(name: .long, help: "A folder with additions and corrections; may be repeated.")
  var overlay: [String] = []

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print timings and settings on standard error.")
  var verbose = false

  /// Loads the gazetteer; its warnings go to standard error.
  func load(_ scope: GazetteerScope = .everything) throws -> Gazetteer {
    let clock = ContinuousClock()
    let start = clock.now
    let location = KnowledgeLocation(directory: gazetteer, overlays: overlay)
    let loaded = try location.load(scope: scope)
    loaded.diagnostics.forEach(report)
    // Kept to the end: to free its parts one by one would only delay the exit.
    Kept.gazetteer.withLock { $0 = loaded }
    if verbose { StandardError.print("gazetteer read in \(clock.now - start)") }
    return loaded
  }

  /// Prints a finding unless it is below what was asked for.
  func report(_ diagnostic: Diagnostic) {
    if quiet, diagnostic.severity != .error { return }
    if diagnostic.severity == .note, !verbose { return }
    StandardError.print(diagnostic.description)
  }
}

/// What commands that read documents take.
struct DocumentOptions: ParsableArguments {
  @Option(name: .long, help: "The day of publication of documents that state none (YYYY-MM-DD).")
  var published: String?

  @Option(name: .long, help: "The source of documents that state none.")
  var source: String?

  @Flag(name: .long, help: "Stop at the first document that cannot be read (exit 65).")
  var strict = false

  @Option(name: .long, help: "How many threads (default: all cores). The output is the same.")
  var threads: Int?

  func validate() throws {
    if let published, CivilDate(iso: Array(published.utf8)) == nil {
      throw ValidationError("--published is \(published); a day as YYYY-MM-DD is expected")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); 1 to 1024 is expected")
    }
  }
}

/// What lives as long as the process.
private enum Kept {
  static let gazetteer = Mutex<Gazetteer?>(nil)
}
