import CallboardSearch

/// What a build leaves for the next one, should nothing have changed by then but the texts of some pages of docs.
///
/// A file of its own beside the record, because a build that has nothing to do never reads it.
struct KeptTexts: Sendable {
  /// A page of docs whose text nothing shows but its own page.
  struct Page: Sendable {
    /// Of its file, see ``KeptTexts/hash(of:)``.
    var source: ContentHash
    /// Of where it stands.
    var address: ContentHash
    /// The key of its body among rendered pages.
    var body: ContentHash
    /// What other pages can show of it.
    var facts: SiteFacts.PageFacts
  }

  /// What search knows of one page of the site.
  struct Record: Sendable {
    /// Where its words are.
    enum Words: Sendable {
      /// Under this key among composed pages.
      case composed(ContentHash)
      case held([UInt8])
    }

    var url: String
    var figures: IndexRecord.Figures
    var words: Words
  }

  var pages: [Page] = []
  /// In the order of the index.
  var records: [Record] = []
  /// What a revision of the index begins with.
  var outline: [UInt8] = []

  init(pages: [Page] = [], records: [Record] = [], outline: [UInt8] = []) {
    self.pages = pages
    self.records = records
    self.outline = outline
  }

  private static let magic: [UInt8] = Array("calltext".utf8)
  private static let format: UInt32 = 2

  /// - Parameter output: The output folder as the build left it.
  func encoded(of output: OutputIdentity) -> [UInt8] {
    var bytes = Self.magic
    bytes.reserveCapacity(64 + pages.count * 80 + records.count * 192 + outline.count)
    bytes.appendLittleEndian(Self.format)
    bytes.appendLittleEndian(output.inode)
    bytes.append(output.manifest)
    bytes.appendLittleEndian(UInt32(truncatingIfNeeded: pages.count))
    for page in pages {
      for hash in [page.source, page.address, page.body, page.facts.title, page.facts.anchors] {
        bytes.append(hash)
      }
    }
    bytes.appendLittleEndian(UInt32(truncatingIfNeeded: records.count))
    for record in records {
      bytes.appendLittleEndian(UInt32(truncatingIfNeeded: record.url.utf8.count))
      bytes.append(contentsOf: record.url.utf8)
      for figure in record.figures.numbers { bytes.appendLittleEndian(figure) }
      switch record.words {
      case .composed(let key):
        bytes.append(0)
        bytes.append(key)
      case .held(let words):
        bytes.append(1)
        bytes.appendLittleEndian(UInt32(truncatingIfNeeded: words.count))
        bytes += words
      }
    }
    bytes.appendLittleEndian(UInt32(truncatingIfNeeded: outline.count))
    bytes += outline
    bytes.append(ContentHash(of: bytes))
    return bytes
  }

  /// nil for bytes that are damaged, of another format or of another folder.
  init?(_ bytes: [UInt8], of output: OutputIdentity) {
    guard bytes.withoutChecksum != nil else { return nil }
    var reader = ByteFieldReader(bytes)
    guard reader.slice(Self.magic.count)?.elementsEqual(Self.magic) == true,
      reader.integer(UInt32.self) == Self.format,
      reader.integer(UInt64.self) == output.inode,
      reader.hash() == output.manifest,
      let pageCount = reader.integer(UInt32.self)
    else { return nil }
    pages.reserveCapacity(min(Int(pageCount), bytes.count))
    for _ in 0..<pageCount {
      guard let page = reader.keptPage() else { return nil }
      pages.append(page)
    }
    guard let recordCount = reader.integer(UInt32.self) else { return nil }
    for _ in 0..<recordCount {
      guard let record = reader.keptRecord() else { return nil }
      records.append(record)
    }
    guard let outline = reader.integer(UInt32.self).flatMap({ reader.slice(Int($0)) }) else {
      return nil
    }
    self.outline = Array(outline)
  }
}

extension ByteFieldReader {
  fileprivate mutating func keptPage() -> KeptTexts.Page? {
    guard let source = hash(), let address = hash(), let body = hash(), let title = hash(),
      let anchors = hash()
    else { return nil }
    return KeptTexts.Page(
      source: source,
      address: address,
      body: body,
      facts: SiteFacts.PageFacts(title: title, anchors: anchors)
    )
  }

  fileprivate mutating func keptRecord() -> KeptTexts.Record? {
    guard let url = integer(UInt32.self).flatMap({ slice(Int($0)) }) else { return nil }
    var numbers: [UInt64] = []
    for _ in 0..<IndexRecord.Figures.count {
      guard let number = integer(UInt64.self) else { return nil }
      numbers.append(number)
    }
    guard let figures = IndexRecord.Figures(numbers: numbers) else { return nil }
    let words: KeptTexts.Record.Words
    switch integer(UInt8.self) {
    case 0:
      guard let key = hash() else { return nil }
      words = .composed(key)
    case 1:
      guard let held = integer(UInt32.self).flatMap({ slice(Int($0)) }) else { return nil }
      words = .held(Array(held))
    default: return nil
    }
    return KeptTexts.Record(
      url: String(decoding: url, as: UTF8.self),
      figures: figures,
      words: words
    )
  }
}
