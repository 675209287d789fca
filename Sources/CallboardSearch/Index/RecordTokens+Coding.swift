extension RecordTokens {
  /// Numbers and lengths in LEB128, for a cache; first what ``IndexRecord`` reads.
  package func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(terms.count + 512)
    for count in [lengths.title, lengths.heading, lengths.metadata, lengths.body] {
      bytes.appendNumber(count)
    }
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: textHash >> UInt64(shift)))
    }
    bytes.append(document)
    bytes.appendNumber(termCount)
    bytes.appendNumber(sectionShift)
    // Never 0, which is what a reader finds past the end.
    bytes.appendNumber(terms.count + 1)
    bytes += terms
    return bytes
  }

  /// Reads what ``encoded()`` wrote; nil for bytes that end early or go on. The caller has checked that nobody has
  /// changed them.
  package init?(encoded bytes: [UInt8]) {
    let read: RecordTokens? = bytes.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      guard let (lengths, textHash) = reader.figures(), let document = reader.document() else {
        return nil
      }
      let (termCount, sectionShift) = (reader.next(), reader.next())
      guard let terms = reader.slice(reader.next() - 1), reader.offset == buffer.count else {
        return nil
      }
      return RecordTokens(
        document: document,
        lengths: lengths,
        terms: Array(terms),
        termCount: termCount,
        textHash: textHash,
        sectionShift: sectionShift
      )
    }
    guard let read else { return nil }
    self = read
  }
}

extension [UInt8] {
  fileprivate mutating func append(_ document: SearchDocument) {
    for text in [
      document.url, document.title, document.kind, document.category.rawValue,
      document.parentTitle, document.excerpt, document.ref, document.owner, document.lifecycle,
      document.type, document.system, document.namespace, document.locale,
    ] { append(text) }
    for text in [document.audience, document.version] {
      append(text == nil ? 0 : 1)
      if let text { append(text) }
    }
    appendNumber(document.tags.count)
    for tag in document.tags { append(tag) }
    appendNumber(Swift.max(0, document.popularity))
    appendNumber(document.textStarts.count)
    for start in document.textStarts { appendNumber(start) }
    appendNumber(document.sections.count)
    for section in document.sections {
      append(section.heading)
      append(section.fragment)
    }
  }

  mutating func append(_ text: String) {
    appendNumber(text.utf8.count)
    append(contentsOf: text.utf8)
  }
}

extension NumberReader {
  /// What an encoded record begins with; nil when the bytes end before.
  mutating func head() -> (lengths: RecordTokens.Lengths, textHash: UInt64, url: String)? {
    guard let (lengths, textHash) = figures(), let url = text() else { return nil }
    return (lengths, textHash, url)
  }

  fileprivate mutating func figures() -> (RecordTokens.Lengths, textHash: UInt64)? {
    let lengths = RecordTokens.Lengths(
      title: next(),
      heading: next(),
      metadata: next(),
      body: next()
    )
    guard let hash = slice(8) else { return nil }
    return (lengths, hash.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  fileprivate mutating func document() -> SearchDocument? {
    guard let url = text(), let title = text(), let kind = text(),
      let category = text().flatMap(SearchRecord.Category.init), let parentTitle = text(),
      let excerpt = text(), let ref = text(), let owner = text(), let lifecycle = text(),
      let type = text(), let system = text(), let namespace = text(), let locale = text()
    else { return nil }
    var record = SearchRecord(url: url, title: title, kind: kind, category: category)
    record.parentTitle = parentTitle
    record.ref = ref
    record.owner = owner
    record.lifecycle = lifecycle
    record.type = type
    record.system = system
    record.namespace = namespace
    record.locale = locale
    for field in [\SearchRecord.audience, \SearchRecord.version] {
      guard next() == 1 else { continue }
      guard let text = text() else { return nil }
      record[keyPath: field] = text
    }
    guard let tags = texts() else { return nil }
    record.tags = tags
    record.popularity = next()
    var document = SearchDocument(record, excerptLength: 0)
    document.excerpt = excerpt
    document.textStarts = []
    for _ in 0..<min(next(), SearchDocument.maximumSections) { document.textStarts.append(next()) }
    document.sections = []
    for _ in 0..<next() {
      guard let heading = text(), let fragment = text() else { return nil }
      document.sections.append(SearchDocument.Section(heading: heading, fragment: fragment))
    }
    return document
  }

  private mutating func texts() -> [String]? {
    var texts: [String] = []
    for _ in 0..<next() {
      guard let text = text() else { return nil }
      texts.append(text)
    }
    return texts
  }

  mutating func text() -> String? {
    slice(next()).map { String(decoding: $0, as: UTF8.self) }
  }

  /// So many bytes; nil when there are fewer.
  mutating func slice(_ count: Int) -> Slice<UnsafeBufferPointer<UInt8>>? {
    guard count >= 0, count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }
}
