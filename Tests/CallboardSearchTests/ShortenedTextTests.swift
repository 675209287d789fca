import Testing

@testable import CallboardSearch

@Suite struct ShortenedTextTests {
  @Test func knowsTheBlanksOfUnicode() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if ShortenedText.isBlank(value) != scalar.properties.isWhitespace {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func countsScalarsNotBytes() {
    #expect(ShortenedText.shortened("äöü äöü", to: 7) == "äöü äöü")
    #expect(ShortenedText.shortened("äöü äöü", to: 6) == "äöü…")
  }

  @Test func collapsesBlanksOfAnyKind() {
    #expect(ShortenedText.shortened("\u{A0} a \u{2003}\n b\t", to: 10) == "a b")
  }

  @Test func cutsAWordThatIsLongerThanAllowed() {
    #expect(ShortenedText.shortened("abcdef", to: 3) == "abc…")
  }

  @Test func repairsMalformedBytes() {
    var text = ShortenedText(length: 10)
    let bytes: [UInt8] = [0x61, 0xE2, 0x82, 0x20, 0xFF, 0x62]
    bytes.withUnsafeBufferPointer { text.append($0) }
    #expect(text.string == String(decoding: bytes, as: UTF8.self))
  }
}
