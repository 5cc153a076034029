import Model

extension Tokenizer {
  /// Returns the folded words of a name or form, joined by blanks: the key that forms are compared by.
  ///
  /// Empty when nothing is left of it. Linear in the form.
  /// - Parameters:
  ///   - punctuation: Whether signs between the words count as words.
  ///   - buffer: Storage that is used anew by each call.
  package func key(
    of form: String, punctuation: Bool = false, in buffer: inout TokenBuffer
  ) -> String {
    buffer.removeAll()
    tokenize(Array(form.utf8).span, into: &buffer)
    var key: [UInt8] = []
    for index in buffer.tokens.indices
    where punctuation || buffer.tokens[index].kind != .punctuation {
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      key += buffer.key(index)
    }
    return String(decoding: key, as: UTF8.self)
  }
}
