import Glibc

/// Writes one segment file, holding no more than a piece of it in memory.
struct CacheSegmentWriter {
  /// Where an entry's body comes from.
  enum Body {
    case bytes([UInt8])
    case stored(CacheSegment, CacheSegment.Record)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .stored(_, let record): Int(record.length)
      }
    }
  }

  private let bodies: [(key: ContentHash, body: Body)]
  private let index: [UInt8]

  init(_ entries: [ContentHash: Body]) {
    bodies = entries.map { (key: $0.key, body: $0.value) }.sorted { $0.key < $1.key }

    var index: [UInt8] = []
    index.reserveCapacity(CacheSegment.headerSize + bodies.count * CacheSegment.recordSize)
    index.append(contentsOf: CacheSegment.magic)
    index.appendLittleEndian(CacheSegment.format)
    index.appendLittleEndian(UInt32(truncatingIfNeeded: bodies.count))
    var offset = CacheSegment.headerSize + bodies.count * CacheSegment.recordSize
    for (key, body) in bodies {
      index.append(key)
      switch body {
      case .bytes(let bytes): index.append(ContentHash(of: bytes))
      case .stored(_, let record): index.append(record.checksum)
      }
      index.appendLittleEndian(UInt64(offset))
      index.appendLittleEndian(UInt64(body.count))
      offset += body.count
    }
    self.index = index
  }

  /// The name that the segment will have.
  var name: String { CacheSegment.name(index: index) }

  /// Writes the segment under a name of its own, then renames it, so that a reader sees all of it
  /// or nothing. Not flushed to the disk: after a power failure the checksums tell.
  func write(into folder: borrowing OpenFile) throws(SystemFailure) {
    while try !writeUnlessRemoved(into: folder) {}
  }

  /// Returns false if another build took the new file for an abandoned one before it was locked.
  private func writeUnlessRemoved(
    into folder: borrowing OpenFile
  ) throws(SystemFailure) -> Bool {
    let hash = ContentHash(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max))
    let temporary = hash.description + CacheFolder.temporaryExtension
    let path = "\(folder.path)/\(temporary)"
    let file = try OpenFile(
      temporary,
      in: folder.descriptor,
      flags: O_WRONLY | O_CREAT | O_EXCL,
      mode: 0o600,
      action: "write the cache file",
      path: path
    )
    // Held while writing: an unlocked temporary file was left by a killed build.
    flock(file.descriptor, LOCK_EX)
    guard try FileStatus(of: temporary, in: folder.descriptor, path: path) != nil else {
      return false
    }
    do throws(SystemFailure) {
      try writeContent(to: file)
      guard renameat(folder.descriptor, temporary, folder.descriptor, name) == 0 else {
        throw SystemFailure(action: "rename the cache file", path: path, code: errno)
      }
      return true
    } catch {
      unlinkat(folder.descriptor, temporary, 0)
      throw error
    }
  }

  private func writeContent(to file: borrowing OpenFile) throws(SystemFailure) {
    let pieceSize = 1 << 20
    try file.write(index)
    var pending: [UInt8] = []
    for (_, body) in bodies {
      let bytes: [UInt8] =
        switch body {
        case .bytes(let bytes): bytes
        // A body that cannot be read keeps its length, so that those after it keep their offsets;
        // its checksum makes it a miss.
        case .stored(let segment, let record):
          segment.storedBody(record) ?? [UInt8](repeating: 0, count: body.count)
        }
      if pending.count + bytes.count > pieceSize {
        try file.write(pending)
        pending.removeAll(keepingCapacity: true)
      }
      // A large one is not copied: some are a hundred times the size of a piece.
      if bytes.count > pieceSize { try file.write(bytes) } else { pending += bytes }
    }
    try file.write(pending)
  }
}
