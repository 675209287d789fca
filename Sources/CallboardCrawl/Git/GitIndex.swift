/// Which files git tracks in a working copy, read from its `index` file as data.
///
/// Follows gitformat-index(5), versions 2 to 4. What is damaged or cut off makes the whole file
/// unreadable, never a part of it wrong.
struct GitIndex: Sendable {
  /// What git noted about a tracked file when it last looked at it.
  struct Entry: Sendable {
    fileprivate var nameStart: Int
    fileprivate var nameEnd: Int
    /// In bytes, modulo 2³².
    var size: UInt32
    var modifiedSeconds: UInt32
    var modifiedNanoseconds: UInt32
    /// Whether a sparse checkout leaves it out of the work tree.
    var isSkipped: Bool
    /// False for symbolic links and submodules.
    var isFile: Bool
  }

  /// Sorted by name, the order of git.
  private(set) var entries: [Entry] = []
  /// All names one after the other.
  private var names: [UInt8] = []

  /// Reads the contents of an index file; an object id has 20 bytes, or 32 with SHA-256.
  ///
  /// Fails for a damaged index, and for a split one, which does not hold all entries.
  init?(_ bytes: [UInt8], idBytes: Int) {
    var reader = Reader(bytes: bytes)
    guard reader.bytes(4)?.elementsEqual("DIRC".utf8) == true else { return nil }
    guard let version = reader.integer(), (2...4).contains(version) else { return nil }
    guard let count = reader.integer(), Int(count) <= bytes.count / 40 else { return nil }
    entries.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let entry = readEntry(&reader, version: version, idBytes: idBytes) else { return nil }
      if let last = entries.last, !ordered(last, entry) { return nil }
      entries.append(entry)
    }
    guard !Self.isSplit(&reader, idBytes: idBytes) else { return nil }
  }

  /// Whether git tracks the file.
  func contains(_ path: [UInt8]) -> Bool {
    let index = firstIndex(notBefore: path)
    return index < entries.count && name(of: entries[index]).elementsEqual(path)
  }

  /// Whether git tracks anything in the folder.
  func hasEntries(below folder: [UInt8]) -> Bool {
    let prefix = folder + [UInt8(ascii: "/")]
    let index = firstIndex(notBefore: prefix)
    return index < entries.count && name(of: entries[index]).starts(with: prefix)
  }

  /// The path of an entry of this index.
  func name(of entry: Entry) -> ArraySlice<UInt8> {
    names[entry.nameStart..<entry.nameEnd]
  }

  private func firstIndex(notBefore path: [UInt8]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = low + (high - low) / 2
      if name(of: entries[middle]).lexicographicallyPrecedes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Equal names are the stages of an unresolved merge.
  private func ordered(_ left: Entry, _ right: Entry) -> Bool {
    !name(of: right).lexicographicallyPrecedes(name(of: left))
  }
}

extension GitIndex {
  private mutating func readEntry(
    _ reader: inout Reader,
    version: UInt32,
    idBytes: Int
  ) -> Entry? {
    let start = reader.offset
    guard reader.skip(8), let seconds = reader.integer(), let nanoseconds = reader.integer(),
      reader.skip(8), let mode = reader.integer(), reader.skip(8), let size = reader.integer(),
      reader.skip(idBytes), let flags = reader.short()
    else { return nil }
    var isSkipped = false
    if version >= 3, flags & 0x4000 != 0 {
      guard let extended = reader.short() else { return nil }
      isSkipped = extended & 0x4000 != 0
    }
    let nameStart = names.count
    if version == 4 {
      guard readCompressedName(&reader) else { return nil }
    } else {
      guard let name = reader.text() else { return nil }
      names += name
      // Entries are padded to a multiple of eight bytes, with one to eight NULs.
      let length = reader.offset - 1 - start
      guard reader.skip(7 - length % 8) else { return nil }
    }
    return Entry(
      nameStart: nameStart,
      nameEnd: names.count,
      size: size,
      modifiedSeconds: seconds,
      modifiedNanoseconds: nanoseconds,
      isSkipped: isSkipped,
      isFile: mode & 0xF000 == 0x8000
    )
  }

  /// In version 4 a name is the previous one without its last bytes, and some new ones.
  private mutating func readCompressedName(_ reader: inout Reader) -> Bool {
    guard let dropped = reader.variableInteger(), let suffix = reader.text() else { return false }
    let previous = entries.last.map { $0.nameStart..<$0.nameEnd } ?? 0..<0
    guard dropped <= previous.count else { return false }
    let kept = previous.lowerBound..<(previous.upperBound - dropped)
    // A hostile index could make a gigabyte of names out of a few bytes each.
    guard names.count + kept.count + suffix.count <= 512 << 20 else { return false }
    names += Array(names[kept])
    names += suffix
    return true
  }

  /// Whether one of the extensions after the entries says that the rest is in another file.
  private static func isSplit(_ reader: inout Reader, idBytes: Int) -> Bool {
    while reader.remaining > idBytes {
      guard let signature = reader.bytes(4), let length = reader.integer() else { return false }
      if signature.elementsEqual("link".utf8) { return true }
      guard reader.skip(Int(length)) else { return false }
    }
    return false
  }
}

/// Takes big-endian numbers and texts from the front of some bytes; nil at their end.
private struct Reader {
  let bytes: [UInt8]
  private(set) var offset = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var remaining: Int { bytes.count - offset }

  mutating func skip(_ count: Int) -> Bool {
    guard count <= remaining else { return false }
    offset += count
    return true
  }

  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard skip(count) else { return nil }
    return bytes[(offset - count)..<offset]
  }

  mutating func integer() -> UInt32? {
    bytes(4)?.reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func short() -> UInt16? {
    bytes(2)?.reduce(0) { $0 << 8 | UInt16($1) }
  }

  /// The bytes up to a NUL, which is skipped.
  mutating func text() -> ArraySlice<UInt8>? {
    guard let end = bytes[offset...].firstIndex(of: 0) else { return nil }
    defer { offset = end + 1 }
    return bytes[offset..<end]
  }

  /// Seven bits a byte, most significant first, each continuation adding one.
  mutating func variableInteger() -> Int? {
    guard let first = bytes(1)?.first else { return nil }
    var byte = first
    var value = Int(byte & 0x7F)
    while byte & 0x80 != 0 {
      guard let next = bytes(1)?.first, value < 1 << 40 else { return nil }
      byte = next
      value = (value + 1) << 7 + Int(byte & 0x7F)
    }
    return value
  }
}
