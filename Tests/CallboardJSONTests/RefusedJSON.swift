import CallboardJSON

/// Texts that are no JSON, with why and where; the classes of the well-known suites for JSON parsers.
enum RefusedJSON {
  struct Row {
    var bytes: [UInt8]
    var reason: JSONError.Reason
    var offset: Int
  }

  static let rows = structure + numbers + strings + encodings

  private static func row(_ text: String, _ reason: JSONError.Reason, _ offset: Int) -> Row {
    Row(bytes: Array(text.utf8), reason: reason, offset: offset)
  }

  private static func unexpected(_ text: String, _ offset: Int, _ expected: String) -> Row {
    let bytes = Array(text.utf8)
    return Row(
      bytes: bytes,
      reason: .unexpectedByte(bytes[offset], expected: expected),
      offset: offset
    )
  }

  /// Bytes of which the first begins no value.
  private static func noValue(_ bytes: [UInt8]) -> Row {
    Row(bytes: bytes, reason: .unexpectedByte(bytes[0], expected: "a value"), offset: 0)
  }

  private static let structure = [
    row("", .unexpectedEnd, 0),
    row("  ", .unexpectedEnd, 2),
    row("[", .unexpectedEnd, 1),
    row("{", .unexpectedEnd, 1),
    row("[1", .unexpectedEnd, 2),
    row("[1,", .unexpectedEnd, 3),
    row(#"{"a""#, .unexpectedEnd, 4),
    row(#"{"a":"#, .unexpectedEnd, 5),
    row(#"{"a":1"#, .unexpectedEnd, 6),
    row("tru", .unexpectedEnd, 3),
    row("1 2", .trailingData, 2),
    row("[]]", .trailingData, 2),
    row("{}x", .trailingData, 2),
    row("[] // no comments", .trailingData, 3),
    unexpected("[1,]", 3, "a value"),
    unexpected("[,1]", 1, "a value"),
    unexpected("[1,,2]", 3, "a value"),
    unexpected("[1 2]", 3, "a comma or ']'"),
    unexpected("[1}", 2, "a comma or ']'"),
    unexpected("]", 0, "a value"),
    unexpected(#"{"a":1,}"#, 7, "the name of a member"),
    unexpected(#"{,"a":1}"#, 1, "the name of a member"),
    unexpected("{a:1}", 1, "the name of a member"),
    unexpected("{'a':1}", 1, "the name of a member"),
    unexpected("{1:1}", 1, "the name of a member"),
    unexpected(#"{"a" 1}"#, 5, "a colon"),
    unexpected(#"{"a":1 "b":2}"#, 7, "a comma or '}'"),
    unexpected(#"{"a":}"#, 5, "a value"),
    unexpected("/**/1", 0, "a value"),
    unexpected("True", 0, "a value"),
    unexpected("truE", 3, "'true'"),
    unexpected("nul1", 3, "'null'"),
    unexpected("'x'", 0, "a value"),
    unexpected("NaN", 0, "a value"),
    unexpected("Infinity", 0, "a value"),
    unexpected("[\u{C}]", 1, "a value"),
  ]

  private static let numbers = [
    row("01", .malformedNumber, 0),
    row("-01", .malformedNumber, 0),
    row("00", .malformedNumber, 0),
    row(".5", .malformedNumber, 0),
    row("+1", .malformedNumber, 0),
    row("-.5", .malformedNumber, 1),
    row("[-]", .malformedNumber, 2),
    row("-", .unexpectedEnd, 1),
    row("1.", .unexpectedEnd, 2),
    row("[1.]", .malformedNumber, 3),
    row("1e", .unexpectedEnd, 2),
    row("[1e]", .malformedNumber, 3),
    row("[1e+]", .malformedNumber, 4),
    row("[1.e3]", .malformedNumber, 3),
    row("-Infinity", .malformedNumber, 1),
    row("--1", .malformedNumber, 1),
    row("1e999", .numberOutOfRange, 0),
    row("[-1e999]", .numberOutOfRange, 1),
    row("0x10", .trailingData, 1),
    row("1_000", .trailingData, 1),
    row("1.2.3", .trailingData, 3),
    row("1a", .trailingData, 1),
    row("１", .unexpectedByte(0xEF, expected: "a value"), 0),
  ]

  private static let strings = [
    row(#"""#, .unexpectedEnd, 1),
    row(#""abc"#, .unexpectedEnd, 4),
    row(#""\"#, .unexpectedEnd, 2),
    row(#""a\""#, .unexpectedEnd, 4),
    row(#""\x41""#, .malformedEscape, 1),
    row(#""\'""#, .malformedEscape, 1),
    row(#""\U0041""#, .malformedEscape, 1),
    row(#""\u12""#, .malformedEscape, 1),
    row(#""\u00g0""#, .malformedEscape, 1),
    row(#""a\u"#, .unexpectedEnd, 4),
    row(#""\uD800""#, .loneSurrogate, 1),
    row(#""\uDC00""#, .loneSurrogate, 1),
    row(#""\uDE00\uD83D""#, .loneSurrogate, 1),
    row(#""\uD83D\uD83D""#, .loneSurrogate, 1),
    row(#""\uD83Dx""#, .loneSurrogate, 1),
    row(#""\uD83D\n""#, .loneSurrogate, 1),
    row(#""\uD83D\u00""#, .malformedEscape, 7),
    row("\"a\nb\"", .controlCharacter(0x0A), 2),
    row("\"\t\"", .controlCharacter(0x09), 1),
    row("\"\\n\0\"", .controlCharacter(0), 3),
    row("\"\u{1F}\"", .controlCharacter(0x1F), 1),
  ]

  private static let encodings = [
    Row(bytes: [0x22, 0x61, 0xFF, 0x22], reason: .invalidUTF8, offset: 2),
    Row(bytes: [0x22, 0xC3, 0xA9, 0x80, 0x22], reason: .invalidUTF8, offset: 3),
    Row(bytes: [0x22, 0xC0, 0xAF, 0x22], reason: .invalidUTF8, offset: 1),
    Row(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], reason: .invalidUTF8, offset: 1),
    Row(bytes: [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], reason: .invalidUTF8, offset: 1),
    Row(bytes: [0x22, 0x5C, 0x6E, 0xE2, 0x82, 0x22], reason: .invalidUTF8, offset: 3),
    noValue([0xEF, 0xBB, 0xBF, 0x31]),
    noValue([0xFF, 0xFE, 0x5B, 0]),
    noValue([0]),
  ]
}
