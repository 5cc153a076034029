import FoundationEssentials

/// What the file system says of a path.
enum StoreFile {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// What tells a file from the one that takes its place; nil when there is none.
  static func identity(_ path: String) -> [UInt64]? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else {
      return nil
    }
    let keys: [FileAttributeKey] = [.systemNumber, .systemFileNumber]
    let numbers = keys.compactMap { key in
      attributes[key] as? UInt64 ?? (attributes[key] as? Int).map { UInt64(bitPattern: Int64($0)) }
    }
    // Half an answer would make any two files alike.
    return numbers.count == keys.count ? numbers : nil
  }
}
