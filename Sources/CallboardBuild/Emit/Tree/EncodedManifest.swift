import Glibc

/// An ``OutputManifest`` as it lies on the disk, read and changed where it is: of 100,000 entries none is unpacked.
struct EncodedManifest: Sendable {
  /// As ``OutputManifest/encoded()`` gives them.
  private(set) var bytes: [UInt8]
  /// How many files there are; the entries behind them are folders.
  let fileCount: Int
  /// Where each entry begins, and where the last one ends.
  private let starts: [Int]

  private static let stampSize = 20
  private static let hashSize = 16
  private static let rootStamp = OutputManifest.magic.count + 4
  private static let lengthSize = 2

  /// nil for bytes that are damaged or of another format.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.withoutChecksum?.endIndex else { return nil }
    var reader = ByteFieldReader(bytes)
    guard
      reader.slice(OutputManifest.magic.count)?.elementsEqual(OutputManifest.magic) == true,
      reader.integer(UInt32.self) == OutputManifest.format,
      reader.stamp() != nil,
      let files = reader.integer(UInt32.self).map(Int.init),
      let folders = reader.integer(UInt32.self).map(Int.init),
      files + folders <= end
    else { return nil }
    var next = reader.offset
    var starts: [Int] = []
    starts.reserveCapacity(files + folders + 1)
    bytes.withUnsafeBytes { bytes in
      while starts.count < files + folders, next + Self.lengthSize <= end {
        starts.append(next)
        let length = UInt16(
          littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt16.self)
        )
        next += Self.lengthSize + Int(length) + Self.stampSize
        if starts.count <= files { next += Self.hashSize }
      }
    }
    guard starts.count == files + folders, next == end else { return nil }
    starts.append(end)
    self.bytes = bytes
    self.starts = starts
    fileCount = files
  }

  /// The bytes of an entry's path.
  private func path(_ entry: Int) -> Range<Int> {
    let tail = Self.stampSize + (entry < fileCount ? Self.hashSize : 0)
    return starts[entry] + Self.lengthSize..<starts[entry + 1] - tail
  }

  /// The path of an entry.
  func path(of entry: Int) -> OutputPath { OutputPath(bytes[path(entry)]) }

  /// The hash of a file by its number.
  func hash(of file: Int) -> ContentHash {
    var reader = ByteFieldReader(bytes, from: path(file).upperBound)
    return reader.hash() ?? ContentHash(high: 0, low: 0)
  }

  /// The stamp of an entry.
  func stamp(of entry: Int) -> FileStamp {
    var reader = ByteFieldReader(bytes, from: starts[entry + 1] - Self.stampSize)
    return reader.stamp() ?? .unknown
  }

  /// The number of a file; nil when there is none of that path.
  func file(_ path: OutputPath) -> Int? { entry(path, in: 0..<fileCount) }

  /// The entry of a folder; nil when there is none of that path.
  func folder(_ path: OutputPath) -> Int? { entry(path, in: fileCount..<starts.count - 1) }

  /// The files whose paths begin with `prefix`.
  func files(beginningWith prefix: String) -> Range<Int> {
    let prefix = Array(prefix.utf8)
    let first = firstEntry(in: 0..<fileCount) { $0.lexicographicallyPrecedes(prefix) }
    let end = firstEntry(in: first..<fileCount) { $0.starts(with: prefix) }
    return first..<end
  }

  private func entry(_ path: OutputPath, in entries: Range<Int>) -> Int? {
    let wanted = Array(path.utf8)
    let found = firstEntry(in: entries) { $0.lexicographicallyPrecedes(wanted) }
    guard found < entries.upperBound, bytes[self.path(found)].elementsEqual(wanted) else {
      return nil
    }
    return found
  }

  /// The first of some sorted entries that `isBefore` does not hold of.
  private func firstEntry(
    in entries: Range<Int>,
    where isBefore: (ArraySlice<UInt8>) -> Bool
  ) -> Int {
    var (low, high) = (entries.lowerBound, entries.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(bytes[path(middle)]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The numbers of the files that have other contents in another manifest; nil when that has other paths.
  func filesThatDiffer(from other: Self) -> [Int]? {
    guard fileCount == other.fileCount, starts == other.starts else { return nil }
    return bytes.withUnsafeBytes { (own) -> [Int]? in
      other.bytes.withUnsafeBytes { (theirs) -> [Int]? in
        guard let own = own.baseAddress, let theirs = theirs.baseAddress else { return nil }
        var found: [Int] = []
        for entry in 0..<starts.count - 1 {
          let (path, start) = (path(entry), starts[entry])
          guard memcmp(own + start, theirs + start, path.upperBound - start) == 0 else {
            return nil
          }
          guard entry < fileCount else { continue }
          if memcmp(own + path.upperBound, theirs + path.upperBound, Self.hashSize) != 0 {
            found.append(entry)
          }
        }
        return found
      }
    }
  }

  /// Says of a file what it holds now.
  mutating func replace(_ file: Int, hash: ContentHash, stamp: FileStamp) {
    var fields: [UInt8] = []
    fields.append(hash)
    fields.append(stamp)
    bytes.replaceSubrange(path(file).upperBound..<starts[file + 1], with: fields)
  }

  /// Says of a folder which names it holds now.
  ///
  /// - Parameter entry: nil for the root.
  mutating func replaceFolder(_ entry: Int?, stamp: FileStamp) {
    var fields: [UInt8] = []
    fields.append(stamp)
    let start = entry.map { path($0).upperBound } ?? Self.rootStamp
    bytes.replaceSubrange(start..<start + fields.count, with: fields)
  }

  /// Renews the checksum, once all is said.
  mutating func seal() {
    bytes.removeLast(Self.hashSize)
    bytes.append(ContentHash(of: bytes))
  }

  /// Whether everything in a tree is as the manifest says and nothing has come to it.
  ///
  /// - Parameter width: How many threads ask.
  /// - Complexity: A system call for each file and folder.
  func stands(in root: borrowing OpenFile, width: Int) -> Bool {
    var reader = ByteFieldReader(bytes, from: Self.rootStamp)
    guard let rootStamp = try? root.status().stamp, rootStamp == reader.stamp() else {
      return false
    }
    let descriptor = root.descriptor
    let chunkSize = 512
    let count = starts.count - 1
    return ParallelFor(width: width, chunkSize: 1)
      .map(count: (count + chunkSize - 1) / chunkSize) { chunk in
        bytes.withUnsafeBytes { bytes in
          (chunk * chunkSize..<min((chunk + 1) * chunkSize, count))
            .allSatisfy { holds($0, of: bytes, in: descriptor) }
        }
      }
      .allSatisfy(\.self)
  }

  private func holds(_ entry: Int, of bytes: UnsafeRawBufferPointer, in root: Int32) -> Bool {
    let path = path(entry)
    var status = stat()
    let found = withUnsafeTemporaryAllocation(of: CChar.self, capacity: path.count + 1) { text in
      UnsafeMutableRawBufferPointer(text).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[path])
      )
      text[path.count] = 0
      return text.baseAddress.map { fstatat(root, $0, &status, AT_SYMLINK_NOFOLLOW) } == 0
    }
    guard found, status.st_mode & S_IFMT == (entry < fileCount ? S_IFREG : S_IFDIR) else {
      return false
    }
    return stamp(of: entry) == FileStatus(status).stamp
  }
}
