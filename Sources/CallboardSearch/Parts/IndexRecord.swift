import Glibc

/// Hashes bytes; the same function for all that is compared.
package typealias IndexDigest = @Sendable (UnsafeRawBufferPointer) -> SIMD2<UInt64>

/// The words of one record as an index takes them: encoded, so that only those are read which something is made of.
package struct IndexRecord: Sendable {
  /// What the documents of an index are ordered by.
  package let url: String
  /// What an index asks of a record before it asks for its words; to be kept with its URL, see ``init(url:figures:fetch:)``.
  package let figures: Figures
  private let words: Words

  var lengths: RecordTokens.Lengths { figures.lengths }
  /// As ``RecordTokens/textHash``.
  var textHash: UInt64 { figures.textHash }
  /// Of ``encoded``.
  package var digest: SIMD2<UInt64> { figures.digest }

  /// Where the words are.
  private enum Words: Sendable {
    case held([UInt8])
    case kept(@Sendable () -> [UInt8])
  }

  /// As ``RecordTokens/encoded()`` gives them. Words that are kept elsewhere are fetched each time.
  package var encoded: [UInt8] {
    switch words {
    case .held(let bytes): bytes
    case .kept(let fetch): fetch()
    }
  }

  /// Whether the record stands before another.
  func precedes(_ other: IndexRecord) -> Bool { Self.precedes(url, other.url) }

  /// Whether the record of one URL stands before that of another, in the order of their bytes.
  package static func precedes(_ url: String, _ other: String) -> Bool {
    let order = url.utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right -> Bool in
        guard let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (order ?? nil) ?? url.utf8.lexicographicallyPrecedes(other.utf8)
  }

  package init(_ tokens: RecordTokens, digest: IndexDigest) {
    url = tokens.document.url
    let encoded = tokens.encoded()
    words = .held(encoded)
    figures = Figures(
      lengths: tokens.lengths,
      textHash: tokens.textHash,
      digest: encoded.withUnsafeBytes { digest($0) }
    )
  }

  /// Takes what ``RecordTokens/encoded()`` gave; nil for bytes that end before the words. The caller has checked that
  /// nobody has changed them.
  package init?(encoded: [UInt8], digest: IndexDigest) {
    let head = encoded.withUnsafeBufferPointer { buffer in
      var reader = NumberReader(bytes: buffer, offset: 0)
      return reader.head()
    }
    guard let head else { return nil }
    url = head.url
    words = .held(encoded)
    figures = Figures(
      lengths: head.lengths,
      textHash: head.textHash,
      digest: encoded.withUnsafeBytes { digest($0) }
    )
  }

  /// The numbers of a record, packed: every page of a site has them in memory.
  package struct Figures: Equatable, Sendable {
    private let titleLength: UInt32
    private let headingLength: UInt32
    private let metadataLength: UInt32
    private let bodyLength: UInt32
    /// As ``RecordTokens/textHash``.
    let textHash: UInt64
    private let digestHigh: UInt64
    private let digestLow: UInt64

    var lengths: RecordTokens.Lengths {
      RecordTokens.Lengths(
        title: Int(titleLength),
        heading: Int(headingLength),
        metadata: Int(metadataLength),
        body: Int(bodyLength)
      )
    }

    /// Of the words, encoded.
    var digest: SIMD2<UInt64> { SIMD2(digestHigh, digestLow) }

    /// In the order of ``init(numbers:)``.
    package var numbers: [UInt64] {
      [titleLength, headingLength, metadataLength, bodyLength].map(UInt64.init)
        + [textHash, digestHigh, digestLow]
    }

    /// How many ``numbers`` there are.
    package static let count = 7

    /// Takes what ``numbers`` gave; nil for another count of them.
    package init?(numbers: [UInt64]) {
      guard numbers.count == Self.count else { return nil }
      func length(_ index: Int) -> Int { Int(truncatingIfNeeded: numbers[index]) }
      self.init(
        lengths: RecordTokens.Lengths(
          title: length(0),
          heading: length(1),
          metadata: length(2),
          body: length(3)
        ),
        textHash: numbers[4],
        digest: SIMD2(numbers[5], numbers[6])
      )
    }

    init(lengths: RecordTokens.Lengths, textHash: UInt64, digest: SIMD2<UInt64>) {
      // A page of four billion words is beyond every limit.
      titleLength = UInt32(clamping: lengths.title)
      headingLength = UInt32(clamping: lengths.heading)
      metadataLength = UInt32(clamping: lengths.metadata)
      bodyLength = UInt32(clamping: lengths.body)
      self.textHash = textHash
      (digestHigh, digestLow) = (digest.x, digest.y)
    }
  }

  /// A record whose words are fetched when something is made of them.
  ///
  /// - Parameters:
  ///   - figures: As ``figures`` gave them.
  ///   - fetch: Gives what ``encoded`` gave then; where it cannot, the caller has no use for the index.
  package init(url: String, figures: Figures, fetch: @escaping @Sendable () -> [UInt8]) {
    self.url = url
    self.figures = figures
    words = .kept(fetch)
  }
}

extension SearchRecord {
  /// The record of a page of docs of which an earlier index knows all but the text.
  ///
  /// - Parameters:
  ///   - encoded: The words of its earlier text, see ``IndexRecord/encoded``.
  ///   - summary: The description, of which those words have an excerpt only.
  /// - Returns: nil for other bytes.
  package init?(earlier encoded: [UInt8], summary: String, sections: [Section]) {
    guard let document = RecordTokens(encoded: encoded)?.document else { return nil }
    self.init(
      url: document.url,
      title: document.title,
      kind: document.kind,
      category: document.category
    )
    ref = document.ref
    owner = document.owner
    tags = document.tags
    lifecycle = document.lifecycle
    type = document.type
    system = document.system
    namespace = document.namespace
    parentTitle = document.parentTitle
    popularity = document.popularity
    audience = document.audience
    version = document.version
    locale = document.locale
    self.summary = summary
    self.sections = sections
  }
}

/// Keeps the parts of an index from one build to the next. From any thread.
///
/// What comes back is what was kept under the key, or nothing.
package protocol IndexStore: Sendable {
  func lookUp(_ key: SIMD2<UInt64>) -> [UInt8]?
  func keep(_ bytes: [UInt8], key: SIMD2<UInt64>)
  /// Some of the bytes that ``lookUp(_:)`` has given, or that were kept, under a key; where they are lost meanwhile, nothing,
  /// and who asked has no use for the index.
  func slice(_ key: SIMD2<UInt64>, _ range: Range<Int>) -> [UInt8]
}
