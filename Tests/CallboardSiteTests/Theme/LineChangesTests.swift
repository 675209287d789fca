import Testing

@testable import CallboardSite

@Suite struct LineChangesTests {
  private func changes(_ old: String, _ new: String) -> [String] {
    LineChanges(from: Array(old.utf8), to: Array(new.utf8)).changes
      .map { "\($0.isAdded ? "+" : "-")\($0.line) \($0.text)" }
  }

  @Test func findsTheFewestLines() {
    #expect(changes("a\nb\nc\n", "a\nb\nc\n") == [])
    #expect(changes("a\nb\nc\n", "a\nx\nc\n") == ["-2 b", "+2 x"])
    #expect(changes("a\nb\nc\nd\n", "b\nd\ne\n") == ["-1 a", "-3 c", "+3 e"])
    #expect(changes("", "a\n") == ["+1 a"])
    #expect(changes("a", "") == ["-1 a"])
    #expect(changes("a\na\n", "a\n") == ["-2 a"])
  }

  @Test func givesUpOnTextsThatShareLittleAndAreLong() {
    let old = (0..<2_500).map { "\($0)\n" }.joined()
    let new = (0..<2_500).map { "x\($0)\n" }.joined()
    let changes = LineChanges(from: Array(old.utf8), to: Array(new.utf8))
    #expect(changes.addedCount == 2_500)
    #expect(changes.removedCount == 2_500)
  }
}
