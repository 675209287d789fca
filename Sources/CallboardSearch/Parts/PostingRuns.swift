/// The postings of a part's terms, one term's after the other's: in memory, or where the part is kept.
///
/// All postings of a large index need more memory than anything else of it, and are asked for shard by shard.
struct PostingRuns: Sendable {
  typealias Entry = PartialPostings.Entry

  private enum Values: Sendable {
    case held([Entry])
    /// Gives the bytes of some of the values as they lie in memory; fewer bytes where they are lost.
    case kept(@Sendable (_ values: Range<Int>) -> [UInt8])
  }

  /// Where the postings of each term begin, and where those of the last one end.
  let starts: [UInt32]
  private let values: Values

  private init(_ starts: [UInt32], _ values: Values) {
    self.starts = starts
    self.values = values
  }

  init(_ postings: Groups<Entry>) {
    self.init(postings.starts, .held(postings.values))
  }

  /// The same postings, to be read from where ``IndexPart/encoded()`` is kept, and no more in memory.
  ///
  /// - Parameter first: Where the values begin there.
  init(_ postings: Groups<Entry>, at first: Int, in store: any IndexStore, key: SIMD2<UInt64>) {
    let stride = MemoryLayout<Entry>.stride
    self.init(
      postings.starts,
      .kept { values in
        store.slice(key, first + values.lowerBound * stride..<first + values.upperBound * stride)
      }
    )
  }

  /// The postings of neighbouring terms; none where they are lost.
  func entries(of terms: Range<Int>) -> ArraySlice<Entry> {
    let range = Int(starts[terms.lowerBound])..<Int(starts[terms.upperBound])
    switch values {
    case .held(let entries): return entries[range]
    case .kept(let read):
      guard !range.isEmpty else { return [] }
      let bytes = read(range)
      guard bytes.count == range.count * MemoryLayout<Entry>.stride else { return [] }
      let entries = [Entry](unsafeUninitializedCapacity: range.count) { buffer, initialized in
        bytes.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
        initialized = range.count
      }
      return entries[...]
    }
  }
}
