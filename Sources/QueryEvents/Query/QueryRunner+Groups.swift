import Geometry
import Model

extension QueryRunner {
  /// Counts the answer by groups instead of handing it out.
  ///
  /// Where SQL answers the whole question and the groups are made of columns, SQLite counts; else every
  /// feature is read. Both give the same.
  /// - Parameter aggregator: Made with the columns of this runner.
  package func count(into aggregator: Aggregator) throws -> Summary {
    if let statement = statement(aggregator) {
      var rows: [[AttributeValue]] = []
      for part in parts {
        guard let more = try part.source.grouped(statement, part.scan.condition) else {
          return try run { feature in
            try aggregator.add(feature)
            return true
          }
        }
        rows += more
      }
      rows.forEach(aggregator.add(counted:))
      return Summary()
    }
    return try run { feature in
      try aggregator.add(feature)
      return true
    }
  }

  /// Whether the groups are counted by SQL, for people.
  package func countsInSQL(_ aggregator: Aggregator) -> Bool { statement(aggregator) != nil }

  private func statement(_ aggregator: Aggregator) -> GroupStatement? {
    guard query.center == nil, query.limit == nil, query.offset == 0,
      parts.allSatisfy(\.isAnsweredBySQL)
    else { return nil }
    return GroupStatement(aggregator)
  }
}
