import Glibc

/// Looks by path, of which a large site has a quarter of a million: they stand in a list and are found by hashes that name
/// their numbers. As keys of a dictionary the paths would be held beside the entries.
struct ReadingTable: Sendable {
  private var looks: [Look?] = []
  /// Where entries were that have been removed.
  private var free: [UInt32] = []
  /// A table with open addressing. Its size is a power of two, of which at most three quarters are taken. What was removed
  /// keeps its slot until the table grows.
  private var slots: [Slot] = []
  private var takenSlots = 0
  /// How many looks there are.
  private(set) var count = 0

  private struct Slot: Sendable {
    /// Of an entry, increased by one; 0 where none ever stood.
    var number: UInt32 = 0
    /// The lower half of the hash of its key: other entries are passed over without a look at them.
    var hash: UInt32 = 0
  }

  private struct Look: Sendable {
    var entry: ReadingEntry
    /// Whether it is about where the path leads.
    var isTarget: Bool
    var isPage = false

    var key: String { isTarget ? ReadingTable.key(ofTarget: entry.path) : entry.path }

    /// Compares bytes: `String` takes two spellings of one letter for equal, where the disk has two files.
    func has(_ key: String) -> Bool {
      entry.path.withBytes { path in
        key.withBytes { key in
          guard key.count == path.count + (isTarget ? 1 : 0) else { return false }
          if isTarget, key.last != 0 { return false }
          guard let path = path.baseAddress, let key = key.baseAddress else { return true }
          return memcmp(path, key, entry.path.utf8.count) == 0
        }
      }
    }
  }

  /// In place of a number where an entry was.
  private static let removed = UInt32.max

  /// What was seen at a path, or where it leads: by ``key(ofTarget:)``.
  subscript(key: String) -> ReadingEntry? {
    get { look(of: key).flatMap { looks[$0]?.entry } }
    set {
      switch (slot(of: key), newValue) {
      case (let place?, let newValue?): looks[Int(slots[place].number) - 1]?.entry = newValue
      case (let place?, nil): remove(place)
      case (nil, let newValue?): add(newValue, key)
      case (nil, nil): break
      }
    }
  }

  /// Whether what was seen is the contents of a file that was read for pages and for nothing else. Stays when the look is
  /// replaced; false for what is not there.
  func isPage(_ key: String) -> Bool {
    look(of: key).flatMap { looks[$0]?.isPage } ?? false
  }

  /// Notes what ``isPage(_:)`` says; without effect for what is not there.
  mutating func mark(_ key: String, isPage: Bool) {
    if let look = look(of: key) { looks[look]?.isPage = isPage }
  }

  /// In no order.
  var keys: some Sequence<String> { looks.lazy.compactMap { $0?.key } }

  /// In no order.
  var values: some Sequence<ReadingEntry> { looks.lazy.compactMap { $0?.entry } }

  /// What was seen, by keys in the order of their bytes, each with what ``isPage(_:)`` says of it.
  var ordered: some Sequence<(key: String, sight: ReadingEntry.Sight, isPage: Bool)> {
    let numbers = looks.indices.compactMap { number in
      looks[number].map { (key: $0.key, number: number) }
    }
    return numbers.sorted { $0.key.precedesInBytes($1.key) }.lazy.compactMap { key, number in
      looks[number].map { (key, $0.entry.sight, $0.isPage) }
    }
  }

  /// Where a path leads and what is there are two things.
  static func key(ofTarget path: String) -> String { path + "\0" }

  private mutating func remove(_ slot: Int) {
    let number = slots[slot].number - 1
    looks[Int(number)] = nil
    free.append(number)
    slots[slot].number = Self.removed
    count -= 1
  }

  private mutating func add(_ entry: ReadingEntry, _ key: String) {
    if (takenSlots + 1) * 4 > slots.count * 3 { grow() }
    let number = free.popLast() ?? UInt32(truncatingIfNeeded: looks.count)
    let look = Look(entry: entry, isTarget: key.utf8.count > entry.path.utf8.count)
    if Int(number) < looks.count { looks[Int(number)] = look } else { looks.append(look) }
    place(Slot(number: number + 1, hash: Self.hash(key)))
    count += 1
  }

  private mutating func grow() {
    var size = 1 << 10
    while size * 3 < (count + 1) * 6 { size *= 2 }
    let earlier = slots
    slots = Array(repeating: Slot(), count: size)
    takenSlots = 0
    for slot in earlier where slot.number != 0 && slot.number != Self.removed { place(slot) }
  }

  private mutating func place(_ slot: Slot) {
    var place = Int(slot.hash) & (slots.count - 1)
    while slots[place].number != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
    takenSlots += 1
  }

  /// The index in `looks` of what was seen by a key; nil when there is none.
  private func look(of key: String) -> Int? {
    slot(of: key).map { Int(slots[$0].number) - 1 }
  }

  /// Where a key's number stands; nil when there is none.
  private func slot(of key: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let hash = Self.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].number != 0 {
      if slots[slot].hash == hash, slots[slot].number != Self.removed,
        looks[Int(slots[slot].number) - 1]?.has(key) ?? false
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Seeded anew by each process: nobody can choose paths that stand in each other's way.
  private static func hash(_ key: String) -> UInt32 {
    var hasher = Hasher()
    key.withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
