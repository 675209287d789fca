import Glibc

/// The paths of a site as it is written, numbered in the order of their arrival, and what must not happen to them.
///
/// A large site has half a million: they stand one behind the other in one array, and are found by hashes that name their
/// numbers. As keys of a dictionary each would be an object of its own.
struct OutputPathSet: Sendable {
  /// Path after path, each with its NUL.
  private var characters: [CChar] = []
  /// Where each path ends in `characters`, behind its NUL.
  private var ends: [Int] = []
  /// Of the contents of each path's file.
  private(set) var hashes: [ContentHash] = []
  /// A table of hashes with open addressing: the numbers of paths, each increased by one; 0 where none stands. Its size is a
  /// power of two, of which at most three quarters are taken.
  private var slots: [UInt32] = []
  /// Every folder that holds a file, directly or not; not the site's root.
  private(set) var folders: Set<OutputPath> = []

  /// How many paths there are; their numbers are those below.
  var count: Int { ends.count }

  /// Makes room for the paths of a site of which that many are expected.
  mutating func reserveCapacity(files: Int, folders: Int) {
    ends.reserveCapacity(files)
    hashes.reserveCapacity(files)
    self.folders.reserveCapacity(folders)
    if files > 0 { makeSlots(for: files) }
  }

  /// The number of a path; nil for one that was not noted.
  func number(of path: OutputPath) -> Int? {
    if slots.isEmpty { return nil }
    let taken = slots[slot(of: path)]
    return taken == 0 ? nil : Int(taken) - 1
  }

  func contains(_ path: OutputPath) -> Bool { number(of: path) != nil }

  /// The path of a number below ``count``.
  subscript(number: Int) -> OutputPath {
    OutputPath(terminated: Array(characters[range(number)]))
  }

  /// Notes a file. After an error the set is of no more use.
  ///
  /// - Returns: The number of its path; nil if the same file was noted before.
  mutating func insert(_ path: OutputPath, hash: ContentHash) throws(EmitError) -> Int? {
    if (count + 1) * 4 > slots.count * 3 { makeSlots(for: max(1 << 10, count * 2)) }
    let slot = slot(of: path)
    if slots[slot] != 0 {
      guard hashes[Int(slots[slot]) - 1] == hash else { throw .duplicatePath(path.description) }
      return nil
    }
    guard !folders.contains(path) else {
      throw .fileIsFolder(path.description)
    }
    var enclosing = path.folder
    while let folder = enclosing {
      guard !contains(folder) else { throw .fileIsFolder(folder.description) }
      // The folders above a known one are known, too.
      guard folders.insert(folder).inserted else { break }
      enclosing = folder.folder
    }
    let number = count
    slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    makeRoom(for: path)
    characters += path.characters
    ends.append(characters.count)
    hashes.append(hash)
    return number
  }

  /// Grows by a quarter: doubling would leave half of the room of a large site unused.
  private mutating func makeRoom(for path: OutputPath) {
    guard characters.capacity - characters.count < path.characters.count else { return }
    let further = max(1 << 12, characters.count / 4, path.characters.count)
    characters.reserveCapacity(characters.count + further)
  }

  /// Where a path stands in the table, or would stand.
  private func slot(of path: OutputPath) -> Int {
    path.characters.withUnsafeBytes { wanted in
      characters.withUnsafeBytes { all in
        var slot = Self.hash(wanted) & (slots.count - 1)
        while slots[slot] != 0 {
          let range = range(Int(slots[slot]) - 1)
          if range.count == wanted.count, let start = all.baseAddress,
            let other = wanted.baseAddress,
            memcmp(start + range.lowerBound, other, range.count) == 0
          {
            break
          }
          slot = (slot + 1) & (slots.count - 1)
        }
        return slot
      }
    }
  }

  private mutating func makeSlots(for count: Int) {
    var size = 1 << 4
    while size * 3 < count * 4 { size *= 2 }
    guard size > slots.count else { return }
    var slots = [UInt32](repeating: 0, count: size)
    characters.withUnsafeBytes { all in
      for number in 0..<self.count {
        var slot = Self.hash(UnsafeRawBufferPointer(rebasing: all[range(number)])) & (size - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = UInt32(truncatingIfNeeded: number + 1)
      }
    }
    self.slots = slots
  }

  /// Seeded anew by each process: nobody can choose paths that stand in each other's way.
  private static func hash(_ path: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: path)
    return hasher.finalize()
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }
}
