extension IndexPart {
  /// In the order of the fields, but for the postings, which are the end of it. Arrays of plain values are as they lie in memory, lowest byte first.
  func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(
      postings.terms.bytes.count + postings.terms.count * 12 + postings.postings.values.count * 12
        + postings.names.values.count * 12 + documentFiles.reduce(1 << 16) { $0 + $1.count }
    )
    bytes.appendPlain(popularityLevels)
    filters.append(to: &bytes)
    bytes.appendNumber(documentFiles.count)
    for file in documentFiles { bytes.appendPlain(file) }
    bytes.appendPlain(postings.terms.bytes)
    bytes.appendPlain(postings.terms.ends)
    bytes.append(postings.names)
    bytes.append(postings.postings)
    return bytes
  }

  /// Reads what ``encoded()`` wrote of so many documents; nil for other bytes. The caller has checked that nobody has
  /// changed them.
  init?(encoded bytes: [UInt8], documentCount: Int) {
    let read: IndexPart? = bytes.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      guard let levels = reader.plain(UInt8.self), levels.count == documentCount,
        let filters = FilterLists(&reader, documentCount: documentCount)
      else { return nil }
      var files: [[UInt8]] = []
      for _ in 0..<reader.next() {
        guard let file = reader.plain(UInt8.self) else { return nil }
        files.append(file)
      }
      guard let termBytes = reader.plain(UInt8.self), let ends = reader.plain(UInt32.self),
        let terms = TermList(bytes: termBytes, ends: ends),
        let names = reader.groups(of: PostingTable.Name.self, count: terms.count),
        let postings = reader.groups(of: PartialPostings.Entry.self, count: terms.count),
        reader.offset == buffer.count,
        postings.values.allSatisfy({ $0.document < documentCount }),
        names.values.allSatisfy({ $0.document < documentCount })
      else { return nil }
      return IndexPart(
        postings: PartialPostings(terms: terms, postings: postings, names: names),
        popularityLevels: levels,
        filters: filters,
        documentFiles: files
      )
    }
    guard let read else { return nil }
    self = read
  }
}

extension [UInt8] {
  /// Appends a count and values as they lie in memory; their type must have no padding.
  mutating func appendPlain<Value: BitwiseCopyable>(_ values: [Value]) {
    appendNumber(values.count)
    values.withUnsafeBytes { append(contentsOf: $0) }
  }

  fileprivate mutating func append<Value: BitwiseCopyable & Sendable>(_ groups: Groups<Value>) {
    appendPlain(groups.starts)
    appendPlain(groups.values)
  }
}

extension NumberReader {
  /// What `appendPlain` wrote; nil when there are fewer bytes.
  mutating func plain<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value]? {
    let count = next()
    let size = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard !size.overflow, let bytes = slice(size.partialValue) else { return nil }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer)
        .copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes)))
      initialized = count
    }
  }

  fileprivate mutating func groups<Value: BitwiseCopyable & Sendable>(
    of type: Value.Type,
    count: Int
  ) -> Groups<Value>? {
    guard let starts = plain(UInt32.self), let values = plain(Value.self),
      starts.count == count + 1
    else { return nil }
    return Groups(values: values, starts: starts)
  }
}
