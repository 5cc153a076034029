/// What a column of a table of features can hold, whatever the format of the table.
public enum AttributeKind: Sendable, Hashable, CaseIterable {
  case boolean, integer, real, text
  /// A calendar day, `YYYY-MM-DD`.
  case date
  /// An instant, `YYYY-MM-DDTHH:MM:SS.SSSZ`.
  case instant
  case bytes
}

/// A column by name and kind.
public struct AttributeColumn: Sendable, Hashable {
  public var name: String
  public var kind: AttributeKind
  /// Whether its texts are JSON: lists and objects.
  public var isJSON: Bool

  public init(_ name: String, _ kind: AttributeKind, isJSON: Bool = false) {
    self.name = name
    self.kind = kind
    self.isJSON = isJSON
  }
}

/// One value of a row; days and instants are texts.
public enum AttributeValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case text(String)
  case bytes([UInt8])

  /// The text, nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The whole number, nil for anything else.
  public var integer: Int? { if case .integer(let number) = self { number } else { nil } }
}
