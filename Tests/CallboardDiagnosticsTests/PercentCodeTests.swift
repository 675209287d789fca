import CallboardDiagnostics
import Testing

@Suite struct PercentCodeTests {
  @Test func encodesComponentsAndPaths() {
    #expect(PercentCode.component("a-b.c_d~E9/é:&%") == "a-b.c_d~E9%2F%C3%A9%3A%26%25")
    #expect(PercentCode.path("a b/c:d") == "a%20b/c%3Ad")
    #expect(PercentCode.encoded("a/b@cé", keeping: .init("abc/")) == "a/b%40c%C3%A9")
  }

  @Test func decodesWhatItEncodes() {
    let texts = ["", "plain", "a/é\u{0}%", String(decoding: 0..<128, as: UTF8.self)]
    for text in texts { #expect(PercentCode.decoded(PercentCode.component(text)) == text) }
  }

  @Test func refusesWhatEncodesNothingUnlessLenient() {
    for (text, lenient) in [("50%", "50%"), ("%zz%41", "%zzA"), ("%4", "%4"), ("%ff", "\u{FFFD}")] {
      #expect(PercentCode.decoded(text) == nil)
      #expect(PercentCode.decodedLeniently(text) == lenient)
    }
  }
}
