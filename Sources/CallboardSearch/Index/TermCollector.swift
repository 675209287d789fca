/// Gathers the occurrences of terms in one record.
struct TermCollector: TokenSink {
  /// The parts of a record that ranking weighs differently.
  enum Place: UInt8 {
    case title
    case heading
    case metadata
    case body
  }

  private struct Occurrence {
    var term: UInt32
    var place: Place
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

    /// The most bytes that ``write(to:)`` writes.
    static let encodedLimit = 3 * TokenWriter.numberLimit + 1

    func write(to output: inout TokenWriter) {
      output.append(number: field)
      output.append(number: length)
      output.append(number: cover)
      output.append(lead)
    }
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
  private var table = TermTable()
  private let stopCount: Int
  /// By the number of the term: most words of a text stand there more than once.
  private var followOfTerm: [Follow] = []
  private var occurrences: [Occurrence] = []
  private var names: [Name] = []
  private var held: [HeldToken] = []
  private var isName = false
  /// The occurrences from here on wait for the next word that is no stop word.
  private var waiting = 0
  /// The occurrences from here on wait for the next word of any kind.
  private var waitingForAny = 0

  /// Knows the stop words and has gathered nothing.
  init(stopWords: [String]) {
    stopCount = stopWords.count
    for word in stopWords {
      var word = word
      word.withUTF8 { _ = number(of: $0) }
    }
  }

  /// As another collector is, with the memory that this one has.
  ///
  /// - Parameter start: What this one began as.
  mutating func reset(to start: TermCollector) {
    table.reset(to: start.table)
    followOfTerm.removeLast(followOfTerm.count - start.followOfTerm.count)
    occurrences.removeAll(keepingCapacity: true)
    names.removeAll(keepingCapacity: true)
    held.removeAll(keepingCapacity: true)
    (place, section, lengths) = (start.place, start.section, start.lengths)
    (isName, waiting, waitingForAny) = (start.isName, start.waiting, start.waitingForAny)
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
    let term = number(of: token)
    if isName {
      held.append(HeldToken(term: term, parts: 0, follow: followOfTerm[term]))
    } else {
      appendPart(term, followOfTerm[term], isKept: term >= stopCount)
    }
  }

  mutating func whole(_ token: UnsafeBufferPointer<UInt8>, parts: Int) {
    let term = number(of: token)
    if isName {
      held.append(HeldToken(term: term, parts: parts, follow: nil))
    } else {
      append(term)
    }
  }

  private mutating func number(of token: UnsafeBufferPointer<UInt8>) -> Int {
    let term = table.number(of: token)
    if term == followOfTerm.count { followOfTerm.append(Follow(token)) }
    return term
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
        place: place,
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
    /// How often it stands in each `Place`.
    var title: UInt32 = 0
    var heading: UInt32 = 0
    var metadata: UInt32 = 0
    var body: UInt32 = 0
    /// A bit for each section.
    var sections: UInt32 = 0
    /// A bit for each `Follow.coarse`.
    var follows: UInt32 = 0
    var fine: UInt8 = 0

    mutating func add(_ occurrence: Occurrence) {
      switch occurrence.place {
      case .title: title += 1
      case .heading: heading += 1
      case .metadata: metadata += 1
      case .body: body += 1
      }
      sections |= 1 &<< UInt32(occurrence.section)
      follows |= 1 &<< UInt32(occurrence.follow)
      if occurrence.follow != Follow.none { fine = occurrence.fine }
    }

    /// The most bytes that ``write(to:)`` writes: the four frequencies, both lists, and what follows.
    static let encodedLimit = 4 * TokenWriter.numberLimit + 2 * TokenWriter.bitsLimit + 1

    func write(to output: inout TokenWriter) {
      output.append(number: Int(title))
      output.append(number: Int(heading))
      output.append(number: Int(metadata))
      output.append(number: Int(body))
      output.append(bits: sections)
      var follows = follows
      if follows.nonzeroBitCount > 1 { follows &= ~(1 << UInt32(Follow.none)) }
      if follows.nonzeroBitCount > Follow.maximumListed { follows = 1 << UInt32(Follow.many) }
      output.append(bits: follows)
      if Follow.isOneWord(follows) { output.append(fine) }
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
    var count = 0
    let limitOfTerm = Figures.encodedLimit + 2 * TokenWriter.numberLimit
    let limit =
      table.bytes.count + table.count * limitOfTerm + names.count * Name.encodedLimit
    // All pages' terms are kept until the index is made, so they are copied without the room that is left over.
    let bytes = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) { buffer in
      var output = TokenWriter(buffer)
      table.bytes.withUnsafeBufferPointer { bytes in
        for term in 0..<table.count where figures[term].sections != 0 {
          count += 1
          output.append(counted: UnsafeBufferPointer(rebasing: bytes[table.range(term)]))
          figures[term].write(to: &output)
          let firstName = nextName
          while nextName < names.count, names[nextName].element.term == term { nextName += 1 }
          output.append(number: nextName - firstName)
          for (_, name) in names[firstName..<nextName] { name.write(to: &output) }
        }
      }
      return output.bytes
    }
    return (bytes, count)
  }
}
