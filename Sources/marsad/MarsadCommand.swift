import ArgumentParser

/// The program: one subcommand a task.
@main
struct MarsadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marsad",
    abstract: "Turns news reports in Arabic, Sorani and English into maps of events.",
    discussion: """
      Everything is local: no network, no server, no model to download.

        marsad map seeds -o output          the layers of a folder of reports
        marsad parse report.txt | jq .      one JSON line a document
        marsad locate Khanaqin              where is this?
        marsad reverse 45.39,34.35          what is here?
        marsad query output --near Khanaqin --km 25
      """,
    version: Version.text,
    subcommands: [
      MapCommand.self, ParseCommand.self, LocateCommand.self, ReverseCommand.self,
      QueryCommand.self, HotspotsCommand.self, TimelineCommand.self, RenderCommand.self,
      ExplainCommand.self, CQL2Command.self, ReviewCommand.self, DiffCommand.self,
      EvaluateCommand.self,
      ExportCommand.self, ImportCommand.self, CompareCommand.self, GazetteerCommand.self,
    ])

  /// Runs the program; errors are printed as compilers print them and end with the codes of `ExitStatus`.
  static func main() {
    StandardOutput.ignoreBrokenPipe()
    do {
      var command = try parseAsRoot()
      try command.run()
      try StandardOutput.flush()
      // The libraries' own clean-up at exit takes milliseconds and saves nothing.
      Process.end(0)
    } catch {
      ExitStatus.finish(error, of: Self.self)
    }
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
