import Testing

@testable import CallboardBuild

@Suite struct KeptSourcesTests {
  private let first = ContentHash(of: "first")
  private let second = ContentHash(of: "second")

  @Test func givesAwayWhatItKeeps() {
    let kept = KeptSources(byteLimit: 10)
    kept.keep([1, 2, 3], for: first)
    #expect(kept.take(first) == [1, 2, 3])
    #expect(kept.take(first) == nil)
    #expect(kept.take(second) == nil)
  }

  @Test func keepsNoMoreThanThereIsRoomFor() {
    let kept = KeptSources(byteLimit: 4)
    kept.keep([1, 2, 3], for: first)
    kept.keep([4, 5], for: second)
    #expect(kept.take(second) == nil)
    #expect(kept.take(first) != nil)
    kept.keep([4, 5], for: second)
    #expect(kept.take(second) == [4, 5], "what is taken makes room")
  }

  @Test func hasRoomAgainOnceAllIsLetGo() {
    let kept = KeptSources(byteLimit: 4)
    kept.keep([1, 2, 3], for: first)
    kept.keep([1, 2, 3], for: first)
    kept.removeAll()
    #expect(kept.take(first) == nil)
    kept.keep([1, 2, 3, 4], for: second)
    #expect(kept.take(second) != nil)
  }
}
