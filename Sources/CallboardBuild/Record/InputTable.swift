import CallboardCrawl
import Glibc

/// Everything that a build looked at, in a form that is checked without being unpacked: of 20,000 files that are as
/// they were, each costs one system call and no memory.
///
/// One entry after another: a kind, the path's length, the path with a NUL, and what was seen.
struct InputTable: Sendable {
  private enum Kind: UInt8 {
    case absent
    case someFolder
    case someFile
    case resolved
    case folder
    case file
    /// Without a digest: only the size was used.
    case listedFile
  }

  let bytes: [UInt8]
  /// When the build began, in nanoseconds since 1970; see ``ReadingStamp/isDoubtful(at:)``.
  let moment: Int64

  /// The table as it was written; what it says is read by ``changes(width:)``.
  init(bytes: [UInt8], moment: Int64) {
    self.bytes = bytes
    self.moment = moment
  }

  /// nil when one of the entries can never be checked.
  init?(_ entries: [ReadingEntry], moment: Int64) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entries.count * 128)
    for entry in entries {
      guard let path = UInt16(exactly: entry.path.utf8.count) else { return nil }
      func begin(_ kind: Kind) {
        bytes.append(kind.rawValue)
        bytes.appendLittleEndian(path)
        bytes.append(contentsOf: entry.path.utf8)
        bytes.append(0)
      }
      switch entry.sight {
      case .absent: begin(.absent)
      case .someFolder: begin(.someFolder)
      case .someFile: begin(.someFile)
      case .resolved(let target):
        begin(.resolved)
        bytes.appendLittleEndian(UInt32(truncatingIfNeeded: target.utf8.count))
        bytes.append(contentsOf: target.utf8)
      case .folder(let stamp, let digest):
        begin(.folder)
        bytes.append(stamp)
        bytes.append(digest)
      case .file(let stamp, let digest?):
        begin(.file)
        bytes.append(stamp)
        bytes.append(digest)
      case .file(let stamp, nil):
        begin(.listedFile)
        bytes.append(stamp)
      case .unsteady: return nil
      }
    }
    self.init(bytes: bytes, moment: moment)
  }

  /// The entries that do not hold any more, in the order of the table; nil when the table is damaged.
  func changes(width: Int) -> (count: Int, changed: [ReadingEntry])? {
    guard let offsets = offsets() else { return nil }
    let changed = ParallelFor(width: width, chunkSize: 256).map(count: offsets.count) { index in
      check(at: offsets[index])
    }
    return (offsets.count, changed.compactMap(\.self))
  }

  /// The table with other stamps and contents of files; nil when it has none of such a path.
  ///
  /// - Parameters:
  ///   - entries: What was seen of files whose contents were read.
  ///   - moment: When the looks began that found all others as they are in the table.
  func revised(_ entries: [ReadingEntry], at moment: Int64) -> InputTable? {
    guard let offsets = offsets() else { return nil }
    var bytes = bytes
    var missing = Dictionary(
      entries.map { ($0.path, $0.sight) },
      uniquingKeysWith: { first, _ in first }
    )
    let lengths = Set(missing.keys.map(\.utf8.count))
    for offset in offsets {
      var reader = ByteFieldReader(bytes, from: offset)
      guard let kind = reader.integer(UInt8.self), kind == Kind.file.rawValue,
        let length = reader.integer(UInt16.self), lengths.contains(Int(length)),
        let path = reader.slice(Int(length)),
        case .file(let stamp, let digest?)? = missing.removeValue(
          forKey: String(decoding: path, as: UTF8.self)
        )
      else { continue }
      var seen: [UInt8] = []
      seen.append(stamp)
      seen.append(digest)
      let start = reader.offset + 1
      bytes.replaceSubrange(start..<start + seen.count, with: seen)
    }
    return missing.isEmpty ? InputTable(bytes: bytes, moment: moment) : nil
  }

  /// Hashes what is compared. No attack on the operator's own files is worth a slower one.
  static let digest: ReadingLog.Digest = { bytes in
    let hash = ContentHash(of: bytes)
    return SIMD2(hash.high, hash.low)
  }

  /// Where each entry begins.
  private func offsets() -> [Int]? {
    var offsets: [Int] = []
    var reader = ByteFieldReader(bytes)
    while !reader.isAtEnd {
      offsets.append(reader.offset)
      guard let kind = reader.integer(UInt8.self).flatMap(Kind.init),
        let length = reader.integer(UInt16.self), reader.slice(Int(length)) != nil,
        reader.integer(UInt8.self) == 0
      else { return nil }
      switch kind {
      case .absent, .someFolder, .someFile: break
      case .resolved:
        guard let length = reader.integer(UInt32.self), reader.slice(Int(length)) != nil else {
          return nil
        }
      case .folder, .file:
        guard reader.slice(Self.stampSize + 16) != nil else { return nil }
      case .listedFile:
        guard reader.slice(Self.stampSize) != nil else { return nil }
      }
    }
    return offsets
  }

  /// The entry at an offset if it does not hold; nil if it does.
  private func check(at offset: Int) -> ReadingEntry? {
    if isObviouslySame(at: offset) { return nil }
    guard let entry = entry(at: offset) else { return nil }
    return entry.holds(since: moment, digest: Self.digest) ? nil : entry
  }

  /// Compares stamps alone; false when more has to be looked at.
  private func isObviouslySame(at offset: Int) -> Bool {
    var reader = ByteFieldReader(bytes, from: offset)
    guard let kind = reader.integer(UInt8.self).flatMap(Kind.init),
      kind == .folder || kind == .file || kind == .listedFile,
      let length = reader.integer(UInt16.self)
    else { return false }
    let path = reader.offset
    guard reader.slice(Int(length) + 1) != nil, let noted = reader.readingStamp() else {
      return false
    }
    let found = bytes.withUnsafeBytes { buffer in
      (buffer.baseAddress?.advanced(by: path)).flatMap { start in
        ReadingStamp.of(start.assumingMemoryBound(to: CChar.self))
      }
    }
    return found == noted && !noted.isDoubtful(at: moment)
  }

  private func entry(at offset: Int) -> ReadingEntry? {
    var reader = ByteFieldReader(bytes, from: offset)
    guard let kind = reader.integer(UInt8.self).flatMap(Kind.init),
      let length = reader.integer(UInt16.self), let path = reader.slice(Int(length)),
      reader.integer(UInt8.self) != nil, let sight = Self.sight(kind, &reader)
    else { return nil }
    return ReadingEntry(path: String(decoding: path, as: UTF8.self), sight: sight)
  }

  private static func sight(
    _ kind: Kind,
    _ reader: inout ByteFieldReader
  ) -> ReadingEntry.Sight? {
    switch kind {
    case .absent: return .absent
    case .someFolder: return .someFolder
    case .someFile: return .someFile
    case .resolved:
      guard let length = reader.integer(UInt32.self), let target = reader.slice(Int(length)) else {
        return nil
      }
      return .resolved(String(decoding: target, as: UTF8.self))
    case .folder:
      guard let stamp = reader.readingStamp(), let digest = reader.digest() else { return nil }
      return .folder(stamp, digest)
    case .file:
      guard let stamp = reader.readingStamp(), let digest = reader.digest() else { return nil }
      return .file(stamp, digest)
    case .listedFile:
      return reader.readingStamp().map { .file($0, nil) }
    }
  }

  private static let stampSize = 40
}

extension [UInt8] {
  fileprivate mutating func append(_ stamp: ReadingStamp) {
    appendLittleEndian(stamp.device)
    appendLittleEndian(stamp.inode)
    appendLittleEndian(stamp.size)
    appendLittleEndian(stamp.modified)
    appendLittleEndian(stamp.changed)
  }

  fileprivate mutating func append(_ digest: SIMD2<UInt64>) {
    appendLittleEndian(digest.x)
    appendLittleEndian(digest.y)
  }
}

extension ByteFieldReader {
  fileprivate mutating func readingStamp() -> ReadingStamp? {
    guard let device = integer(UInt64.self), let inode = integer(UInt64.self),
      let size = integer(Int64.self), let modified = integer(Int64.self),
      let changed = integer(Int64.self)
    else { return nil }
    return ReadingStamp(
      device: device,
      inode: inode,
      size: size,
      modified: modified,
      changed: changed
    )
  }

  fileprivate mutating func digest() -> SIMD2<UInt64>? {
    guard let high = integer(UInt64.self), let low = integer(UInt64.self) else { return nil }
    return SIMD2(high, low)
  }
}
