import Files
import TestSupport
import Testing

@Suite struct `Gazetteer commands` {
  /// A copy of the project's knowledge for one test to break.
  private func copy() -> TemporaryDirectory {
    let folder = TemporaryDirectory()
    for name in Repository.names(in: Repository.gazetteer) {
      if let bytes = Repository.read("gazetteer/" + name) { folder.write(name, bytes) }
    }
    return folder
  }

  /// Changes one line, counted from 1, of a file of a copy.
  private func change(
    _ folder: TemporaryDirectory, _ file: String, line: Int, _ body: (String) -> String
  ) {
    let text = String(decoding: folder.read(file) ?? [], as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    lines[line - 1] = body(lines[line - 1])
    folder.write(file, lines.joined(separator: "\n"))
  }

  private func check(_ folder: TemporaryDirectory) -> Program.Result {
    Marsad.run("gazetteer", "check", "--gazetteer", folder.path, "-q")
  }

  @Test func `the project's own knowledge has no error`() {
    let result = Marsad.run("gazetteer", "check", "--gazetteer", "gazetteer", "-q")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.isEmpty)
  }

  @Test func `a broken row is found with file, line and column`() {
    let folder = copy()
    change(folder, "places.tsv", line: 5) { row in
      var cells = row.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      cells[2] = "245.5"
      return cells.joined(separator: "\t")
    }
    let result = check(folder)
    #expect(result.status == 65)
    let row = "\(folder.path)/places.tsv:5:"
    #expect(result.lines.contains { $0.hasPrefix(row) && $0.contains(": error: [Z012]") })
    #expect(result.lines.allSatisfy { Marsad.isDiagnostic($0) })
    // A run with it stops before it writes anything.
    let map = Marsad.run("map", "seeds", "--gazetteer", folder.path, "-o", folder.path("out"))
    #expect(map.status == 65)
    #expect(map.errors.contains(row))
    #expect(!folder.names().contains("out"))
  }

  @Test func `examples are read as reports and found where they stand`() {
    let rows = [
      "xe1\tshelled\ten\tverb\tExplosions/Remote violence\tShelling/artillery/missile attack"
        + "\tASSAULT\theavy-weapons\t850\t\tpeas;eggs\tV\t",
      "xe2\tquarrelled\ten\tverb\t\t\t\t\t500\t\t\tI\t",
    ]
    let good = "The army shelled a village near Khanaqin."
    let cases: [(row: Int, ex: String, neg: String, said: [String])] = [
      (0, good, "The cook shelled the peas.", []),
      (0, "The cook shelled the peas.", "The cook shelled the eggs.", ["2:121: error: [Z027]"]),
      (0, good, good, ["2:163: error: [Z028]"]),
      (0, good, "The cook boiled the peas.", ["2:163: warning: [Z112]"]),
      (0, "", "", ["2:121: warning: [Z116]", "2:122: warning: [Z116]"]),
      (0, good, "", ["2:163: warning: [Z116]"]),
      // What a sentence denies was read all the same.
      (0, "The army did not shell it but shelled nobody.", "", ["2:167: warning: [Z116]"]),
      (1, "Two ministers quarrelled in Baghdad.", "", []),
      (1, "The army shelled a village and quarrelled.", "", []),
    ]
    for (index, row) in cases.enumerated() {
      let overlay = TemporaryDirectory()
      let head =
        "eid\tform\tlang\tpos\tacled_type\tacled_sub\tplover\tmode\tweight\tneeds\texcludes"
        + "\troles\tex\tneg\n"
      overlay.write("events.tsv", head + rows[row.row] + "\(row.ex)\t\(row.neg)\n")
      let result = Marsad.run("gazetteer", "check", "--overlay", overlay.path)
      let found = result.lines.filter { $0.hasPrefix("\(overlay.path)/events.tsv:") }
      for said in row.said {
        #expect(
          found.contains { $0.hasPrefix("\(overlay.path)/events.tsv:\(said)") },
          "case \(index): \(said) of \(found)")
      }
      #expect(found.count == row.said.count, "case \(index): \(found)")
      #expect((result.status == 65) == row.said.contains { $0.contains("error") })
    }
  }

  @Test func `a row with too few cells is found`() {
    let folder = copy()
    change(folder, "names.tsv", line: 7) { _ in "only\ttwo" }
    let result = check(folder)
    #expect(result.status == 65)
    #expect(result.lines.contains { $0.hasPrefix("\(folder.path)/names.tsv:7:") })
  }

  @Test func `a byte that is not UTF-8 is found with its place`() {
    let folder = copy()
    var bytes = folder.read("names.tsv") ?? []
    let second = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
    bytes.insert(0xFF, at: second)
    folder.write("names.tsv", bytes)
    let result = check(folder)
    #expect(result.status == 65)
    #expect(result.lines.contains { $0.hasPrefix("\(folder.path)/names.tsv:2:1: error:") })
  }

  @Test(arguments: ["territories.geojson", "boundaries.geojson"])
  func `a polygon that crosses itself is found, and no run uses it`(_ file: String) {
    let folder = copy()
    change(folder, file, line: 2) { feature in
      let head = feature.components(before: #""geometry":"#)
      let bow = "[[[44,34],[45,35],[45,34],[44,35],[44,34]]]"
      return head + #""geometry":{"type":"Polygon","coordinates":\#(bow)}},"#
    }
    let result = check(folder)
    #expect(result.status == 65)
    let crossing = result.lines.filter { $0.contains("Self-intersection") }
    #expect(crossing.contains { $0.hasPrefix("\(folder.path)/\(file):2:1: error: [Z034]") })
    let map = Marsad.run("map", "seeds", "--gazetteer", folder.path, "-o", folder.path("out"))
    #expect(map.status == 65, "\(map.errors)")
    #expect(map.errors.contains("\(file):2"), "\(map.errors)")
    #expect(!folder.names().contains("out"))
  }

  @Test func `search finds a place in any language`() {
    for name in ["Khanaqin", "خانقين", "خانەقین"] {
      let result = Marsad.run("gazetteer", "search", name, "--limit", "5")
      #expect(result.status == 0)
      #expect(result.output.contains("iq-khanaqin"), "\(name)")
    }
  }

  @Test func `an overlay adds a place that locate then finds`() throws {
    let folder = TemporaryDirectory()
    let header = { (file: String) in
      String(decoding: Repository.read("gazetteer/" + file) ?? [], as: UTF8.self)
        .split(separator: "\n")[0]
    }
    let place = "my-place\tvillage\t45.3\t34.3\t300\tiq-adm3-markaz-khanaqin\t1\t100\t\t\t\tme"
    folder.write("places.tsv", "\(header("places.tsv"))\n\(place)\n")
    let name = "my-n1\tmy-place\tXylophoneville\ten\tlatn\tofficial\t1000\t\t"
    folder.write("names.tsv", "\(header("names.tsv"))\n\(name)\n")
    let with = Marsad.run("locate", "Xylophoneville", "--overlay", folder.path)
    let found = try Marsad.values(with)
    #expect(found.first?["place"]?["id"]?.string == "my-place", "\(with.errors)")
    let without = Marsad.run("locate", "Xylophoneville")
    #expect(try Marsad.values(without).first?["place"]?.isNull == true)
  }
}

extension String {
  /// What stands before the first occurrence of a mark, or all of it.
  fileprivate func components(before mark: String) -> String {
    guard let range = firstRange(of: mark) else { return self }
    return String(self[..<range.lowerBound])
  }
}
