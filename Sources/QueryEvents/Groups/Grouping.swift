package import Model

/// One thing that events are counted by: a word of `--by`.
package enum Grouping: Sendable, Hashable {
  /// The values of a column.
  case column(String)
  /// The administrative units of a level, 1 to 3.
  case unit(Int)
  case territory
  /// The actors of both sides.
  case actor
  /// Stretches of time: of the event's own dates, or of a column that was named.
  case time(TimeBucket, of: String?)
  /// Cells of a net over the earth; events with a point stand in one of them.
  case cells(CellForm, CellSize)

  /// Reads a list such as `admin2,event_type`, `actor,month` or `hex:10km`.
  ///
  /// A word means a grouping when the layer has the columns that it needs, else the column of that
  /// name; in double quotes it is always a column. `month:published` takes a column's dates.
  /// - Throws: `GroupingError` for an unknown word, which lists those that there are, for a size that is
  ///   none, and for a word that stands twice.
  package static func list(
    _ text: String, columns: [AttributeColumn]
  ) throws(GroupingError) -> [Grouping] {
    var list: [Grouping] = []
    for word in try words(text) {
      let grouping = try Grouping(word.text, isQuoted: word.isQuoted, columns: columns)
      if list.contains(grouping) { throw GroupingError("“\(word.text)” stands twice in the list") }
      list.append(grouping)
    }
    return list
  }

  private init(
    _ word: String, isQuoted: Bool, columns: [AttributeColumn]
  ) throws(GroupingError) {
    let names = Set(columns.map(\.name))
    if !isQuoted, let known = try Self.known(word, names) {
      self = known
    } else if names.contains(word) {
      self = .column(word)
    } else {
      let list = columns.map(\.name).joined(separator: ", ")
      throw GroupingError(
        """
        there is no column “\(word)” to group by; besides admin1, admin2, admin3, territory, type, \
        actor, day, week, month, year, hex:SIZE and grid:SIZE the layer has \(list)
        """)
    }
  }

  /// The grouping that a word means for a layer with these columns.
  private static func known(
    _ word: String, _ names: Set<String>
  ) throws(GroupingError) -> Grouping? {
    switch word {
    case "admin1", "admin2", "admin3":
      return names.contains(word) ? .unit(Int(word.suffix(1)) ?? 1) : nil
    case "territory": return names.contains("territory_ids") ? .territory : nil
    case "type": return names.contains("event_type") ? .column("event_type") : nil
    case "actor":
      return names.contains("actor1") || names.contains("actor2") ? .actor : nil
    default: break
    }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if let bucket = TimeBucket(rawValue: String(parts[0])) {
      if parts.count == 1 {
        return names.contains("date_start") || names.contains("date_end")
          ? .time(bucket, of: nil) : nil
      }
      let column = String(parts[1])
      return names.contains(column) ? .time(bucket, of: column) : nil
    }
    if let form = CellForm(rawValue: String(parts[0])), !names.contains(word) {
      guard parts.count == 2 else {
        throw GroupingError("“\(word)” needs a size, as in \(word):10km")
      }
      return .cells(form, try CellSize(parsing: parts[1]))
    }
    return nil
  }

  /// The words between commas; a word in double quotes may hold commas, a quote in it is doubled.
  private static func words(
    _ text: String
  ) throws(GroupingError) -> [(text: String, isQuoted: Bool)] {
    var words: [(text: String, isQuoted: Bool)] = []
    var (word, isQuoted, isOpen) = (String.UnicodeScalarView(), false, false)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"":
        // The second of two quotes inside of a word stands for one.
        if isQuoted, !isOpen { word.append(scalar) }
        isQuoted = true
        isOpen.toggle()
      case "," where !isOpen:
        words.append((String(word), isQuoted))
        (word, isQuoted) = (String.UnicodeScalarView(), false)
      case " " where !isOpen: continue
      default: word.append(scalar)
      }
    }
    if isOpen { throw GroupingError("a quoted name does not end in “\(text)”") }
    words.append((String(word), isQuoted))
    if words.contains(where: \.text.isEmpty) {
      throw GroupingError("“\(text)” has an empty place; words are separated by one comma")
    }
    return words
  }
}
