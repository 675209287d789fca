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

    // Whether each of the words so far is kept, to count what a compound stands for.
    var isKept: [Bool] = []
    for token in held {
      var cover = 1
      if let follow = token.follow {
        let isWordKept = keepsAll || token.term >= stopCount
        isKept.append(isWordKept)
        appendPart(token.term, follow, isKept: isWordKept)
        guard isWordKept else { continue }
      } else {
        cover = isKept.suffix(token.parts).count { $0 }
        guard cover > 0 else { continue }
        append(token.term)
      }
      names.append(
        Name(
          term: UInt32(truncatingIfNeeded: token.term),
          field: field,
          length: length + furtherParts,
          cover: cover
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
  /// The terms in the encoding of `RecordTokens.terms`.
  func encodedTerms() -> (bytes: [UInt8], count: Int) {
    let byTerm = Self.grouped(occurrences.map { Int($0.term) }, groups: table.count)
    let namesByTerm = Self.grouped(names.map { Int($0.term) }, groups: table.count)
    var output: [UInt8] = []
    output.reserveCapacity(table.bytes.count * 2)
    var count = 0
    for term in 0..<table.count {
      let indices = byTerm.order[byTerm.starts[term]..<byTerm.starts[term + 1]]
      guard !indices.isEmpty else { continue }
      count += 1
      let range = table.range(term)
      output.appendNumber(range.count)
      output.append(contentsOf: table.bytes[range])
      append(indices, to: &output)
      let nameIndices = namesByTerm.order[namesByTerm.starts[term]..<namesByTerm.starts[term + 1]]
      output.appendNumber(nameIndices.count)
      for index in nameIndices {
        output.appendNumber(names[index].field)
        output.appendNumber(names[index].length)
        output.appendNumber(names[index].cover)
      }
    }
    return (output, count)
  }

  private func append(_ indices: ArraySlice<Int>, to output: inout [UInt8]) {
    var frequencies = (0, 0, 0, 0)
    var sections: UInt32 = 0
    var follows: UInt32 = 0
    var fine: UInt8 = 0
    for index in indices {
      let occurrence = occurrences[index]
      switch occurrence.place {
      case 0: frequencies.0 += 1
      case 1: frequencies.1 += 1
      case 2: frequencies.2 += 1
      default: frequencies.3 += 1
      }
      sections |= 1 << UInt32(occurrence.section)
      follows |= 1 << UInt32(occurrence.follow)
      if occurrence.follow != Follow.none { fine = occurrence.fine }
    }
    output.appendNumber(frequencies.0)
    output.appendNumber(frequencies.1)
    output.appendNumber(frequencies.2)
    output.appendNumber(frequencies.3)
    Self.append(bits: sections, to: &output)
    if follows.nonzeroBitCount > 1 { follows &= ~(1 << UInt32(Follow.none)) }
    if follows.nonzeroBitCount > Follow.maximumListed { follows = 1 << UInt32(Follow.many) }
    Self.append(bits: follows, to: &output)
    let isOneWord = follows.nonzeroBitCount == 1 && follows.trailingZeroBitCount < Follow.none
    if isOneWord { output.append(fine) }
  }

  private static func append(bits: UInt32, to output: inout [UInt8]) {
    output.appendNumber(bits.nonzeroBitCount)
    var rest = bits
    while rest != 0 {
      output.appendNumber(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }

  /// The indices of `keys` grouped by key, in their order within a group.
  private static func grouped(_ keys: [Int], groups: Int) -> (order: [Int], starts: [Int]) {
    var starts = Array(repeating: 0, count: groups + 1)
    for key in keys { starts[key + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var order = Array(repeating: 0, count: keys.count)
    for (index, key) in keys.enumerated() {
      order[next[key]] = index
      next[key] += 1
    }
    return (order, starts)
  }
}
