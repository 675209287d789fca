/// Finds numbers by what they stand for, which is kept elsewhere: a hash table with open addressing of four to six bytes for
/// each number, where a dictionary would hold the keys besides.
struct NumberTable: Sendable {
  /// Numbers, each increased by one; 0 where none stands. The size is a power of two, of which at most three quarters are
  /// taken.
  private var slots: [UInt32] = []
  private var count = 0

  /// The number that stands for something; nil when there is none.
  ///
  /// - Parameters:
  ///   - hash: Of the thing.
  ///   - isSame: Whether a number stands for it.
  func number(hash: Int, where isSame: (Int) -> Bool) -> Int? {
    slot(hash: hash, where: isSame).map { Int(slots[$0]) - 1 }
  }

  /// Puts a number in the place of the one that stood for the same thing, or adds it.
  ///
  /// - Parameters:
  ///   - hash: Of what the number stands for.
  ///   - isSame: Whether another number stands for the same.
  ///   - hashOf: The hash of what any of the numbers stands for.
  mutating func set(_ number: Int, hash: Int, where isSame: (Int) -> Bool, hashOf: (Int) -> Int) {
    if let slot = slot(hash: hash, where: isSame) {
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
      return
    }
    if (count + 1) * 4 > slots.count * 3 { grow(hashOf) }
    place(UInt32(truncatingIfNeeded: number + 1), hash)
    count += 1
  }

  private func slot(hash: Int, where isSame: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 {
      if isSame(Int(slots[slot]) - 1) { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow(_ hashOf: (Int) -> Int) {
    let taken = slots.filter { $0 != 0 }
    slots = [UInt32](repeating: 0, count: max(64, slots.count * 2))
    for entry in taken { place(entry, hashOf(Int(entry) - 1)) }
  }

  private mutating func place(_ entry: UInt32, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }
}
