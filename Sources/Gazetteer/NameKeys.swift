import Folding

/// Folds names as the gazetteer's own are folded, so that spellings of one name are equal.
///
/// Not Sendable: it keeps a buffer.
package final class NameKeys {
  private let tokenizer: Tokenizer
  private var buffer = TokenBuffer()

  package init(_ gazetteer: Gazetteer) {
    tokenizer = Tokenizer(table: gazetteer.folding)
  }

  /// The folded words of a name, joined by blanks; empty when nothing is left of it.
  ///
  /// Linear in the name.
  package func key(_ name: String) -> String { tokenizer.key(of: name, in: &buffer) }
}
