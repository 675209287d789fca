/// Markup that is safe to place between tags, as UTF-8 bytes.
///
/// Text becomes HTML only by ``init(escaping:)``, or as an attribute by
/// ``append(attribute:value:)``. ``init(trusted:)`` is for the generator's own literals and for what
/// the sanitiser has passed; nothing that an author wrote may enter through it.
package struct HTML: Hashable, Sendable {
  package private(set) var bytes: [UInt8]

  package init() {
    bytes = []
  }

  /// Text, with `& < > " '` escaped.
  package init(escaping text: String) {
    bytes = []
    Escape.text(text, into: &bytes)
  }

  /// Markup that the generator itself wrote or the sanitiser let through.
  package init(trusted bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A literal of the generator; the static string keeps run-time text out.
  package init(literal: StaticString) {
    bytes = Array(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  package var isEmpty: Bool { bytes.isEmpty }

  /// Appends markup as it is.
  package mutating func append(_ other: HTML) {
    bytes += other.bytes
  }

  /// Appends text, with `& < > " '` escaped.
  package mutating func append(escaping text: String) {
    Escape.text(text, into: &bytes)
  }

  /// Appends a literal of the generator as it is.
  package mutating func append(literal: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: literal.utf8Start,
        count: literal.utf8CodeUnitCount
      )
    )
  }

  /// ` name="value"`, with the value escaped for a double-quoted attribute.
  package mutating func append(attribute name: StaticString, value: String) {
    append(literal: " ")
    append(literal: name)
    append(literal: "=\"")
    Escape.text(value, into: &bytes)
    append(literal: "\"")
  }
}
