package import Model

/// A condition on the rows of a layer, in SQLite's words.
///
/// The text names columns of the layer and has a `?` for each value: who makes it sees to it that no
/// value and no unchecked name is part of the text. It is put in parentheses, so that it stays one.
package struct RowCondition: Sendable, Hashable {
  package var text: String
  /// The values of the question marks, in their order.
  package var bindings: [AttributeValue]

  package init(text: String, bindings: [AttributeValue]) {
    self.text = text
    self.bindings = bindings
  }
}
