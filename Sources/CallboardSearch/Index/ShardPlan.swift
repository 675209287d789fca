/// Cuts a sorted list of keys into shards of about equal size.
struct ShardPlan {
  /// The index of the first key of each shard; the first is 0.
  private(set) var starts: [Int] = []
  /// The shortest string that is above every key before a shard and not above its first; one for
  /// each shard but the first.
  private(set) var separators: [[UInt8]] = []

  /// - Parameters:
  ///   - keys: Ascending by bytes, counted from 0.
  ///   - target: The size to cut at. One key may exceed it, and keys that belong together by thrice as much.
  ///   - areTogether: Tells of two neighbours whether whoever looks for one wants the other, too.
  init<Keys: RandomAccessCollection<SizedKey>>(
    _ keys: Keys,
    target: Int,
    areTogether: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool = { _, _ in false }
  ) where Keys.Index == Int {
    guard !keys.isEmpty else { return }
    func isCut(_ index: Int) -> Bool { !areTogether(keys[index - 1].key, keys[index].key) }
    starts = [0]
    var start = 0
    var size = 0
    var index = 0
    while index < keys.count {
      size += keys[index].size
      index += 1
      guard size >= target, index < keys.count else { continue }
      let best = Self.bestCut(keys, from: start, to: index, target: target, isCut)
      guard let cut = best ?? (size < target * 3 ? nil : index) else { continue }
      starts.append(cut)
      separators.append(Self.separator(keys[cut - 1].key, keys[cut].key))
      start = cut
      size = (cut..<index).reduce(0) { $0 + keys[$1].size }
    }
  }

  /// Whether cutting keys gives the same separators as before some of them changed.
  ///
  /// Only where one has changed is it asked again where to cut, which costs most of a plan.
  ///
  /// - Parameters:
  ///   - separators: What cutting the earlier keys gave, with the same target and the same `areTogether`.
  ///   - changed: The keys that were not there, are not there any more, or have another size; ascending.
  static func stands<Keys: RandomAccessCollection<SizedKey>>(
    _ separators: TermList,
    of keys: Keys,
    changed: [ArraySlice<UInt8>],
    target: Int,
    areTogether: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool = { _, _ in false }
  ) -> Bool where Keys.Index == Int {
    func isCut(_ index: Int) -> Bool { !areTogether(keys[index - 1].key, keys[index].key) }
    var changes = changed.map { place(of: $0, in: keys) }[...]
    var shard = 0
    var next = separators.count > 0 ? place(of: separators[0], in: keys) : keys.count
    var start = 0
    var size = 0
    var index = 0
    while index < keys.count {
      size += keys[index].size
      index += 1
      guard size >= target, index < keys.count else { continue }
      while let change = changes.first, change < start { changes.removeFirst() }
      let cut: Int
      if let change = changes.first, change <= index {
        let best = bestCut(keys, from: start, to: index, target: target, isCut)
        guard let found = best ?? (size < target * 3 ? nil : index) else { continue }
        guard found == next,
          separators[shard].elementsEqual(separator(keys[found - 1].key, keys[found].key))
        else { return false }
        cut = found
      } else {
        // As before: a cut that was made later lies behind these keys.
        guard next <= index else { continue }
        cut = next
      }
      shard += 1
      next = shard < separators.count ? place(of: separators[shard], in: keys) : keys.count
      start = cut
      size = (cut..<index).reduce(0) { $0 + keys[$1].size }
    }
    return shard == separators.count
  }

  /// How many keys stand before one.
  private static func place<Keys: RandomAccessCollection<SizedKey>>(
    of key: ArraySlice<UInt8>,
    in keys: Keys
  ) -> Int where Keys.Index == Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].key.lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func range(_ shard: Int, of count: Int) -> Range<Int> {
    starts[shard]..<(shard + 1 < starts.count ? starts[shard + 1] : count)
  }

  /// The cut in the second half of the shard where the keys beside it share least; nil where `isCut` admits none.
  private static func bestCut<Keys: RandomAccessCollection<SizedKey>>(
    _ keys: Keys,
    from start: Int,
    to end: Int,
    target: Int,
    _ isCut: (Int) -> Bool
  ) -> Int? where Keys.Index == Int {
    // A key that fills a shard by itself gets one.
    if end - start > 1, keys[end - 1].size * 2 >= target, isCut(end - 1) { return end - 1 }
    var best: Int?
    var leastShared = Int.max
    var cut = end
    var behind = 0
    while cut > start, behind < target / 2 {
      let common = shared(keys[cut - 1].key, keys[cut].key)
      if common < leastShared, isCut(cut) { (best, leastShared) = (cut, common) }
      cut -= 1
      behind += keys[cut].size
    }
    return best
  }

  private static func shared(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        let limit = min(left.count, right.count)
        var count = 0
        while count < limit, left[count] == right[count] { count += 1 }
        return count
      }
    }
  }

  private static func separator(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> [UInt8] {
    var length = min(right.count, shared(left, right) + 1)
    // Whole characters only: the separator becomes text.
    while length < right.count, right[right.startIndex + length] & 0xC0 == 0x80 { length += 1 }
    return Array(right.prefix(length))
  }
}
