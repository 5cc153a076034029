import Glibc
import Model

/// How values of one type compare.
enum FilterOrder {
  /// Negative, zero or positive; nil when either is null or the types differ.
  ///
  /// Texts compare by code point, false is less than true.
  static func order(_ left: FilterValue, _ right: FilterValue) -> Int? {
    switch (left, right) {
    case (.number(let first), .number(let second)): first.compare(second)
    case (.text(let first), .text(let second)): order(first, second)
    case (.boolean(let first), .boolean(let second)): (first ? 1 : 0) - (second ? 1 : 0)
    case (.date(let first), .date(let second)): first < second ? -1 : first == second ? 0 : 1
    case (.timestamp(let first), .timestamp(let second)):
      first < second ? -1 : first == second ? 0 : 1
    default: nil
    }
  }

  /// Code points in order are bytes of UTF-8 in order; Swift's own order is by equivalence.
  static func order(_ left: String, _ right: String) -> Int {
    if left.utf8.elementsEqual(right.utf8) { return 0 }
    return left.precedesInBytes(right) ? -1 : 1
  }
}

extension ArithmeticOperator {
  /// The result in double precision; not a number where there is none, as after a division by 0.
  func result(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: right == 0 ? .nan : left / right
    case .remainder: right == 0 ? .nan : left.truncatingRemainder(dividingBy: right)
    case .wholeDivide:
      // Without the remainder the quotient is whole: nothing is lost near whole numbers.
      right == 0
        ? .nan : ((left - left.truncatingRemainder(dividingBy: right)) / right).rounded()
    case .power: pow(left, right)
    }
  }
}

extension FilterValue {
  /// Whether it is null or of a type.
  func isOf(_ type: FilterType) -> Bool {
    switch (self, type) {
    case (.null, _), (_, .any), (.boolean, .boolean), (.number, .number), (.text, .text),
      (.date, .date), (.timestamp, .timestamp), (.interval, .interval), (.geometry, .geometry),
      (.array, .array):
      true
    default: false
    }
  }
}
