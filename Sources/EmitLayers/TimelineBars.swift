import Model

/// Draws a timeline in characters: a line a bucket, its bar as long as it has events.
package enum TimelineBars {
  /// Eighths of a character cell.
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// Returns the lines, line feeds included.
  /// - Parameters:
  ///   - columns: How wide a line may be; the bars take what the numbers leave, eight columns at least.
  ///   - inColor: Bars in the colors of the event types, by the escape sequences of ISO 6429 and the
  ///     256 colors of xterm, and a line that tells them.
  package static func text(
    _ timeline: Timeline, columns: Int = 80, inColor: Bool = false
  ) -> [UInt8] {
    let rows = timeline.allRows
    guard !rows.isEmpty else { return Array("no events\n".utf8) }
    let names = rows.map(\.name.count).max() ?? 0
    let counts = rows.map { String($0.events).count }.max() ?? 1
    let harms = rows.map(harm)
    let harmWidth = harms.map(\.count).max() ?? 0
    // Two blanks between the columns.
    let room = max(8, columns - names - counts - harmWidth - (harmWidth > 0 ? 6 : 4))
    let most = max(1, rows.map(\.events).max() ?? 1)
    var text = inColor ? key(timeline, columns) : ""
    for (row, harm) in zip(rows, harms) {
      var line = row.name + blanks(names - row.name.count + 2)
      line += blanks(counts - String(row.events).count) + String(row.events) + "  "
      let bar = inColor ? colored(row, timeline, room, most) : plain(row.events, room, most)
      line += bar.text
      if !harm.isEmpty { line += blanks(room - bar.columns + 2) + harm }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return Array(text.utf8)
  }

  /// The killed of a row: nothing where no event states a number.
  private static func harm(_ row: Timeline.Row) -> String {
    switch (row.killedMinimum, row.killedMaximum) {
    case (nil, nil): ""
    case (let least?, let most?) where least == most: "killed \(least)"
    case (let least?, let most?): "killed \(least)–\(most)"
    case (let least?, nil): "killed \(least)+"
    case (nil, let most?): "killed at most \(most)"
    }
  }

  /// A bar to an eighth of a column; what is there at all has one.
  private static func plain(_ events: Int, _ room: Int, _ most: Int) -> (text: String, columns: Int)
  {
    var left = events * room * 8 / most
    if events > 0 { left = max(left, 1) }
    var bar = String(repeating: eighths[7], count: left / 8)
    if left % 8 > 0 { bar.append(eighths[left % 8 - 1]) }
    return (bar, bar.count)
  }

  /// A bar in whole columns, each type's share at least one while there is room.
  private static func colored(
    _ row: Timeline.Row, _ timeline: Timeline, _ room: Int, _ most: Int
  ) -> (text: String, columns: Int) {
    let types = row.byType.filter { $0 > 0 }.count
    let length = min(room, max(types, (row.events * room + most / 2) / most))
    var bar = ""
    var drawn = 0
    var counted = 0
    var typesLeft = types
    for (number, count) in row.byType.enumerated() where count > 0 {
      counted += count
      typesLeft -= 1
      // By the running total, so that rounding never changes the length of the whole.
      let end = min(
        length - typesLeft, max(drawn + 1, (counted * length + row.events / 2) / row.events))
      let cells = max(0, (typesLeft == 0 ? length : end) - drawn)
      drawn += cells
      bar += paint(
        String(repeating: eighths[7], count: cells), timeline.style.categories[number].color)
    }
    return (bar, drawn)
  }

  private static func key(_ timeline: Timeline, _ columns: Int) -> String {
    var lines = ""
    var used = 0
    for (number, category) in timeline.style.categories.enumerated() {
      guard timeline.allRows.contains(where: { $0.byType[number] > 0 }) else { continue }
      let width = category.label.count + 2
      if used > 0 {
        lines += used + width + 3 > columns ? "\n" : "   "
        used = used + width + 3 > columns ? 0 : used + 3
      }
      lines += paint(String(eighths[7]), category.color) + " " + category.label
      used += width
    }
    return lines + "\n"
  }

  private static func paint(_ text: String, _ color: LayerStyle.Color) -> String {
    text.isEmpty ? "" : "\u{1B}[38;5;\(code(color))m\(text)\u{1B}[0m"
  }

  /// The nearest color of xterm's cube of 6 × 6 × 6.
  private static func code(_ color: LayerStyle.Color) -> Int {
    func level(_ part: Int) -> Int {
      let levels = [0, 95, 135, 175, 215, 255]
      return levels.indices.min { abs(levels[$0] - part) < abs(levels[$1] - part) } ?? 0
    }
    return 16 + 36 * level(color.red) + 6 * level(color.green) + level(color.blue)
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
