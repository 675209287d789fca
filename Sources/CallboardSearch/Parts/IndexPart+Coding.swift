extension IndexPart {
  /// Where ``encoded()`` has what need not be in memory, counted from its beginning.
  struct Places: Sendable {
    /// Of the postings' values, one after the other.
    var postings: Range<Int>
    /// Of each of ``documentFiles``.
    var documentFiles: [Range<Int>]

    /// - Parameter size: Of the encoded part: both are the end of it.
    fileprivate init(of part: IndexPart, size: Int) {
      var end = size - part.documentFiles.reduce(0) { $0 + $1.count }
      let count = part.postings.postings.values.count * MemoryLayout<PartialPostings.Entry>.stride
      postings = end - count..<end
      documentFiles = part.documentFiles.map { file in
        defer { end += file.count }
        return end..<end + file.count
      }
    }
  }

  /// In the order of the fields, but for the values of postings and the files, which are the end of it. Arrays of plain values
  /// are as they lie in memory, lowest byte first.
  func encoded() -> (bytes: [UInt8], places: Places) {
    var bytes: [UInt8] = []
    bytes.appendPlain(popularityLevels)
    filters.append(to: &bytes)
    // Lists of some megabytes each: an array that grows would take as much again.
    bytes.reserveCapacity(
      bytes.count + postings.terms.bytes.count + postings.terms.count * 12
        + postings.names.values.count * MemoryLayout<PostingTable.Name>.stride
        + postings.postings.values.count * MemoryLayout<PartialPostings.Entry>.stride
        + documentFiles.reduce(1 << 8) { $0 + $1.count + 4 }
    )
    bytes.appendPlain(postings.terms.bytes)
    bytes.appendPlain(postings.terms.ends)
    bytes.appendPlain(postings.names.starts)
    bytes.appendPlain(postings.names.values)
    bytes.appendPlain(postings.postings.starts)
    bytes.appendPlain(documentFiles.map { UInt32(truncatingIfNeeded: $0.count) })
    postings.postings.values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    for file in documentFiles { bytes.append(contentsOf: file) }
    return (bytes, Places(of: self, size: bytes.count))
  }

  /// Reads what ``encoded()`` wrote of so many documents; nil for other bytes. The caller has checked that nobody has
  /// changed them.
  static func decode(
    _ bytes: [UInt8],
    documentCount: Int
  ) -> (part: IndexPart, places: Places)? {
    let read: IndexPart? = bytes.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      guard let levels = reader.plain(UInt8.self), levels.count == documentCount,
        let filters = FilterLists(&reader, documentCount: documentCount),
        let termBytes = reader.plain(UInt8.self), let ends = reader.plain(UInt32.self),
        let terms = TermList(bytes: termBytes, ends: ends),
        let nameStarts = reader.plain(UInt32.self), nameStarts.count == terms.count + 1,
        let nameValues = reader.plain(PostingTable.Name.self),
        let names = Groups(values: nameValues, starts: nameStarts),
        let starts = reader.plain(UInt32.self), starts.count == terms.count + 1,
        let sizes = reader.plain(UInt32.self),
        let values = reader.plain(PartialPostings.Entry.self, count: Int(starts[terms.count])),
        let postings = Groups(values: values, starts: starts)
      else { return nil }
      var files: [[UInt8]] = []
      files.reserveCapacity(sizes.count)
      for size in sizes {
        guard let file = reader.plain(UInt8.self, count: Int(size)) else { return nil }
        files.append(file)
      }
      guard reader.offset == buffer.count,
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
    return read.map { ($0, Places(of: $0, size: bytes.count)) }
  }
}

extension [UInt8] {
  /// Appends a count and values as they lie in memory; their type must have no padding.
  mutating func appendPlain<Value: BitwiseCopyable>(_ values: [Value]) {
    appendNumber(values.count)
    values.withUnsafeBytes { append(contentsOf: $0) }
  }
}

extension NumberReader {
  /// What `appendPlain` wrote; nil when there are fewer bytes.
  mutating func plain<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value]? {
    plain(type, count: next())
  }

  /// So many values as they lie in memory; nil when there are fewer bytes.
  fileprivate mutating func plain<Value: BitwiseCopyable>(
    _ type: Value.Type,
    count: Int
  ) -> [Value]? {
    let size = count.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    guard !size.overflow, let bytes = slice(size.partialValue) else { return nil }
    return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer)
        .copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes)))
      initialized = count
    }
  }
}
