import CallboardBytes

/// Writes JSON as UTF-8 bytes, keys in the order in which they are written.
///
/// The caller opens and closes objects and arrays; commas and colons are the writer's. Numbers and keys
/// keep the caller's order, so equal input gives equal bytes.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []

  /// Whether the next value is the first of its container, one entry a nesting level.
  private var isFirst: [Bool] = [true]
  private var followsKey = false

  package init() {}

  package init(reservingCapacity capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  // MARK: Containers

  /// An object; the body writes its members in order.
  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "{"))
    isFirst.append(true)
    try body(&self)
    isFirst.removeLast()
    bytes.append(UInt8(ascii: "}"))
  }

  /// An array; the body writes its elements in order.
  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "["))
    isFirst.append(true)
    try body(&self)
    isFirst.removeLast()
    bytes.append(UInt8(ascii: "]"))
  }

  /// The name of the object member whose value is written next.
  package mutating func key(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    followsKey = true
  }

  // MARK: Values

  /// Text in quotes, escaped.
  package mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  /// Text in quotes, escaped. The caller vouches that it is UTF-8.
  package mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
    separate()
    quote(value)
  }

  /// A number without a fraction.
  package mutating func integer(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// The shortest decimal that reads back as the same number, without a fraction for whole numbers
  /// as JavaScript prints them. NaN and infinities, which JSON cannot say, become `null`.
  package mutating func number(_ value: Double) {
    separate()
    guard value.isFinite else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    if value == value.rounded(), abs(value) < 1e15 {
      bytes.append(contentsOf: String(Int64(value)).utf8)
    } else {
      bytes.append(contentsOf: value.description.utf8)
    }
  }

  /// `true` or `false`.
  package mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// The value `null`.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A value that is JSON already. The caller vouches for it.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  /// A line break between the records of an NDJSON file; only outside containers.
  package mutating func endRecord() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst[isFirst.count - 1] = true
  }

  // MARK: Members

  /// A member whose value is text.
  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// A member whose value is a whole number.
  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// A member whose value is `true` or `false`.
  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Written only when there is a value: an absent member, not `null`.
  package mutating func member(ifPresent name: String, _ value: String?) {
    if let value { member(name, value) }
  }

  /// A member whose value is an array of texts.
  package mutating func member(_ name: String, _ values: some Sequence<String>) {
    key(name)
    array { writer in
      for value in values { writer.string(value) }
    }
  }

  private mutating func separate() {
    if followsKey {
      followsKey = false
    } else if isFirst[isFirst.count - 1] {
      isFirst[isFirst.count - 1] = false
    } else {
      bytes.append(UInt8(ascii: ","))
    }
  }

  /// Escapes what RFC 8259 section 7 demands, and U+2028, U+2029 and `<` so that the text is also safe
  /// inside a script element.
  private mutating func quote(_ text: String) {
    var text = text
    text.withUTF8 { quote($0) }
  }

  private mutating func quote(_ source: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var runStart = 0
    var index = Self.nextSpecial(in: source, from: 0)
    while index < source.count {
      let byte = source[index]
      var width = 1
      let escape: String
      switch byte {
      case UInt8(ascii: "\""): escape = "\\\""
      case UInt8(ascii: "\\"): escape = "\\\\"
      case UInt8(ascii: "\n"): escape = "\\n"
      case UInt8(ascii: "\r"): escape = "\\r"
      case UInt8(ascii: "\t"): escape = "\\t"
      case 0..<0x20, UInt8(ascii: "<"), 0x7F:
        escape = "\\u00" + Self.hexPair(byte)
      case 0xE2
      where index + 2 < source.count && source[index + 1] == 0x80
        && (source[index + 2] == 0xA8 || source[index + 2] == 0xA9):
        escape = source[index + 2] == 0xA8 ? "\\u2028" : "\\u2029"
        width = 3
      default:
        index = Self.nextSpecial(in: source, from: index + 1)
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
      bytes.append(contentsOf: escape.utf8)
      runStart = index + width
      index = Self.nextSpecial(in: source, from: runStart)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
    bytes.append(UInt8(ascii: "\""))
  }

  /// The next byte from `start` on that may have to be escaped; the end without one.
  private static func nextSpecial(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    source.firstIndex(from: start) { lanes in
      // `<` and the backslash differ in two bits; so does `|`, which is looked at for nothing.
      lanes.within(0...0x1F) | lanes.equal(to: UInt8(ascii: "\""))
        | lanes.equal(to: UInt8(ascii: "|"), ignoring: 0x60) | lanes.equal(to: 0x7F)
        | lanes.equal(to: 0xE2)
    }
  }

  private static func hexPair(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
