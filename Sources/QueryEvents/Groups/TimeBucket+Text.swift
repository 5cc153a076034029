import Model

extension TimeBucket {
  /// Returns the name of the bucket that a date names, or nil when it is coarser than the bucket or no date.
  ///
  /// A date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, which a time of day may follow.
  func name(ofDate text: String) -> String? {
    let bytes = Array(text.utf8.prefix(11))
    if bytes.count == 11, bytes[10] != UInt8(ascii: "T"), bytes[10] != UInt8(ascii: " ") {
      return nil
    }
    if bytes.count >= 10 { return CivilDate(iso: bytes.prefix(10)).map(name(of:)) }
    let isWhole = self == .year ? bytes.count == 4 || bytes.count == 7 : bytes.count == 7
    guard isWhole, self == .month || self == .year else { return nil }
    let rest = "-01-01".utf8.suffix(10 - bytes.count)
    return CivilDate(iso: bytes + rest).map(name(of:))
  }
}
