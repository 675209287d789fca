/// Gives every distinct byte string a number, counted from 0 in order of first sight.
struct TermTable: Sendable {
  /// All terms, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private(set) var ends: [Int] = []
  /// Of each term, its ``TermHead``.
  private var heads: [UInt64] = []

  /// Open addressing with linear steps.
  private var slots: [Slot]
  /// Unknown to authors, so that nobody can choose words that fall into one slot. Numbers do not
  /// depend on it.
  private let seed: UInt64

  init(capacity: Int = 512) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
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
    slots.withUnsafeMutableBufferPointer { slots in
      slots.update(repeating: Slot())
      TermTable.place(start.slots, in: slots)
    }
  }

  var count: Int { ends.count }

  func range(_ term: Int) -> Range<Int> {
    (term == 0 ? 0 : ends[term - 1])..<ends[term]
  }

  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    let head = TermHead.of(term)
    let key = Slot.key(hash: hash(term, head), length: term.count)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key >> Slot.lengthBits) & mask
    while slots[place].isTaken {
      let slot = slots[place]
      if slot.key == key, slot.head == head,
        term.count <= TermHead.length || isEqual(Int(slot.number), term)
      {
        return Int(slot.number)
      }
      place = (place + 1) & mask
    }
    let number = ends.count
    bytes.append(contentsOf: term)
    ends.append(bytes.count)
    heads.append(head)
    slots[place] = Slot(head: head, key: key, number: UInt32(truncatingIfNeeded: number))
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// For terms of one head, longer than it.
  private func isEqual(_ candidate: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(candidate)
    guard range.count == term.count else { return false }
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
    slots = Array(repeating: Slot(), count: earlier.count * 2)
    slots.withUnsafeMutableBufferPointer { TermTable.place(earlier, in: $0) }
  }

  private static func place(_ taken: [Slot], in slots: UnsafeMutableBufferPointer<Slot>) {
    let mask = slots.count - 1
    for slot in taken where slot.isTaken {
      var place = Int(truncatingIfNeeded: slot.key >> Slot.lengthBits) & mask
      while slots[place].isTaken { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}

/// A place in a ``TermTable``. Most words are no longer than their head, so that this one look tells what is looked for
/// from what is not.
private struct Slot: BitwiseCopyable {
  static let lengthBits: UInt32 = 4

  let head: UInt64
  /// The hash, then the length up to one more than a head's; 0 is no term's.
  let key: UInt32
  let number: UInt32

  init(head: UInt64, key: UInt32, number: UInt32) {
    self.head = head
    self.key = key
    self.number = number
  }

  /// A free one.
  init() { self.init(head: 0, key: 0, number: 0) }

  var isTaken: Bool { key != 0 }

  static func key(hash: UInt32, length: Int) -> UInt32 {
    // Counted from 1, so that an empty term has a key.
    hash << lengthBits | UInt32(truncatingIfNeeded: min(length, TermHead.length + 1) + 1)
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
