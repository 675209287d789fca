import CallboardTestSupport
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

  /// Asking whether a plan stands must come to what planning anew comes to.
  @Test(arguments: 0..<300)
  func tellsWhetherAPlanStands(seed: Int) {
    var numbers = SeededGenerator(seed: UInt64(seed))
    func word() -> String {
      (0..<Int.random(in: 1..<5, using: &numbers)).map { _ in
        ["a", "b", "ab", "ed", "ing", "1"][Int.random(in: 0..<6, using: &numbers)]
      }
      .joined()
    }
    func keys(_ sizes: [String: Int]) -> [SizedKey] {
      sizes.sorted { $0.key < $1.key }.map {
        SizedKey(key: Array($0.key.utf8)[...], size: $0.value)
      }
    }
    var sizes: [String: Int] = [:]
    for _ in 0..<Int.random(in: 1..<80, using: &numbers) {
      sizes[word()] = Int.random(in: 1..<9, using: &numbers)
    }
    let before = ShardPlan(keys(sizes), target: 20) { EnglishStemmer.areStemMates($0, $1) }
    var changed: Set<String> = []
    for _ in 0..<Int.random(in: 0..<4, using: &numbers) {
      let word =
        Int.random(in: 0..<3, using: &numbers) == 0 ? word() : sizes.keys.sorted().first ?? "a"
      sizes[word] =
        Int.random(in: 0..<3, using: &numbers) == 0 ? nil : Int.random(in: 1..<30, using: &numbers)
      changed.insert(word)
    }
    let after = ShardPlan(keys(sizes), target: 20) { EnglishStemmer.areStemMates($0, $1) }
    let stands = ShardPlan.stands(
      TermList(before.separators.map { $0[...] }),
      of: keys(sizes),
      changed: changed.sorted().map { Array($0.utf8)[...] },
      target: 20
    ) { EnglishStemmer.areStemMates($0, $1) }
    #expect(stands == (after.separators == before.separators))
  }

  @Test func cutsEvenOneStemInTheEnd() {
    let words = (0..<12).map {
      "walk" + ["", "ed", "ing", "s"][$0 % 4] + String(repeating: "s", count: $0 / 4)
    }
    #expect(Self.starts(words.sorted(), sizes: words.map { _ in 10 }).count > 1)
  }
}
