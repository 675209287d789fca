import CallboardBuild
import CallboardTestSupport
import Foundation
import Testing

@Suite struct SegmentCacheTests {
  private let temporary: TemporaryFolder
  private var folder: String { temporary.path + "/cache" }

  init() throws {
    temporary = try TemporaryFolder()
  }

  private static func key(_ number: Int) -> ContentHash { ContentHash(of: "key \(number)") }

  private static func body(_ number: Int) -> [UInt8] {
    Array(String(repeating: "body \(number) ", count: number % 50).utf8)
  }

  private static func entries(_ numbers: Range<Int>) -> [ContentHash: [UInt8]] {
    Dictionary(uniqueKeysWithValues: numbers.map { (key($0), body($0)) })
  }

  private static func keys(_ numbers: Range<Int>) -> Set<ContentHash> { Set(numbers.map(key)) }

  private func segments(in folder: String? = nil) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder ?? self.folder).sorted()
  }

  private func hits(_ numbers: Range<Int>, in cache: SegmentCache) -> Int {
    numbers.count { cache.lookup(Self.key($0)) == Self.body($0) }
  }

  @Test func findsWhatAnEarlierBuildSaved() throws {
    let first = SegmentCache(folder: folder)
    #expect(first.lookup(Self.key(1)) == nil)
    try first.save(Self.entries(0..<100), touched: [])
    #expect(hits(0..<100, in: first) == 100, "the cache that saved it")

    let second = SegmentCache(folder: folder)
    #expect(hits(0..<100, in: second) == 100)
    #expect(second.lookup(Self.key(100)) == nil)
    #expect(second.entryCount == 100)
  }

  @Test(arguments: [0, 1, 3, 4, 5, 255, 4_099])
  func findsEveryKeyOfASegmentHoweverManyItHas(count: Int) throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<count), touched: nil)
    let cache = SegmentCache(folder: folder)
    #expect(hits(0..<count, in: cache) == count)
    #expect((count..<count + 1_000).allSatisfy { cache.lookup(Self.key($0)) == nil })
  }

  @Test func keepsBodiesOfManySizesBesideEachOther() throws {
    let sizes = [0, 1, 1 << 10, 1 << 19, 1 << 20, (1 << 20) + 1, 3 << 20]
    let bodies = Dictionary(
      uniqueKeysWithValues: sizes.enumerated().map { number, size in
        (Self.key(number), (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) })
      }
    )
    try SegmentCache(folder: folder).save(bodies, touched: nil)
    let cache = SegmentCache(folder: folder)
    for (key, body) in bodies { #expect(cache.lookup(key) == body, "\(body.count) bytes") }
  }

  @Test func givesSlicesOfABodyAndNothingBeyondIt() throws {
    let body = Self.body(49)
    try SegmentCache(folder: folder).save([Self.key(49): body], touched: nil)
    let cache = SegmentCache(folder: folder)
    #expect(cache.slice(Self.key(49), 3..<20) == Array(body[3..<20]))
    #expect(cache.slice(Self.key(49), body.count..<body.count) == [])
    #expect(cache.slice(Self.key(49), 0..<body.count + 1) == nil)
    #expect(cache.slice(Self.key(1), 0..<1) == nil)
  }

  @Test func findsWhatSeveralThreadsSavedAtOnce() throws {
    let cache = SegmentCache(folder: folder)
    for round in 0..<8 {
      let first = round * 400
      _ = try ParallelFor(width: 4, chunkSize: 1).map(count: 4, state: {}) { _, part in
        let start = first + part * 100
        try cache.save(Self.entries(start..<start + 100), touched: nil)
      }
    }
    #expect(hits(0..<3_200, in: cache) == 3_200)
  }

  @Test func makesNoFolderForNothing() throws {
    try SegmentCache(folder: folder).save([:], touched: [])
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func keepsRepositoriesApartAndTheirNamesToItself() throws {
    try SegmentCache(folder: folder, repository: "payments").save(
      Self.entries(0..<3),
      touched: []
    )
    #expect(SegmentCache(folder: folder, repository: "payments").entryCount == 3)
    #expect(SegmentCache(folder: folder, repository: "billing").entryCount == 0)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.contains("payments") })
    for path in [folder] + names.map({ "\(folder)/\($0)" }) {
      let permissions =
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect((permissions ?? 0o777) & 0o077 == 0)
    }
  }

  @Test func appendsASegmentUntilHalfIsStale() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<100), touched: [])
    try SegmentCache(folder: folder).save(
      Self.entries(100..<110),
      touched: Self.keys(0..<90)
    )
    #expect(try segments().count == 2)
    #expect(hits(0..<110, in: SegmentCache(folder: folder)) == 110)

    let cache = SegmentCache(folder: folder)
    try cache.save([:], touched: Self.keys(30..<60))
    #expect(try segments().count == 1)
    for cache in [cache, SegmentCache(folder: folder)] {
      #expect(hits(30..<60, in: cache) == 30)
      #expect(cache.entryCount == 30)
    }
  }

  @Test func givesNothingUpWhenThePartTouchedIsNotTheWhole() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<100), touched: [])
    try SegmentCache(folder: folder).save(Self.entries(100..<101), touched: nil)
    #expect(hits(0..<101, in: SegmentCache(folder: folder)) == 101)
  }

  @Test func isEmptyWhenNothingIsInUse() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<100), touched: [])
    try SegmentCache(folder: folder).save([:], touched: [])
    #expect(try segments() == [])
  }

  @Test func staysASmallNumberOfSegments() throws {
    for number in 0..<100 {
      let cache = SegmentCache(folder: folder)
      try cache.save(Self.entries(number..<number + 1), touched: Self.keys(0..<number))
    }
    #expect(try segments().count <= 33)
    #expect(hits(0..<100, in: SegmentCache(folder: folder)) == 100)
  }

  @Test func mergesSmallSegmentsAndLeavesLargeOnesAlone() throws {
    let large = [Self.key(-1): [UInt8](repeating: 7, count: 5 << 20)]
    try SegmentCache(folder: folder).save(large, touched: nil)
    let base = try segments()
    for number in 0..<200 {
      let cache = SegmentCache(folder: folder)
      #expect(!cache.isFull, "after \(number) builds")
      try cache.save(Self.entries(number..<number + 1), touched: nil)
    }
    #expect(try segments().count <= 33)
    #expect(try Set(base).isSubset(of: segments()))
    #expect(hits(0..<200, in: SegmentCache(folder: folder)) == 200)
  }

  @Test func isFullWhenMergingWouldWriteEverythingAgain() throws {
    for number in 0..<32 {
      let cache = SegmentCache(folder: folder)
      #expect(!cache.isFull, "after \(number) builds")
      try cache.save(Self.entries(number..<number + 1), touched: nil)
    }
    let cache = SegmentCache(folder: folder)
    #expect(cache.isFull)
    try cache.save([:], touched: Self.keys(0..<20))
    #expect(try segments().count == 1)
    #expect(hits(0..<32, in: SegmentCache(folder: folder)) == 20)
  }

  @Test func mergesNothingBeforeABuildHasSavedItsLast() throws {
    let cache = SegmentCache(folder: folder)
    for number in 0..<40 {
      try cache.save(Self.entries(number..<number + 1), touched: nil, isLast: false)
    }
    #expect(try segments().count == 40)
    try cache.save([:], touched: nil)
    #expect(try segments().count == 1)
    #expect(hits(0..<40, in: SegmentCache(folder: folder)) == 40)
  }

  @Test func keepsTheIntactOneOfTwoWhenItMerges() throws {
    for number in 0..<40 {
      try SegmentCache(folder: folder).save(
        Self.entries(number..<number + 1),
        touched: nil,
        isLast: false
      )
    }
    let path = try folder + "/" + #require(segments().first)
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(filePath: path))
    #expect(hits(0..<40, in: SegmentCache(folder: folder)) == 39)
    let damaged = try #require(
      (0..<40).first { SegmentCache(folder: folder).lookup(Self.key($0)) == nil }
    )
    // With a neighbour, so that the segment has another name than the damaged one.
    let again = [damaged, 100].reduce(into: [:]) { $0[Self.key($1)] = Self.body($1) }
    try SegmentCache(folder: folder).save(again, touched: nil, isLast: false)
    try SegmentCache(folder: folder).save([:], touched: nil)
    #expect(try segments().count == 1)
    #expect(hits(0..<40, in: SegmentCache(folder: folder)) == 40)
  }

  @Test func mergesByCopyingFiles() throws {
    let other = temporary.path + "/other"
    try SegmentCache(folder: folder).save(Self.entries(0..<50), touched: [])
    try SegmentCache(folder: other).save(Self.entries(40..<90), touched: [])
    for name in try segments(in: other) {
      try FileManager.default.copyItem(atPath: "\(other)/\(name)", toPath: "\(folder)/\(name)")
    }
    #expect(hits(0..<90, in: SegmentCache(folder: folder)) == 90)
  }

  @Test func writesEqualContentToEqualFiles() throws {
    let other = temporary.path + "/other"
    try SegmentCache(folder: folder).save(Self.entries(0..<50), touched: [])
    try SegmentCache(folder: other).save(Self.entries(0..<50), touched: [])
    #expect(try segments() == segments(in: other))
  }

  @Test func missesButNeverErrsWhereABitIsFlipped() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<40), touched: [])
    let path = try folder + "/" + #require(segments().first)
    let whole = try Data(contentsOf: URL(filePath: path))
    for offset in stride(from: 0, to: whole.count, by: 7) {
      var damaged = whole
      damaged[offset] ^= 1 << (offset % 8)
      try damaged.write(to: URL(filePath: path))
      let cache = SegmentCache(folder: folder)
      for number in 0..<40 {
        let found = cache.lookup(Self.key(number))
        #expect(found == nil || found == Self.body(number), "offset \(offset)")
      }
    }
  }

  @Test func missesWhereASegmentIsCutOrNotOne() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<40), touched: [])
    let path = try folder + "/" + #require(segments().first)
    let whole = try Data(contentsOf: URL(filePath: path))
    for length in [0, 1, 15, 16, 17, 100, 16 + 48 * 40, whole.count - 1] {
      try whole.prefix(length).write(to: URL(filePath: path))
      _ = hits(0..<40, in: SegmentCache(folder: folder))
    }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(SegmentCache(folder: folder).entryCount == 0)
  }

  @Test func replacesADamagedEntry() throws {
    try SegmentCache(folder: folder).save(Self.entries(1..<2), touched: [])
    let path = try folder + "/" + #require(segments().first)
    var bytes = try Data(contentsOf: URL(filePath: path))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(filePath: path))
    let cache = SegmentCache(folder: folder)
    #expect(cache.lookup(Self.key(1)) == nil)
    try cache.save(Self.entries(1..<2), touched: [])
    #expect(hits(1..<2, in: cache) == 1)
    #expect(hits(1..<2, in: SegmentCache(folder: folder)) == 1)
  }

  @Test func goesOnReadingWhatAnotherBuildHasCompacted() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<100), touched: [])
    let reader = SegmentCache(folder: folder)
    try SegmentCache(folder: folder).save([:], touched: Self.keys(0..<10))
    #expect(hits(0..<100, in: reader) == 100)
    try reader.save(Self.entries(100..<101), touched: Self.keys(0..<100))
    #expect(hits(0..<10, in: SegmentCache(folder: folder)) == 10)
  }

  @Test func ignoresAFolderThatOthersCanWriteTo() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<3), touched: [])
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder)
    let cache = SegmentCache(folder: folder)
    #expect(cache.entryCount == 0)
    #expect(throws: CacheError.folderOfOthers(folder)) {
      try cache.save(Self.entries(0..<3), touched: [])
    }
  }

  @Test func namesThePathThatCannotBeAFolder() throws {
    try TemporaryFolder.write("file", to: folder)
    let error = #expect(throws: CacheError.self) {
      try SegmentCache(folder: folder + "/x").save(Self.entries(0..<3), touched: [])
    }
    #expect(error?.description.contains(folder) == true)
  }

  @Test func removesWhatAKilledBuildLeft() throws {
    try SegmentCache(folder: folder).save(Self.entries(0..<3), touched: [])
    try TemporaryFolder.write("half", to: folder + "/0123.tmp")
    try SegmentCache(folder: folder).save(Self.entries(3..<6), touched: Self.keys(0..<3))
    #expect(try segments().allSatisfy { $0.hasSuffix(".segment") })
  }

  @Test func servesManyThreadsAndBuildsAtOnce() throws {
    let folder = folder
    try SegmentCache(folder: folder).save(Self.entries(0..<200), touched: [])
    try ParallelFor(width: 8, chunkSize: 1).run(count: 40) { (build) throws(CacheError) in
      let cache = SegmentCache(folder: folder)
      for number in 0..<200 {
        let found = cache.lookup(Self.key(number))
        if let found { #expect(found == Self.body(number)) }
      }
      // Every build adds its own, and some give most of the rest up.
      let touched = build.isMultiple(of: 5) ? Self.keys(0..<20) : Self.keys(0..<200)
      try cache.save(Self.entries(1000 + build..<1001 + build), touched: touched)
    }
    let last = SegmentCache(folder: folder)
    #expect(hits(0..<20, in: last) == 20)
    #expect(try segments().allSatisfy { $0.hasSuffix(".segment") })
  }
}
