import CallboardJSON
import Testing

@Suite struct JSONWriterTests {
  private static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func separatesMembersAndElements() {
    let json = Self.text { writer in
      writer.object { object in
        object.member("a", 1)
        object.key("b")
        object.array { array in
          array.string("x")
          array.null()
          array.bool(true)
        }
        object.member(ifPresent: "c", nil)
        object.member("d", ["y"])
      }
    }
    #expect(json == #"{"a":1,"b":["x",null,true],"d":["y"]}"#)
  }

  @Test func escapesWhatJSONAndScriptElementsForbid() {
    let json = Self.text { $0.string("\"\\\n\u{1}</script>\u{2028}é") }
    #expect(json == #""\"\\\n\u0001\u003c/script>\u2028é""#)
  }

  @Test(arguments: UInt8(0)..<0x80)
  func escapesWhatMustBeAndNothingElse(byte: UInt8) {
    let character = String(decoding: [byte], as: UTF8.self)
    let isEscaped = byte < 0x20 || byte == 0x7F || "\"\\<".utf8.contains(byte)
    let json = Self.text { $0.string("a" + character + "b") }
    #expect(json.contains("\\") == isEscaped)
    #expect(isEscaped || json == "\"a\(character)b\"")
  }

  @Test func writesWholeNumbersWithoutAFraction() {
    let json = Self.text { writer in
      writer.array { array in
        array.number(3)
        array.number(0.1)
        array.number(-2.5e20)
        array.number(.nan)
      }
    }
    #expect(json == "[3,0.1,-2.5e+20,null]")
  }

  @Test func startsEachRecordAfresh() {
    let json = Self.text { writer in
      for value in 1...2 {
        writer.object { $0.member("n", value) }
        writer.endRecord()
      }
    }
    #expect(json == "{\"n\":1}\n{\"n\":2}\n")
  }
}
