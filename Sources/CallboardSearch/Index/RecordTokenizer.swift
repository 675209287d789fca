/// Turns one record into `RecordTokens`.
struct RecordTokenizer {
  /// What a record begins with.
  private let empty: TermCollector
  private var tokenizer = Tokenizer()

  private static let english = TermCollector(stopWords: StopWords.list(.english))

  init(language: SearchOptions.Language) {
    // Made once, since a page of few words would cost as much.
    empty =
      language == .english ? Self.english : TermCollector(stopWords: StopWords.list(language))
  }

  mutating func tokenize(_ record: SearchRecord, excerptLength: Int) -> RecordTokens {
    var collector = empty
    let last = max(0, record.sections.count - 1)
    var shift = 0
    while last >> shift > 31 { shift += 1 }

    readNames(of: record, into: &collector)
    readMetadata(of: record, into: &collector)
    for (index, section) in record.sections.enumerated() {
      collector.section = UInt8(index >> shift)
      if !section.heading.isEmpty {
        readName(
          section.heading,
          field: NameField.firstHeading + index,
          place: .heading,
          into: &collector
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

  private mutating func readNames(of record: SearchRecord, into collector: inout TermCollector) {
    let length = readName(record.title, field: NameField.title, place: .title, into: &collector)
    if !record.name.isEmpty, record.name != record.title {
      readName(record.name, field: NameField.name, place: .title, into: &collector)
    }
    for (index, alias) in record.aliases.prefix(NameField.maximumAliases).enumerated() {
      readName(alias, field: NameField.firstAlias + index, place: .title, into: &collector)
    }
    if !record.parentTitle.isEmpty {
      readName(
        record.parentTitle,
        field: NameField.trail,
        place: .metadata,
        furtherParts: length,
        into: &collector
      )
    }
  }

  private mutating func readMetadata(of record: SearchRecord, into collector: inout TermCollector) {
    collector.place = .metadata
    let values =
      [record.kind, record.owner, record.lifecycle, record.type, record.system] + record.tags
    for value in values where !value.isEmpty { read(value, into: &collector) }
    collector.place = .body
    read(record.summary, into: &collector)
  }

  private mutating func read(_ text: String, into collector: inout TermCollector) {
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
    furtherParts: Int = 0,
    into collector: inout TermCollector
  ) -> Int {
    collector.place = place
    collector.beginName()
    var text = text
    text.withUTF8 { tokenizer.scan($0, into: &collector) }
    return collector.endName(field: field, furtherParts: furtherParts)
  }
}
