/// Gives every distinct byte string a number, counted from 0 in order of first sight.
struct TermTable: Sendable {
  /// All terms, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private(set) var ends: [Int] = []

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

  var count: Int { ends.count }

  func range(_ term: Int) -> Range<Int> {
    (term == 0 ? 0 : ends[term - 1])..<ends[term]
  }

  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = hash(term)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let candidate = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
      if slots[slot] >> 32 == UInt64(hash), isEqual(candidate, term) { return candidate }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: term)
    ends.append(bytes.count)
    slots[slot] = UInt64(hash) << 32 | UInt64(UInt32(truncatingIfNeeded: ends.count))
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private func isEqual(_ candidate: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(candidate)
    guard range.count == term.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<term.count where bytes[range.lowerBound + offset] != term[offset] {
        return false
      }
      return true
    }
  }

  /// Takes eight bytes a step.
  private func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(term)
    var state = seed ^ UInt64(raw.count)
    var offset = 0
    while offset + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self), into: &state)
      offset += 8
    }
    if offset < raw.count {
      var rest: UInt64 = 0
      while offset < raw.count {
        rest = rest << 8 | UInt64(raw[offset])
        offset += 1
      }
      mix(rest, into: &state)
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
