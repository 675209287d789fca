import Testing

@testable import CallboardSearch

@Suite struct ShardPlanTests {
  private static func starts(_ words: [String], sizes: [Int], target: Int = 10) -> [String] {
    let keys = zip(words, sizes).map { SizedKey(key: Array($0.utf8)[...], size: $1) }
    let plan = ShardPlan(keys, target: target) {
      EnglishStemmer.areStemMates($0, $1)
    }
    return plan.starts.map { words[$0] }
  }

  @Test func cutsWhereNeighboursShareLeast() {
    let words = ["alpha", "alpine", "beta", "betting", "gamma"]
    #expect(Self.starts(words, sizes: [5, 3, 3, 3, 3]) == ["alpha", "beta"])
  }

  /// A query for one of them is answered from the file of the other.
  @Test func keepsWordsOfOneStemTogether() {
    let words = ["depth", "deploy", "deployed", "deploying", "desk"].sorted()
    #expect(Self.starts(words, sizes: [9, 9, 9, 9, 9], target: 10) == ["deploy", "depth"])
  }

  @Test func givesALargeKeyAFileOfItsOwn() {
    #expect(
      Self.starts(["ab", "common", "da", "de"], sizes: [2, 20, 2, 2]) == ["ab", "common", "da"]
    )
  }

  @Test func cutsEvenOneStemInTheEnd() {
    let words = (0..<12).map {
      "walk" + ["", "ed", "ing", "s"][$0 % 4] + String(repeating: "s", count: $0 / 4)
    }
    #expect(Self.starts(words.sorted(), sizes: words.map { _ in 10 }).count > 1)
  }
}
