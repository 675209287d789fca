/// Why bytes are no JSON, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong at the place.
  package enum Reason: Hashable, Sendable {
    /// The text ends within a value.
    case unexpectedEnd
    /// A byte that no value may have here; `expected` is a noun, such as `a value`.
    case unexpectedByte(UInt8, expected: String)
    /// A number that RFC 8259 section 6 does not allow, such as `01`, `.5` or `1.`.
    case malformedNumber
    /// A number that no double holds, such as `1e999`.
    case numberOutOfRange
    /// A control character in a string that should be written as an escape.
    case controlCharacter(UInt8)
    /// A `\` before a character that makes no escape, or `\u` without four hexadecimal digits.
    case malformedEscape
    /// Half of a surrogate pair.
    case loneSurrogate
    case invalidUTF8
    /// Something follows the value.
    case trailingData
    /// Arrays and objects within each other beyond the limit.
    case tooDeep(limit: Int)
    /// More bytes than the limit.
    case tooLarge(limit: Int)
  }

  package var reason: Reason
  /// From 0, in bytes of the text.
  package var offset: Int
  /// From 1.
  package var line: Int
  /// From 1, in bytes.
  package var column: Int

  /// - Parameter offset: Where in `bytes`; beyond their end counts as their end.
  init(_ reason: Reason, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    self.reason = reason
    self.offset = min(offset, bytes.count)
    line = 1
    var lineStart = 0
    for index in 0..<self.offset where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    column = self.offset - lineStart + 1
  }
}

extension JSONError: CustomStringConvertible {
  /// `line 3, column 7: a comma is missing`, without a full stop.
  package var description: String { "line \(line), column \(column): \(reason)" }
}

extension JSONError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unexpectedEnd: "the text ends within a value"
    case .unexpectedByte(let byte, let expected):
      "\(Self.name(of: byte)) stands where \(expected) should be"
    case .malformedNumber: "a number is not written as JSON demands"
    case .numberOutOfRange: "a number is too large"
    case .controlCharacter(let byte):
      "\(Self.name(of: byte)) stands in a string without an escape"
    case .malformedEscape: "an escape is not one of JSON's"
    case .loneSurrogate: "an escape is half of a surrogate pair"
    case .invalidUTF8: "the text is not UTF-8"
    case .trailingData: "something follows the value"
    case .tooDeep(let limit): "values are nested more than \(limit) deep"
    case .tooLarge(let limit): "the text is longer than \(limit) bytes"
    }
  }

  private static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte)
      ? "'\(Unicode.Scalar(byte))'" : "the byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))"
  }
}
