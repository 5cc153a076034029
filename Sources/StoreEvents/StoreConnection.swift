import GRDB

/// Connections to SQLite as this room opens them.
enum StoreConnection {
  /// Opens a file that is being made: nobody else sees it before it is whole, so neither a journal nor
  /// waiting for the disk is needed.
  static func create(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      SpatialFunctions.add(to: database)
      // The same pages on every machine, whatever its SQLite was built with.
      try database.execute(
        sql: """
          PRAGMA page_size = 4096;
          PRAGMA auto_vacuum = NONE;
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          """)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Opens a file for changes by hand, as another program would: the triggers find their functions.
  static func edit(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      SpatialFunctions.add(to: database)
      // A build that distrusts schemas would refuse functions in triggers.
      try database.execute(sql: "PRAGMA trusted_schema = ON")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Opens a file that must not change.
  static func read(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { database in
      // A file from elsewhere: nothing that its schema says is run, every page is checked. Pages are not
      // mapped: SQLite checks a mapped page at each visit, one in its cache once.
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Reads pages where the system has them, or copies them, the default.
  ///
  /// Mapped is faster for a pass over a whole table, which visits every page once; a file that another
  /// program cuts short meanwhile would end the process, but ours are replaced whole.
  static func mapPages(_ maps: Bool, in database: Database) throws {
    try database.execute(sql: "PRAGMA mmap_size = \(maps ? 1 << 40 : 0)")
  }
}
