/// Writes values one after another: numbers as LEB128, text with its length before it.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  /// Begins with no bytes.
  package init() {}

  /// Writes one byte as it is.
  package mutating func byte(_ value: UInt8) {
    bytes.append(value)
  }

  /// Negative numbers, which no count or position can be, are written as 0.
  package mutating func number(_ value: Int) {
    var rest = UInt64(max(0, value))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes 1 for true and 0 for false.
  package mutating func flag(_ value: Bool) {
    bytes.append(value ? 1 : 0)
  }

  /// Writes the UTF-8 bytes of a text with their number before them.
  package mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// Writes bytes with their number before them.
  package mutating func blob(_ value: [UInt8]) {
    number(value.count)
    bytes += value
  }

  /// 0 for nil, otherwise 1 and the value.
  package mutating func optional<Value>(_ value: Value?, _ write: (inout Self, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  /// Writes how many values there are, and each of them.
  package mutating func list<Values: Collection>(
    _ values: Values,
    _ write: (inout Self, Values.Element) -> Void
  ) {
    number(values.count)
    for value in values { write(&self, value) }
  }
}
