import CallboardHTML

/// Writes the generator's own SVG as bytes.
struct SVGWriter {
  private(set) var bytes: [UInt8] = []

  init(reservingCapacity capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  var html: HTML { HTML(trusted: bytes) }

  /// Markup as it is.
  mutating func write(_ literal: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    )
  }

  /// A number in decimal.
  mutating func write(_ number: Int) {
    let magnitude = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var unit: UInt = 1
    while magnitude / unit > 9 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / unit % 10))
      unit /= 10
    }
  }

  /// Two numbers with a space between.
  mutating func write(_ x: Int, _ y: Int) {
    write(x)
    write(" ")
    write(y)
  }

  /// Text for an element or a quoted attribute, escaped.
  mutating func write(escaping text: String) {
    Escape.text(text, into: &bytes)
  }

  /// Bytes of another writer.
  mutating func write(_ other: SVGWriter) {
    bytes += other.bytes
  }
}
