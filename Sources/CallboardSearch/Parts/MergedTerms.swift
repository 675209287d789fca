/// The terms of all parts of an index, with the number that each part's terms have among them.
struct MergedTerms: Sendable {
  let terms: TermList
  /// For each part, ascending.
  let numbers: [[UInt32]]

  /// Takes what was kept of lists with the same terms, or merges them.
  ///
  /// - Parameter store: See ``IndexStore``; nil to merge.
  init(of lists: [TermList], digest: IndexDigest, store: (any IndexStore)?) {
    guard let store else {
      (terms, numbers) = TermList.merged(lists)
      return
    }
    let parts = lists.flatMap { list in
      [list.bytes.withUnsafeBytes { digest($0) }, list.ends.withUnsafeBytes { digest($0) }]
    }
    let key = parts.withUnsafeBytes { digest($0) }
    if let kept = store.lookUp(key).flatMap({ MergedTerms(encoded: $0, of: lists) }) {
      self = kept
      return
    }
    (terms, numbers) = TermList.merged(lists)
    store.keep(encoded(), key: key)
  }

  private func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    let count = numbers.reduce(terms.ends.count) { $0 + $1.count }
    // A number of values before each list takes at most 10 bytes.
    bytes.reserveCapacity(terms.bytes.count + count * 4 + (numbers.count + 2) * 10)
    bytes.appendPlain(terms.bytes)
    bytes.appendPlain(terms.ends)
    for numbers in numbers { bytes.appendPlain(numbers) }
    return bytes
  }

  private init?(encoded bytes: [UInt8], of lists: [TermList]) {
    let read: (TermList, [[UInt32]])? = bytes.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      guard let text = reader.plain(UInt8.self), let ends = reader.plain(UInt32.self),
        let terms = TermList(bytes: text, ends: ends)
      else { return nil }
      var numbers: [[UInt32]] = []
      for list in lists {
        guard let read = reader.plain(UInt32.self), read.count == list.count,
          zip(read, read.dropFirst()).allSatisfy({ $0 < $1 }),
          read.last.map({ Int($0) < terms.count }) ?? true
        else { return nil }
        numbers.append(read)
      }
      return reader.offset == buffer.count ? (terms, numbers) : nil
    }
    guard let read else { return nil }
    (terms, numbers) = read
  }
}
