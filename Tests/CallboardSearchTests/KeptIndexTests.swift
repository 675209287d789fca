import Synchronization
import Testing

@testable import CallboardSearch

/// An index of which parts are kept equals one that is made anew.
@Suite struct KeptIndexTests {
  /// Keeps parts in memory and counts how many were found and made.
  private final class Store: IndexStore {
    private struct State {
      var parts: [SIMD2<UInt64>: [UInt8]] = [:]
      var found = 0
      var made = 0
      /// How many slices may still be asked for before all is lost.
      var slices = Int.max
      var slicesAsked = 0
    }

    private let state = Mutex(State())

    var found: Int { state.withLock { $0.found } }
    var made: Int { state.withLock { $0.made } }
    var slicesAsked: Int { state.withLock { $0.slicesAsked } }

    func lookUp(_ key: SIMD2<UInt64>) -> [UInt8]? {
      state.withLock { state in
        if state.parts[key] != nil { state.found += 1 }
        return state.parts[key]
      }
    }

    func keep(_ bytes: [UInt8], key: SIMD2<UInt64>) {
      state.withLock { state in
        state.parts[key] = bytes
        state.made += 1
      }
    }

    func slice(_ key: SIMD2<UInt64>, _ range: Range<Int>) -> [UInt8] {
      state.withLock { state in
        state.slicesAsked += 1
        guard state.slices > 0, let part = state.parts[key] else { return [] }
        state.slices -= 1
        return Array(part[range])
      }
    }

    /// Loses everything after it was asked for so many slices.
    func lose(after slices: Int) {
      state.withLock { $0.slices = slices }
    }

    /// Cuts what is kept short.
    func damage() {
      state.withLock { state in
        state.parts = state.parts.mapValues { Array($0.prefix($0.count / 2)) }
      }
    }
  }

  private static let records = SampleRecords.site(pages: 900)

  private func index(_ records: [SearchRecord], _ store: (any IndexStore)?) -> [SearchFile] {
    let words = records.map { IndexRecord(SearchIndex.tokenize($0), digest: SearchIndex.digest) }
    return SearchIndex.files(words, store: store).files.map {
      SearchFile(path: $0.path, bytes: $0.open().make())
    }
  }

  private func keys(_ records: [SearchRecord]) -> [String: SIMD2<UInt64>] {
    let words = records.map { IndexRecord(SearchIndex.tokenize($0), digest: SearchIndex.digest) }
    return Dictionary(
      SearchIndex.files(words).files.compactMap { file in file.open().key.map { (file.path, $0) } },
      uniquingKeysWith: { first, _ in first }
    )
  }

  private var edited: [SearchRecord] {
    var records = Self.records
    records[500].sections[0].text += Array(" Another sentence about zymurgy.".utf8)
    return records
  }

  @Test func givesEqualBytesFromPartsThatWereKept() {
    let store = Store()
    let first = index(Self.records, store)
    #expect(first == index(Self.records, nil))
    #expect(index(Self.records, store) == first)
    #expect(store.found == store.made)
    #expect(store.found > 1)
  }

  @Test func makesOnlyThePartOfAChangedRecordAgain() {
    let store = Store()
    _ = index(Self.records, store)
    let made = store.made
    #expect(index(edited, store) == index(edited, nil))
    // The part, and since it has a new word the list of all terms.
    #expect(store.made == made + 2)
    #expect(store.found == made - 2)
  }

  @Test func givesEqualBytesFromDamagedParts() {
    let store = Store()
    let first = index(Self.records, store)
    store.damage()
    #expect(index(Self.records, store) == first)
  }

  /// Whoever has lost words has no use for the index, but the next build may find them again.
  @Test func keepsNoPartOfWhichWordsAreLost() {
    let store = Store()
    let whole = Self.records.map {
      IndexRecord(SearchIndex.tokenize($0), digest: SearchIndex.digest)
    }
    var words = whole
    let lost = whole[500]
    words[500] = IndexRecord(url: lost.url, figures: lost.figures) { [] }
    for file in SearchIndex.files(words, store: store).files { _ = file.open().make() }
    let files = SearchIndex.files(whole, store: store).files.map {
      SearchFile(path: $0.path, bytes: $0.open().make())
    }
    #expect(files == index(Self.records, nil))
  }

  /// Whoever has lost postings has no use for the index either, and gets to its end.
  @Test(arguments: [0, 1, 40]) func endsWithoutPostingsThatAreLost(slices: Int) {
    let store = Store()
    store.lose(after: slices)
    let files = index(Self.records, store)
    #expect(files.map(\.path) == index(Self.records, nil).map(\.path))
  }

  @Test func asksAPartOnceForSeveralFiles() {
    let store = Store()
    let files = index(Self.records, store)
    let parts = store.made - 1
    let shards = files.filter { $0.path.hasPrefix("t/") }.count
    // The files of documents are slices as they are.
    let asked = store.slicesAsked - files.filter { $0.path.hasPrefix("d/") }.count
    #expect(asked > parts)
    #expect(asked * 3 < shards * parts)
  }

  @Test func givesFilesTheSameKeysAndBytesInWhateverOrderTheyAreOpened() {
    let words = edited.map { IndexRecord(SearchIndex.tokenize($0), digest: SearchIndex.digest) }
    let files = SearchIndex.files(words, store: Store()).files
    let opened = files.map { $0.open() }
    for (file, expected) in zip(files, opened).reversed() {
      let again = file.open()
      #expect(again.key == expected.key, "\(file.path)")
      #expect(again.make() == expected.make(), "\(file.path)")
    }
  }

  @Test func givesFilesOfUnchangedTermsTheirKeysAgain() {
    let (before, after) = (keys(Self.records), keys(edited))
    let changed = after.filter { before[$0.key] != $0.value }
    #expect(!changed.isEmpty)
    #expect(changed.count * 2 < after.count)
  }

  @Test func givesFilesWithOtherBytesOtherKeys() {
    let (before, after) = (keys(Self.records), keys(edited))
    let old = Dictionary(
      index(Self.records, nil).map { ($0.path, $0.bytes) },
      uniquingKeysWith: { first, _ in first }
    )
    for file in index(edited, nil) where old[file.path] != file.bytes {
      if let key = after[file.path] { #expect(before[file.path] != key, "\(file.path)") }
    }
  }
}
