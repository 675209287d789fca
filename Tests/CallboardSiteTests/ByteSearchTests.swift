import Testing

@testable import CallboardSite

@Suite struct ByteSearchTests {
  private static func places(of wanted: String, in text: String, from start: Int = 0) -> Range<Int>?
  {
    Array(text.utf8)[start...].firstRange(ofBytes: wanted.utf8)
  }

  @Test func findsTheFirstPlace() {
    #expect(Self.places(of: "ab", in: "xaabab") == 2..<4)
    #expect(Self.places(of: "ab", in: "xaabab", from: 3) == 4..<6)
    #expect(Self.places(of: "x", in: "x") == 0..<1)
    #expect(Self.places(of: "", in: "ab", from: 1) == 1..<1)
  }

  @Test func findsNothingThatIsNotThere() {
    #expect(Self.places(of: "abc", in: "ab") == nil)
    #expect(Self.places(of: "abc", in: "ababab") == nil)
    #expect(Self.places(of: "a", in: "") == nil)
  }
}
