import CallboardBytes
import CallboardDiagnostics

/// Writes text as UTF-8 into HTML, escaped for the place where it will stand.
///
/// One function serves element content and quoted attribute values: it escapes `& < > " '`, which is
/// enough for both (HTML Standard, 13.1.2.3 and 13.1.4). Unquoted attribute values are never written. NUL, which
/// no document may hold, becomes U+FFFD.
package enum Escape {
  /// Appends the escaped text.
  package static func text(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { self.text($0, into: &bytes) }
  }

  /// Runs without special characters are copied whole, so the cost is close to that of a copy.
  package static func text(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var runStart = 0
    var index = nextSpecial(in: source, from: 0)
    while index < source.count {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
      append(entity(for: source[index]), to: &bytes)
      runStart = index + 1
      index = nextSpecial(in: source, from: runStart)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
  }

  /// The first byte from `start` on that is written in another way; the end without one.
  private static func nextSpecial(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    source.firstIndex(from: start) { lanes in
      // `&` and `'` differ in their last bit alone, `<` and `>` in the one before.
      lanes.equal(to: UInt8(ascii: "&"), ignoring: 1)
        | lanes.equal(to: UInt8(ascii: "<"), ignoring: 2)
        | lanes.equal(to: UInt8(ascii: "\"")) | lanes.equal(to: 0)
    }
  }

  /// Text that an author wrote as HTML: its character references stay, all else is escaped.
  static func authorText(_ source: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var runStart = 0
    var index = 0
    while index < source.count {
      guard isSpecial(source[index]) else {
        index += 1
        continue
      }
      if source[index] == UInt8(ascii: "&") {
        let length = CharacterReferences.length(in: source, at: index)
        if length > 0 {
          index += length
          continue
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart..<index]))
      append(entity(for: source[index]), to: &bytes)
      index += 1
      runStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[runStart...]))
  }

  /// A URL for a quoted attribute.
  ///
  /// Percent-encodes what a URL may not hold (controls, spaces, double quotes, all brackets but round
  /// ones, backslash, caret, bar, backquote, and all that is not ASCII), keeps the percent-encodings
  /// that are there, and escapes the rest as ``text(_:into:)`` does. Doing it twice changes nothing.
  package static func url(_ url: String, into bytes: inout [UInt8]) {
    var bracketsLeft = hasAddressHost(url) ? 2 : 0
    for byte in url.utf8 {
      let isBracket = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      if isBracket, bracketsLeft > 0 {
        bracketsLeft -= 1
        bytes.append(byte)
      } else if isURLByte(byte) {
        if isSpecial(byte) {
          append(entity(for: byte), to: &bytes)
        } else {
          bytes.append(byte)
        }
      } else {
        PercentCode.append(byte, to: &bytes)
      }
    }
  }

  /// Whether a byte is written in another way. All of them lie below 64, so that one shift of a constant finds them.
  @inline(__always)
  static func isSpecial(_ byte: UInt8) -> Bool {
    let special: UInt64 = 1 | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    return byte < 64 && (special &>> UInt64(byte)) & 1 != 0
  }

  static func entity(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case 0: "\u{FFFD}"
    default: "&#39;"
    }
  }

  static func append(_ literal: StaticString, to bytes: inout [UInt8]) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    )
  }

  /// Whether the host is an IPv6 address, the one place where a URL has brackets.
  private static func hasAddressHost(_ url: String) -> Bool {
    url.utf8.starts(with: "https://[".utf8) || url.utf8.starts(with: "http://[".utf8)
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"):
      false
    case 0x21...0x60, UInt8(ascii: "~"):
      true
    default:
      false
    }
  }
}
