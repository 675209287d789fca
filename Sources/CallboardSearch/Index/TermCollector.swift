/// Gathers the occurrences of terms in one record.
struct TermCollector: TokenSink {
  /// The parts of a record that ranking weighs differently.
  enum Place: Int {
    case title
    case heading
    case metadata
    case body
  }

  private struct Occurrence {
    var term: UInt32
    var place: UInt8
    var section: UInt8
    var follow: UInt8
    var fine: UInt8
  }

  private struct Name {
    var term: UInt32
    var field: Int
    /// Words of the whole name.
    var length: Int
    /// How many of them this term stands for.
    var cover: Int
    /// See `StopWords.lead(_:)`.
    var lead: UInt8
  }

  /// A token of a name, held back until it is known whether the name has more than stop words.
  private struct HeldToken {
    var term: Int
    /// 0 for a part; else the parts of a compound.
    var parts: Int
    /// `nil` for a compound.
    var follow: Follow?
  }

  var place = Place.body
  var section: UInt8 = 0
  private(set) var lengths = RecordTokens.Lengths()

  /// Stop words first, so that a number below `stopCount` is one.
  private var table: TermTable
  private let stopCount: Int
  private var occurrences: [Occurrence] = []
  private var names: [Name] = []
  private var held: [HeldToken] = []
  private var isName = false
  /// The occurrences from here on wait for the next word that is no stop word.
  private var waiting = 0
  /// The occurrences from here on wait for the next word of any kind.
  private var waitingForAny = 0

  init(stopWords: TermTable) {
    table = stopWords
    stopCount = stopWords.count
  }

  /// Words on both sides of this call do not follow each other.
  mutating func beginRun() {
    isName = false
    waiting = occurrences.count
    waitingForAny = occurrences.count
  }

  mutating func beginName() {
    beginRun()
    isName = true
    held.removeAll(keepingCapacity: true)
  }

  mutating func part(_ token: UnsafeBufferPointer<UInt8>) {
    let term = table.number(of: token)
    if isName {
      held.append(HeldToken(term: term, parts: 0, follow: Follow(token)))
    } else {
      appendPart(term, Follow(token), isKept: term >= stopCount)
    }
  }

  mutating func whole(_ token: UnsafeBufferPointer<UInt8>, parts: Int) {
    let term = table.number(of: token)
    if isName {
      held.append(HeldToken(term: term, parts: parts, follow: nil))
    } else {
      append(term)
    }
  }

  /// Takes the held tokens as a name; the number of its words.
  mutating func endName(field: Int, furtherParts: Int) -> Int {
    let words = held.filter { $0.parts == 0 }
    let keepsAll = words.allSatisfy { $0.term < stopCount }
    let length = keepsAll ? words.count : words.count { $0.term >= stopCount }
    guard length > 0 else { return 0 }

    // The leads of the words so far that are kept, nil for others: to tell what a compound stands for.
    var leads: [UInt8?] = []
    var lead = StopWords.noLead
    for token in held {
      var cover = 1
      var leadOfToken = lead
      if let follow = token.follow {
        let isKept = keepsAll || token.term >= stopCount
        leads.append(isKept ? lead : nil)
        lead = isKept ? StopWords.noLead : StopWords.lead(token.term)
        appendPart(token.term, follow, isKept: isKept)
        guard isKept else { continue }
      } else {
        let own = leads.suffix(token.parts).compactMap { $0 }
        guard let first = own.first else { continue }
        cover = own.count
        leadOfToken = first
        append(token.term)
      }
      names.append(
        Name(
          term: UInt32(truncatingIfNeeded: token.term),
          field: field,
          length: length + furtherParts,
          cover: cover,
          lead: leadOfToken
        )
      )
    }
    return length
  }

  private mutating func appendPart(_ term: Int, _ follow: Follow, isKept: Bool) {
    for index in waitingForAny..<occurrences.count { occurrences[index].fine = follow.fine }
    waitingForAny = occurrences.count
    guard isKept else { return }
    for index in waiting..<occurrences.count { occurrences[index].follow = follow.coarse }
    waiting = occurrences.count
    append(term)
    switch place {
    case .title: lengths.title += 1
    case .heading: lengths.heading += 1
    case .metadata: lengths.metadata += 1
    case .body: lengths.body += 1
    }
  }

  private mutating func append(_ term: Int) {
    occurrences.append(
      Occurrence(
        term: UInt32(truncatingIfNeeded: term),
        place: UInt8(place.rawValue),
        section: section,
        follow: Follow.none,
        fine: 0
      )
    )
  }
}

extension TermCollector {
  /// What the occurrences of one term come to.
  private struct Figures {
    /// By `Place`.
    var frequencies: SIMD4<UInt32> = .zero
    /// A bit for each section.
    var sections: UInt32 = 0
    /// A bit for each `Follow.coarse`.
    var follows: UInt32 = 0
    var fine: UInt8 = 0

    mutating func add(_ occurrence: Occurrence) {
      frequencies[Int(occurrence.place)] += 1
      sections |= 1 &<< UInt32(occurrence.section)
      follows |= 1 &<< UInt32(occurrence.follow)
      if occurrence.follow != Follow.none { fine = occurrence.fine }
    }
  }

  /// The terms in the encoding of `RecordTokens.terms`.
  func encodedTerms() -> (bytes: [UInt8], count: Int) {
    var figures = Array(repeating: Figures(), count: table.count)
    for occurrence in occurrences { figures[Int(occurrence.term)].add(occurrence) }
    let names = names.enumerated().sorted {
      ($0.element.term, $0.offset) < ($1.element.term, $1.offset)
    }
    var nextName = 0
    var output: [UInt8] = []
    output.reserveCapacity(table.bytes.count * 2)
    var count = 0
    for term in 0..<table.count where figures[term].sections != 0 {
      count += 1
      let range = table.range(term)
      output.appendNumber(range.count)
      // Without a slice, which would retain the bytes of all terms for each.
      table.bytes.withUnsafeBufferPointer { bytes in
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
      }
      Self.append(figures[term], to: &output)
      let firstName = nextName
      while nextName < names.count, names[nextName].element.term == term { nextName += 1 }
      output.appendNumber(nextName - firstName)
      for (_, name) in names[firstName..<nextName] {
        output.appendNumber(name.field)
        output.appendNumber(name.length)
        output.appendNumber(name.cover)
        output.append(name.lead)
      }
    }
    // All pages' terms are kept until the index is made, so without the room that is left over.
    return (output.withUnsafeBufferPointer { Array($0) }, count)
  }

  private static func append(_ figures: Figures, to output: inout [UInt8]) {
    for place in 0..<4 { output.appendNumber(Int(figures.frequencies[place])) }
    append(bits: figures.sections, to: &output)
    var follows = figures.follows
    if follows.nonzeroBitCount > 1 { follows &= ~(1 << UInt32(Follow.none)) }
    if follows.nonzeroBitCount > Follow.maximumListed { follows = 1 << UInt32(Follow.many) }
    append(bits: follows, to: &output)
    if Follow.isOneWord(follows) { output.append(figures.fine) }
  }

  private static func append(bits: UInt32, to output: inout [UInt8]) {
    output.append(UInt8(truncatingIfNeeded: bits.nonzeroBitCount))
    var rest = bits
    while rest != 0 {
      output.append(UInt8(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }
}
