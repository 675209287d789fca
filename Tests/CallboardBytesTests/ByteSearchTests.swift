import CallboardBytes
import Testing

@Suite struct ByteSearchTests {
  @Test("A text is found at every place, and not where it only begins")
  func contains() {
    for length in 0...30 {
      let text = String(repeating: "ab", count: length)
      for place in 0...text.utf8.count {
        var bytes = Array(text.utf8)
        bytes.insert(contentsOf: "abc".utf8, at: place)
        bytes.withUnsafeBufferPointer { bytes in
          #expect(bytes.contains("abc"), "\(place) of \(length)")
          #expect(bytes.contains("c"))
          #expect(!bytes.contains("abcc"))
          #expect(bytes.contains(""))
        }
      }
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        #expect(!bytes.contains("abc"))
        #expect(!bytes.contains("c"))
      }
    }
  }

  @Test(
    "A text with a sign in it is found at every place, and not where something like it stands",
    arguments: [("]:", "]a:"), ("\n: ", "\n:a "), ("8<-", "8<8-"), ("{{", "{a"), ("www.", "ww.a")]
      as [(StaticString, String)]
  )
  func containsSigns(wanted: StaticString, alike: String) {
    for length in 0...9 {
      let text = Array(String(repeating: alike, count: length).utf8)
      text.withUnsafeBufferPointer { #expect(!$0.contains(wanted), "in \(length)") }
      for place in 0...text.count {
        var bytes = text
        bytes.insert(contentsOf: String(describing: wanted).utf8, at: place)
        bytes.withUnsafeBufferPointer { #expect($0.contains(wanted), "at \(place) of \(length)") }
      }
    }
  }

  @Test("A byte is found in a part of the text alone")
  func firstIndex() {
    Array("-ab-".utf8).withUnsafeBufferPointer { text in
      #expect(text.firstIndex(of: UInt8(ascii: "-"), in: 0..<4) == 0)
      #expect(text.firstIndex(of: UInt8(ascii: "-"), in: 1..<4) == 3)
      #expect(text.firstIndex(of: UInt8(ascii: "-"), in: 1..<3) == nil)
      #expect(text.firstIndex(of: UInt8(ascii: "-"), in: 4..<4) == nil)
      #expect(text.firstIndex(of: UInt8(ascii: "-"), in: 1..<9) == nil)
      #expect(text.count(of: UInt8(ascii: "-"), in: 0..<4) == 2)
    }
  }
}
