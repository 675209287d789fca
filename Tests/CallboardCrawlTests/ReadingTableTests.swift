import Glibc
import Testing

@testable import CallboardCrawl

@Suite struct ReadingTableTests {
  private func entry(_ path: String) -> ReadingEntry { ReadingEntry(path: path, sight: .absent) }

  @Test func findsEachOfManyLooksAfterOthersWereForgotten() {
    var table = ReadingTable()
    for number in 0..<5_000 { table["a/\(number)"] = entry("a/\(number)") }
    for number in stride(from: 0, to: 5_000, by: 3) { table["a/\(number)"] = nil }
    for number in 5_000..<9_000 { table["a/\(number)"] = entry("a/\(number)") }
    for number in 0..<9_000 {
      let isForgotten = number < 5_000 && number % 3 == 0
      #expect(table["a/\(number)"]?.path == (isForgotten ? nil : "a/\(number)"))
    }
    #expect(table.count == 9_000 - 1_667)
    #expect(Set(table.keys).count == table.count)
    #expect(table.values.reduce(0) { count, _ in count + 1 } == table.count)
  }

  @Test func staysOfUseHoweverOftenALookIsForgottenAndNotedAgain() {
    var table = ReadingTable()
    for number in 0..<700 { table["a/\(number)"] = entry("a/\(number)") }
    for _ in 0..<10_000 {
      table["a/7"] = nil
      table["a/7"] = entry("a/7")
    }
    #expect(table["b"] == nil)
    #expect(table["a/7"] != nil)
    #expect(table.count == 700)
  }

  @Test func tellsWhatIsAtAPathFromWhereItLeadsEvenIfLooksContradictEachOther() {
    var table = ReadingTable()
    let target = ReadingTable.key(ofTarget: "a")
    table["a"] = entry("a")
    table[target] = ReadingEntry(path: "a", sight: .resolved("b"))
    table[target] = ReadingEntry(path: "a", sight: .unsteady)
    #expect(table["a"]?.sight == .absent)
    #expect(table[target]?.sight == .unsteady)
    #expect(table.count == 2)
    #expect(Set(table.keys) == ["a", target])
  }

  @Test func takesTwoSpellingsOfALetterForTwoPaths() {
    var table = ReadingTable()
    table["caf\u{E9}"] = entry("caf\u{E9}")
    #expect(table["cafe\u{301}"] == nil)
    table["cafe\u{301}"] = ReadingEntry(path: "cafe\u{301}", sight: .someFile)
    #expect(table["caf\u{E9}"]?.sight == .absent)
    #expect(table.count == 2)
  }

  @Test func tellsPagesFromFilesWhoseNamesOnlyLookTheSame() {
    let log = ReadingLog { SIMD2(UInt64($0.count), 0) }
    log.noteContents("caf\u{E9}", stat(), [1])
    log.beginPages()
    log.noteContents("cafe\u{301}", stat(), [2])
    log.endPages()
    #expect(log.isPage("cafe\u{301}"))
    #expect(!log.isPage("caf\u{E9}"))
    log.noteContents("cafe\u{301}", stat(), [2])
    #expect(!log.isPage("cafe\u{301}"))
  }

  @Test func replacesWhatWasSeenAndFindsNothingAtFirst() {
    var table = ReadingTable()
    #expect(table["a"] == nil)
    table["a"] = nil
    table["a"] = entry("a")
    table["a"] = ReadingEntry(path: "a", sight: .someFolder)
    #expect(table["a"]?.sight == .someFolder)
    #expect(table.count == 1)
  }
}
