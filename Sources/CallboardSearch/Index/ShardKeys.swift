/// A key of the shards with the bytes that it is expected to take.
struct SizedKey: Sendable {
  var key: ArraySlice<UInt8>
  var size: Int
}

/// The keys of all shards in the order of their bytes: every term, and among these the few keys that are no words.
///
/// Costs 4 bytes a term beside the terms themselves, of which there are millions.
struct ShardKeys: Sendable {
  /// Which key stands at a position.
  enum Entry {
    /// The number of a term.
    case word(Int)
    /// The place of a key among those that are no words.
    case other(Int)
  }

  private let counts: TermCounts
  private let options: SearchOptions
  private let others: TermList
  private let otherSizes: [UInt32]
  /// The number of a term, or of another key with the highest bit set.
  private let order: [UInt32]

  private static let otherBit: UInt32 = 1 << 31

  /// - Parameters:
  ///   - others: The keys that are no words, by their bytes; none is a term.
  ///   - otherSizes: The bytes that each of these is expected to take.
  init(_ counts: TermCounts, others: TermList, otherSizes: [UInt32], options: SearchOptions) {
    var order: [UInt32] = []
    order.reserveCapacity(counts.count + others.count)
    var term: UInt32 = 0
    for other in 0..<others.count {
      let place = UInt32(truncatingIfNeeded: counts.terms.countUpTo(others[other]))
      order += term..<place
      order.append(UInt32(truncatingIfNeeded: other) | Self.otherBit)
      term = place
    }
    order += term..<UInt32(truncatingIfNeeded: counts.count)
    self.counts = counts
    self.options = options
    self.others = others
    self.otherSizes = otherSizes
    self.order = order
  }

  func entry(at position: Int) -> Entry {
    let number = order[position]
    return number & Self.otherBit == 0 ? .word(Int(number)) : .other(Int(number & ~Self.otherBit))
  }

  /// The terms of neighbouring keys, which are neighbours whatever stands between them; none when all of these are no words.
  func words(in positions: Range<Int>) -> Range<Int> {
    let isWord = { order[$0] & Self.otherBit == 0 }
    guard let first = positions.first(where: isWord), let last = positions.last(where: isWord)
    else {
      return 0..<0
    }
    return Int(order[first])..<Int(order[last]) + 1
  }
}

extension ShardKeys: RandomAccessCollection {
  var startIndex: Int { 0 }
  var endIndex: Int { order.count }

  subscript(position: Int) -> SizedKey {
    switch entry(at: position) {
    case .word(let term):
      SizedKey(key: counts.terms[term], size: counts.expectedSize(of: term, options: options))
    case .other(let other): SizedKey(key: others[other], size: Int(otherSizes[other]))
    }
  }
}
