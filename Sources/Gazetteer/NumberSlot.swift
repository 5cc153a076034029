/// The slot `{N}` of a form: any number in digits or one word.
enum NumberSlot {
  /// The key of the slot in the trie: a letter of a script that no report uses.
  static let key: [UInt8] = Array("\u{13A0}".utf8)

  /// Returns a form with its slots as that letter.
  static func filled(_ form: String) -> String {
    guard form.utf8.contains(0x7B) else { return form }
    var result = ""
    var rest = Substring(form)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      result += "\u{13A0}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
