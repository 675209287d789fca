import CallboardJSON
import Testing

@Suite struct JSONReaderTests {
  private static func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader().read(Array(text.utf8))
  }

  /// The reason and the offset of the error, or nil when the bytes are JSON.
  private static func failure(_ bytes: [UInt8]) -> (reason: JSONError.Reason, offset: Int)? {
    do throws(JSONError) {
      _ = try JSONReader().read(bytes)
      return nil
    } catch {
      return (error.reason, error.offset)
    }
  }

  @Test func keepsMembersInTheirOrder() throws {
    let value = try Self.read(#" {"b": [1, {"c": null}], "a": true, "b": "last"} "#)
    #expect(value.object?.members.map(\.name) == ["b", "a", "b"])
    #expect(value["b"] == .string("last"), "the last of equal names counts")
    #expect(value["a"]?.bool == true)
    #expect(value["z"] == nil)
    #expect(value.object?.members[0].value.array?[1]["c"] == .null)
  }

  @Test func readsNumbers() throws {
    let cases: [(String, JSONValue)] = [
      ("0", .integer(0)), ("-1", .integer(-1)), ("123", .integer(123)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(9_223_372_036_854_775_808)),
      ("-0", .number(-0.0)), ("0.5", .number(0.5)), ("-1.25e2", .number(-125)),
      ("1E+2", .number(100)), ("1e-2", .number(0.01)), ("0e1", .number(0)),
      ("1e-400", .number(0)), ("123.456e78", .number(123.456e78)), ("1.0", .number(1)),
    ]
    for (text, expected) in cases {
      let value = try Self.read(text)
      #expect(value == expected, "\(text)")
    }
    guard case .number(let zero) = try Self.read("-0") else {
      Issue.record("-0 should be a double")
      return
    }
    #expect(zero.sign == .minus)
    #expect(try Self.read("1.0").integer == 1)
    #expect(try Self.read("1.5").integer == nil)
  }

  @Test func readsStrings() throws {
    let cases: [(String, String)] = [
      (#""""#, ""), (#""plain""#, "plain"), (#""é→😀""#, "é→😀"),
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""a\u00e9b""#, "aéb"), (#""\u0000""#, "\0"), (#""\uD83D\uDE00""#, "😀"),
      (#""\ud83d\ude00!""#, "😀!"), (#""\uFFFF""#, "\u{FFFF}"), (#""\u2028""#, "\u{2028}"),
      ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"), (#""\\u0041""#, "\\u0041"),
      (#""e\u0301""#, "e\u{301}"),
    ]
    for (text, expected) in cases {
      let value = try Self.read(text).string
      #expect(value.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars), "\(text)")
    }
  }

  @Test func acceptsBlanksAndEveryKindOfTopLevelValue() throws {
    let texts = [
      "[]", "{}", "[ ]", "{ }", " \t\r\n[1 , 2]\n", "null", "true", "false", "\"x\"", "1",
      #"{"":0}"#, #"{"a":{}}"#, "[[],[[]]]", "[1,null,false]",
    ]
    for text in texts { _ = try Self.read(text) }
  }

  @Test func refusesWhatIsNotJSON() {
    for row in RefusedJSON.rows {
      guard let failure = Self.failure(row.bytes) else {
        Issue.record("accepted: \(String(decoding: row.bytes, as: UTF8.self))")
        continue
      }
      let text = String(decoding: row.bytes, as: UTF8.self)
      #expect(failure.reason == row.reason, "\(text)")
      #expect(failure.offset == row.offset, "\(text)")
    }
  }

  @Test func tellsLineAndColumnInBytes() {
    #expect {
      _ = try Self.read("{\n  \"é\": 1,\n  \"é\": x\n}")
    } throws: { error in
      let error = error as? JSONError
      return error?.line == 3 && error?.column == 9
        && error?.description == "line 3, column 9: 'x' stands where a value should be"
    }
  }

  @Test func limitsNestingAndSize() throws {
    let reader = JSONReader(maximumDepth: 3, maximumSize: 20)
    _ = try reader.read(Array("[[[1]]]".utf8))
    #expect(throws: JSONError.self) { try reader.read(Array("[[[[1]]]]".utf8)) }
    #expect(throws: JSONError.self) { try reader.read(Array(#"{"a":[{"b":[]}]}"#.utf8)) }
    #expect(throws: JSONError.self) { try reader.read(Array(repeating: 0x20, count: 21)) }
    for bracket in ["[", #"{"a":"#] {
      let deep = Array(String(repeating: bracket, count: 100_000).utf8)
      #expect(Self.failure(deep)?.reason == .tooDeep(limit: 128))
    }
  }

  @Test func readsWhatTheWriterWrites() throws {
    let text = #"{"a":[1,-2.5,1e+300,"\u003cé\n",{},[],true,null],"b":{"c":{"d":""}}}"#
    let value = try Self.read(text)
    var writer = JSONWriter()
    writer.value(value)
    #expect(try JSONReader().read(writer.bytes) == value)
  }

  @Test func endsWithAnAnswerForEveryPrefixAndEveryChangedByte() {
    let text = Array(#"{"k\u00e9y":[1.5e3,"\ud83d\ude00é",true,{"n":null}],"z":-0}"#.utf8)
    for count in 0..<text.count {
      #expect(Self.failure(Array(text.prefix(count))) != nil, "\(count) bytes of it are no JSON")
    }
    for index in text.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x80, 0xC3, 0xFF] {
        var changed = text
        changed[index] = byte
        _ = Self.failure(changed)
      }
    }
  }
}
