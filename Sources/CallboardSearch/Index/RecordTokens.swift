/// The words of one record, ready for `SearchIndex.assemble`; about a third of its text in size.
package struct RecordTokens: Sendable {
  /// How many words each part of the record has.
  struct Lengths: Sendable {
    var title = 0
    var heading = 0
    var metadata = 0
    var body = 0
  }

  let document: SearchDocument
  let lengths: Lengths

  /// The distinct terms in order of first sight, each as
  ///
  ///     count bytes, bytes…
  ///     title, heading, metadata, body      how often it stands there
  ///     count sections, section…            0 to 31, ascending
  ///     count follows, follow…              see `Follow`, ascending
  ///     fine                                where there is one follow and it is a word
  ///     count names, (field, length, cover, lead)…
  ///
  /// Numbers are little-endian base 128, as in LEB128.
  let terms: [UInt8]
  let termCount: Int

  /// Of the text that is kept for excerpts.
  let textHash: UInt64

  /// The section numbers of the terms are those of the document shifted right by this.
  let sectionShift: Int

  /// The words without what results show.
  var words: RecordWords { RecordWords(terms: terms, termCount: termCount, lengths: lengths) }
}

/// The words of one record alone.
struct RecordWords: Sendable {
  /// As ``RecordTokens/terms``.
  let terms: [UInt8]
  let termCount: Int
  let lengths: RecordTokens.Lengths
}

/// What follows a word, in two hashes of 5 bits: what phrases are checked with.
struct Follow {
  /// Nothing follows in this section.
  static let none: UInt8 = 30
  /// More different words follow than are listed.
  static let many: UInt8 = 31
  /// A term that lists more says `many`.
  static let maximumListed = 5

  /// Of the next word that is no stop word, 0 to 29.
  let coarse: UInt8
  /// Of the next word of any kind, 0 to 31; kept where a document has one coarse value only.
  let fine: UInt8

  /// Whether one word alone follows, by the bits of all `coarse` values: then `fine` says more about it.
  static func isOneWord(_ follows: UInt32) -> Bool {
    follows.nonzeroBitCount == 1 && follows.trailingZeroBitCount < Int(none)
  }

  /// Both hashes of one folded word, from its 32-bit FNV-1a.
  init(_ token: UnsafeBufferPointer<UInt8>) {
    var state: UInt32 = 0x811C_9DC5
    for byte in token { state = (state ^ UInt32(byte)) &* 0x0100_0193 }
    coarse = UInt8(((state ^ (state >> 16)) & 0xFFFF) % UInt32(Self.none))
    fine = UInt8((state &* 0x9E37_79B1) >> 27)
  }
}

/// The places where a word counts as part of a name.
enum NameField {
  static let title = 0
  static let name = 1
  /// The aliases are 2 to 6.
  static let firstAlias = 2
  static let maximumAliases = 5
  /// The parent's title followed by the page's own; lists the parent's words only.
  static let trail = 7
  /// The heading of section 0; the others follow.
  static let firstHeading = 8
}

extension [UInt8] {
  /// Appends a number from 0 on in LEB128.
  mutating func appendNumber(_ value: Int) {
    if (0..<0x80).contains(value) {
      append(UInt8(truncatingIfNeeded: value))
      return
    }
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

/// Reads what `appendNumber` wrote.
struct NumberReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int

  /// 0 past the end.
  mutating func next() -> Int {
    // Nearly all numbers are one byte.
    if offset < bytes.count, bytes[offset] < 0x80 {
      offset += 1
      return Int(bytes[offset - 1])
    }
    var value = 0
    var shift = 0
    while offset < bytes.count, shift < 63 {
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}
