import Glibc
import TestSupport
import Testing

/// The pages of `docs/` that show commands: every one is run, as it stands there.
@Suite struct `Commands of the guides` {
  static let pages = [
    "certainty.md", "hotspots.md", "map-html.md", "pictures.md", "query.md",
  ]

  /// The lines of all blocks of shell on a page.
  private static func commands(of page: String) -> String {
    var isShell = false
    var lines: [String] = []
    let text = String(decoding: Repository.read("docs/" + page) ?? [], as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell {
        lines.append(String(line))
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(arguments: pages)
  func `run`(_ page: String) {
    let commands = Self.commands(of: page)
    #expect(commands.contains("marsad "), "a page without a command needs no place here")
    let folder = TemporaryDirectory()
    symlink(Repository.root + "/seeds", folder.path("seeds"))
    mkdir(folder.path("bin"), 0o755)
    symlink(Program.marsad.path, folder.path("bin/marsad"))
    // What a page asks of an earlier page is there.
    let prepared = Marsad.run("map", "seeds", "-o", folder.path("output"), "-q")
    #expect(prepared.status == 0)
    let result = Program(path: "/bin/bash").run(
      ["-euo", "pipefail", "-c", commands],
      environment: Marsad.knowledge + ["PATH=\(folder.path("bin")):/usr/bin:/bin", "HOME=/tmp"],
      in: folder.path("."))
    #expect(result.status == 0, "\(result.errors)")
  }

  static let hasPostGIS: Bool =
    access("/usr/bin/ogr2ogr", X_OK) == 0
    && access("/usr/share/postgresql/15/extension/postgis.control", R_OK) == 0

  @Test(.enabled(if: hasPostGIS, "PostgreSQL 15 with PostGIS, or ogr2ogr, is not installed"))
  func `load a store into PostGIS, which gives the same answer`() {
    let result = Program(path: "/bin/bash").run(
      [Repository.root + "/Tools/judge_postgis.sh", Program.marsad.path],
      environment: Marsad.knowledge + ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  /// Debian's Python has GDAL, Shapely and pyproj only when their packages are there.
  static let hasOracle: Bool =
    Program(path: "/usr/bin/python3").run(["-c", "import shapely, pyproj, osgeo"]).status == 0

  @Test(.enabled(if: hasOracle, "python3-shapely, python3-pyproj or python3-gdal is not installed"))
  func `answer random questions as Shapely and pyproj do`() {
    let result = Program(path: "/usr/bin/python3").run(
      [
        Repository.root + "/Tools/judge_query.py", Program.marsad.path, "--queries", "60", "--seed",
        "2", "--points", "1500",
      ], environment: Marsad.knowledge + ["PATH=/usr/bin:/bin"])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("0 differences"))
  }
}
