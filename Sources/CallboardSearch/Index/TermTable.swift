/// Gives every distinct byte string a number, counted from 0 in order of first sight.
struct TermTable: Sendable {
  /// All terms, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private(set) var ends: [Int] = []
  /// Of each term, its ``TermHead``: most words are no longer than it, and are told apart by it alone.
  private var heads: [UInt64] = []

  /// Open addressing with linear steps; 0 is free, else the term's number plus one, with the hash in the upper half:
  /// what is looked for is told from what is not without another look.
  private var slots: [UInt64]
  /// Unknown to authors, so that nobody can choose words that fall into one slot. Numbers do not
  /// depend on it.
  private let seed: UInt64

  init(capacity: Int = 512) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    seed = UInt64.random(in: .min ... .max)
  }

  /// As another table is, with the memory that this one has.
  ///
  /// - Parameter start: What this one began as, so that it has the same seed and its terms come first.
  mutating func reset(to start: TermTable) {
    bytes.removeLast(bytes.count - start.bytes.count)
    ends.removeLast(ends.count - start.count)
    heads.removeLast(heads.count - start.count)
    // Of one very long text not all is kept: clearing it would cost each of the next ones.
    guard slots.count <= start.slots.count * 4 else { return slots = start.slots }
    let mask = slots.count - 1
    slots.withUnsafeMutableBufferPointer { slots in
      slots.update(repeating: 0)
      for entry in start.slots where entry != 0 {
        var slot = Int(entry >> 32) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = entry
      }
    }
  }

  var count: Int { ends.count }

  func range(_ term: Int) -> Range<Int> {
    (term == 0 ? 0 : ends[term - 1])..<ends[term]
  }

  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    let head = TermHead.of(term)
    let hash = hash(term, head)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let candidate = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if slots[slot] >> 32 == UInt64(hash), heads[candidate] == head, isEqual(candidate, term) {
        return candidate
      }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: term)
    ends.append(bytes.count)
    heads.append(head)
    slots[slot] = UInt64(hash) << 32 | UInt64(UInt32(truncatingIfNeeded: ends.count))
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  /// For terms of one head.
  private func isEqual(_ candidate: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(candidate)
    guard range.count == term.count else { return false }
    guard term.count > TermHead.length else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in TermHead.length..<term.count
      where bytes[range.lowerBound + offset] != term[offset] {
        return false
      }
      return true
    }
  }

  /// Takes eight bytes a step.
  private func hash(_ term: UnsafeBufferPointer<UInt8>, _ head: UInt64) -> UInt32 {
    var state = seed ^ UInt64(term.count)
    mix(head, into: &state)
    var offset = TermHead.length
    while offset < term.count {
      mix(TermHead.of(UnsafeBufferPointer(rebasing: term[offset...])), into: &state)
      offset += TermHead.length
    }
    return UInt32(truncatingIfNeeded: state >> 16)
  }

  private func mix(_ bytes: UInt64, into state: inout UInt64) {
    // The upper half of the product, which every bit reaches, is folded onto the lower.
    let product = (state ^ bytes).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    state = product.high ^ product.low
  }

  private mutating func grow() {
    let earlier = slots
    slots = Array(repeating: 0, count: earlier.count * 2)
    let mask = slots.count - 1
    for entry in earlier where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}

/// The first bytes of a term as one number, in the order of the bytes: of two terms with different heads, the one with
/// the lower head comes first.
private enum TermHead {
  /// How many bytes there are in it.
  static let length = 8

  /// The first eight bytes, or all of a shorter term and zeros: terms of one length have one head exactly if these bytes
  /// are the same. Four bytes are read at once, since most terms are short and a loop over their bytes is what costs.
  @inline(__always)
  static func of(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(term)
    if raw.count >= 8 { return UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)) }
    if raw.count >= 4 {
      let first = UInt32(bigEndian: raw.loadUnaligned(as: UInt32.self))
      // Up to three of the last four were read already, and are shifted out.
      let last = UInt32(
        bigEndian: raw.loadUnaligned(fromByteOffset: raw.count - 4, as: UInt32.self)
      )
      let rest = UInt32(truncatingIfNeeded: UInt64(last) << UInt64(64 - 8 * raw.count))
      return UInt64(first) << 32 | UInt64(rest)
    }
    var head: UInt64 = 0
    if raw.count > 0 { head = UInt64(raw[0]) << 56 }
    if raw.count > 1 { head |= UInt64(raw[1]) << 48 }
    if raw.count > 2 { head |= UInt64(raw[2]) << 40 }
    return head
  }
}

extension TermTable {
  /// The numbers of the terms in the order of their bytes.
  func sortedNumbers() -> [UInt32] {
    bytes.withUnsafeBufferPointer { bytes in
      // Heads decide nearly every comparison without a look at the terms.
      zip(heads, 0..<UInt32(truncatingIfNeeded: count)).sorted { left, right in
        if left.0 != right.0 { return left.0 < right.0 }
        return bytes[range(Int(left.1))].lexicographicallyPrecedes(bytes[range(Int(right.1))])
      }.map(\.1)
    }
  }
}
