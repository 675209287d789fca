import Glibc

/// One immutable file of a cache, open for reading.
///
/// All integers are little-endian:
///
///     magic (8 bytes), format number (4), number of entries (4)
///     for each entry, by key: key (16), checksum of the body (16), offset (8), length (8)
///     bodies
///
/// The file is named by the hash of everything before the bodies, which hold their checksums: one
/// name says the whole content. Only the index is read when a segment is opened.
final class CacheSegment: Sendable {
  static let fileExtension = ".segment"
  static let magic: [UInt8] = Array("callcach".utf8)
  static let format: UInt32 = 1
  static let headerSize = 16
  static let recordSize = 48

  /// An entry's line in the index.
  struct Record {
    var key: ContentHash
    var checksum: ContentHash
    var offset: UInt64
    var length: UInt64
  }

  let name: String
  let entryCount: Int
  /// Of the whole file, in bytes.
  let size: Int
  private let index: [UInt8]
  private let directory: KeyDirectory
  private let file: OpenFile

  /// Opens a segment; nil when it is damaged, of another format or gone.
  init?(name: String, in folder: borrowing OpenFile) {
    // Not to wait for a writer, should it be a pipe.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK
    guard
      let file = try? OpenFile(name, in: folder.descriptor, flags: flags, path: name),
      let status = try? file.status(), status.kind == .file,
      let header = try? file.read(Self.headerSize, at: 0)
    else { return nil }

    var reader = ByteFieldReader(header)
    guard
      let magic = reader.slice(Self.magic.count), Array(magic) == Self.magic,
      reader.integer(UInt32.self) == Self.format,
      let count = reader.integer(UInt32.self)
    else { return nil }

    size = Int(status.stamp.size)
    entryCount = Int(count)
    let indexSize = Self.headerSize + entryCount * Self.recordSize
    guard
      indexSize <= size,
      let index = try? file.read(indexSize, at: 0), index.count == indexSize,
      name == Self.name(index: index)
    else { return nil }
    self.name = name
    self.index = index
    directory = KeyDirectory(index: index, entryCount: entryCount)
    self.file = file
  }

  static func name(index: [UInt8]) -> String {
    ContentHash(of: index).description + fileExtension
  }

  /// All lines of the index, by key.
  var records: some Sequence<Record> { (0..<entryCount).lazy.compactMap { self.record(at: $0) } }

  /// - Complexity: O(1), since the keys are hashes.
  func record(of key: ContentHash) -> Record? {
    for place in directory.places(of: key) {
      guard let record = record(at: place), record.key <= key else { return nil }
      if record.key == key { return record }
    }
    return nil
  }

  /// The body with the right checksum, or nil.
  func body(_ record: Record) -> [UInt8]? {
    guard let bytes = storedBody(record), ContentHash(of: bytes) == record.checksum else {
      return nil
    }
    return bytes
  }

  /// The body as the disk has it, its checksum not looked at.
  func storedBody(_ record: Record) -> [UInt8]? {
    let size = UInt64(size)
    guard
      record.length <= size, record.offset <= size - record.length,
      let bytes = try? file.read(Int(record.length), at: Int(record.offset)),
      bytes.count == Int(record.length)
    else { return nil }
    return bytes
  }

  /// Some of the body as the disk has it, its checksum not looked at; nil when there is less.
  func slice(of record: Record, _ range: Range<Int>) -> [UInt8]? {
    let part = Record(
      key: record.key,
      checksum: record.checksum,
      offset: record.offset &+ UInt64(range.lowerBound),
      length: UInt64(range.count)
    )
    return range.upperBound <= Int(clamping: record.length) ? storedBody(part) : nil
  }

  private func record(at position: Int) -> Record? {
    var reader = ByteFieldReader(index, from: Self.headerSize + position * Self.recordSize)
    guard
      let key = reader.hash(),
      let checksum = reader.hash(),
      let offset = reader.integer(UInt64.self),
      let length = reader.integer(UInt64.self)
    else { return nil }
    return Record(key: key, checksum: checksum, offset: offset, length: length)
  }
}

extension CacheSegment {
  /// Where the keys stand that begin with the same bits. Most lookups are in segments that do not have the key.
  private struct KeyDirectory {
    /// About so many keys share their first bits.
    private static let share = 4

    private let shift: Int
    /// For each value of the first bits the place of the first key with them, or where it would stand; at last the number
    /// of all keys.
    private let starts: [UInt32]

    /// - Complexity: Linear in the entries; a byte of memory for each.
    init(index: [UInt8], entryCount: Int) {
      let bits = max(1, Int.bitWidth - (entryCount / Self.share).leadingZeroBitCount)
      shift = UInt64.bitWidth - bits
      var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
      for place in 0..<entryCount {
        var reader = ByteFieldReader(index, from: headerSize + place * recordSize)
        guard let key = reader.hash() else { break }
        starts[Int(key.high >> UInt64(shift)) + 1] += 1
      }
      for value in 1..<starts.count { starts[value] += starts[value - 1] }
      self.starts = starts
    }

    func places(of key: ContentHash) -> Range<Int> {
      let value = Int(key.high >> UInt64(shift))
      return Int(starts[value])..<Int(starts[value + 1])
    }
  }
}
