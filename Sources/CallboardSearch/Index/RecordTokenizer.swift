/// Turns records into `RecordTokens`, one after the other, with the memory of the one before.
package struct RecordTokenizer {
  /// What a record begins with.
  private let empty: TermCollector
  private var collector: TermCollector
  private var tokenizer = Tokenizer()
  private let excerptLength: Int

  private static let english = TermCollector(stopWords: StopWords.list(.english))

  /// For one thread at a time.
  package init(_ options: SearchOptions) {
    // Made once, since a page of few words would cost as much.
    empty =
      options.language == .english
      ? Self.english : TermCollector(stopWords: StopWords.list(options.language))
    collector = empty
    excerptLength = options.excerptLength
  }

  /// The words of one record, which depend on nothing else: safe to cache, and the same from any tokenizer of these options.
  ///
  /// - Complexity: linear in the bytes of the record.
  package mutating func tokenize(_ record: SearchRecord) -> RecordTokens {
    collector.reset(to: empty)
    let last = max(0, record.sections.count - 1)
    var shift = 0
    while last >> shift > 31 { shift += 1 }

    readNames(of: record)
    readMetadata(of: record)
    for (index, section) in record.sections.enumerated() {
      collector.section = UInt8(index >> shift)
      if !section.heading.isEmpty {
        readName(
          section.heading,
          field: NameField.firstHeading + index,
          place: .heading
        )
      }
      collector.place = .body
      collector.beginRun()
      section.text.withUnsafeBufferPointer { tokenizer.scan($0, into: &collector) }
    }

    let terms = collector.encodedTerms()
    return RecordTokens(
      document: SearchDocument(record, excerptLength: excerptLength),
      lengths: collector.lengths,
      terms: terms.bytes,
      termCount: terms.count,
      textHash: TextFiles.hash(of: record),
      sectionShift: shift
    )
  }

  private mutating func readNames(of record: SearchRecord) {
    let length = readName(record.title, field: NameField.title, place: .title)
    if !record.name.isEmpty, record.name != record.title {
      readName(record.name, field: NameField.name, place: .title)
    }
    for (index, alias) in record.aliases.prefix(NameField.maximumAliases).enumerated() {
      readName(alias, field: NameField.firstAlias + index, place: .title)
    }
    if !record.parentTitle.isEmpty {
      readName(
        record.parentTitle,
        field: NameField.trail,
        place: .metadata,
        furtherParts: length
      )
    }
  }

  private mutating func readMetadata(of record: SearchRecord) {
    collector.place = .metadata
    let values =
      [record.kind, record.owner, record.lifecycle, record.type, record.system] + record.tags
    for value in values where !value.isEmpty { read(value) }
    collector.place = .body
    read(record.summary)
  }

  private mutating func read(_ text: String) {
    collector.beginRun()
    var text = text
    text.withUTF8 { tokenizer.scan($0, into: &collector) }
  }

  /// The number of words of the name, stop words aside.
  @discardableResult
  private mutating func readName(
    _ text: String,
    field: Int,
    place: TermCollector.Place,
    furtherParts: Int = 0
  ) -> Int {
    collector.place = place
    collector.beginName()
    var text = text
    text.withUTF8 { tokenizer.scan($0, into: &collector) }
    return collector.endName(field: field, furtherParts: furtherParts)
  }
}
