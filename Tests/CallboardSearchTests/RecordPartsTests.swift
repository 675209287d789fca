import Testing

@testable import CallboardSearch

@Suite struct RecordPartsTests {
  private static let record = IndexRecord(
    SearchIndex.tokenize(SampleRecords.site(pages: 1)[0]),
    digest: SearchIndex.digest
  )

  @Test(arguments: [(1, 1), (511, 1), (512, 2), (1_320, 4), (5_000, 16), (13_187, 16)])
  func givesThreadsAsManyPartsEach(documents: Int, count: Int) {
    let parts = RecordParts(Array(repeating: Self.record, count: documents), perFile: 4)
    #expect(parts.count == count)
    let sizes = (0..<parts.count).map { parts.take($0).count }
    #expect(sizes.reduce(0, +) == documents)
    #expect(sizes.dropLast().allSatisfy { $0 % 4 == 0 && $0 == sizes[0] })
    #expect(sizes[0] - sizes[count - 1] <= 4 * count, "none is left nearly empty")
  }
}
