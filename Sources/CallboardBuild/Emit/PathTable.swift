import Glibc

/// Finds paths among those that stand in one array of characters, by hashes with open addressing.
///
/// A path costs the 12 bytes of its place and some 6 of the table, where a key of a dictionary would be an object of its own.
struct PathTable: Sendable {
  /// Where each path begins in the array.
  private var starts: [Int] = []
  /// How many bytes each has.
  private var lengths: [UInt32] = []
  /// The numbers of paths, each increased by one; 0 where none stands. The size is a power of two, of which at most three
  /// quarters are taken.
  private var slots: [UInt32] = []

  /// How many paths there are; their numbers are those below.
  var count: Int { starts.count }

  /// Makes room for that many paths.
  mutating func reserveCapacity(_ count: Int) {
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
    guard count > 0 else { return }
    var size = 1 << 4
    while size * 3 < count * 4 { size *= 2 }
    // Whoever reserves has no path yet, so that nothing has to be put elsewhere.
    if slots.isEmpty { slots = [UInt32](repeating: 0, count: size) }
  }

  /// Where the path of a number below ``count`` stands.
  func range(_ number: Int) -> Range<Int> {
    starts[number]..<starts[number] + Int(lengths[number])
  }

  /// The number of a path; nil for one that is not there.
  ///
  /// - Parameter characters: The array that ranges are of.
  func number(of path: UnsafeRawBufferPointer, in characters: [CChar]) -> Int? {
    guard !slots.isEmpty else { return nil }
    return characters.withUnsafeBytes { all in
      var slot = Self.hash(path) & (slots.count - 1)
      while slots[slot] != 0 {
        let number = Int(slots[slot]) - 1
        if Int(lengths[number]) == path.count, let start = all.baseAddress,
          let wanted = path.baseAddress, memcmp(start + starts[number], wanted, path.count) == 0
        {
          return number
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// Adds a path that is not there. It gets the number that ``count`` was.
  ///
  /// - Parameters:
  ///   - range: Where it stands, and stays.
  ///   - characters: The array that ranges are of.
  mutating func append(_ range: Range<Int>, in characters: [CChar]) {
    characters.withUnsafeBytes { all in
      if (count + 1) * 4 > slots.count * 3 { grow(all) }
      starts.append(range.lowerBound)
      lengths.append(UInt32(truncatingIfNeeded: range.count))
      place(count - 1, all)
    }
  }

  private mutating func grow(_ characters: UnsafeRawBufferPointer) {
    slots = [UInt32](repeating: 0, count: max(1 << 10, slots.count * 2))
    for number in 0..<count { place(number, characters) }
  }

  private mutating func place(_ number: Int, _ characters: UnsafeRawBufferPointer) {
    let path = UnsafeRawBufferPointer(rebasing: characters[range(number)])
    var slot = Self.hash(path) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(truncatingIfNeeded: number + 1)
  }

  /// Seeded anew by each process: nobody can choose paths that stand in each other's way.
  private static func hash(_ path: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: path)
    return hasher.finalize()
  }
}
