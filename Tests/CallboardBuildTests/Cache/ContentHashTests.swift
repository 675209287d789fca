import CallboardBuild
import Testing

@Suite struct ContentHashTests {
  @Test func isTheHashThatTheLibraryDocuments() {
    // The published values of XXH3-128 with seed 0 for no bytes, and of the tool for "abc".
    #expect(ContentHash(of: "").description == "99aa06d3014798d86001c324468d497f")
    #expect(ContentHash(of: "abc").description == "06b05ab6733a618578af5f94892f3950")
    #expect(ContentHash(of: Array("abc".utf8)) == ContentHash(of: "abc"))
  }

  @Test func readsItsOwnDescriptionAndNothingElse() {
    let hash = ContentHash(high: 1, low: .max)
    #expect(hash.description == "0000000000000001ffffffffffffffff")
    #expect(ContentHash(hash.description) == hash)
    for text in ["", "0", String(repeating: "g", count: 32), String(repeating: "A", count: 32)] {
      #expect(ContentHash(text) == nil)
    }
  }

  @Test func ordersByTheHigherHalfFirst() {
    #expect(ContentHash(high: 0, low: 9) < ContentHash(high: 1, low: 0))
    #expect(ContentHash(high: 1, low: 0) < ContentHash(high: 1, low: 1))
  }

  @Test func tellsApartHowPartsAreCutLabelledAndOrdered() {
    func combine(_ parts: [(String, String)]) -> ContentHash {
      var combiner = ContentHash.Combiner()
      for (label, text) in parts { combiner.combine(label, text) }
      return combiner.finalize()
    }
    let hashes = [
      combine([]), combine([("", "")]), combine([("a", "b"), ("c", "d")]),
      combine([("c", "d"), ("a", "b")]), combine([("x", "ab"), ("x", "c")]),
      combine([("x", "a"), ("x", "bc")]), combine([("ab", "c")]), combine([("a", "bc")]),
    ]
    #expect(Set(hashes).count == hashes.count)
    #expect(combine([("a", "b")]) == combine([("a", "b")]))
  }

  @Test func tellsAHashFromTheBytesThatItIsOf() {
    var ofBytes = ContentHash.Combiner()
    ofBytes.combine("x", "text")
    var ofHash = ContentHash.Combiner()
    ofHash.combine("x", ContentHash(of: "text"))
    #expect(ofBytes.finalize() != ofHash.finalize())
  }
}
