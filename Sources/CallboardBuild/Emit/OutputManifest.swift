import Glibc

/// What one tree held when it was published: each file's hash, and its stamp to tell cheaply
/// whether the file is still the same.
///
/// A tree's manifest is named by the tree's inode, which moves along when two trees trade places. So
/// no manifest has to be renamed in the same instant, and none stands in the site itself.
struct OutputManifest: Sendable {
  struct Entry: Sendable {
    var hash: ContentHash
    var stamp: FileStamp
  }

  private static let magic: [UInt8] = Array("callmani".utf8)
  private static let format: UInt32 = 1

  var entries: [OutputPath: Entry] = [:]

  init(entries: [OutputPath: Entry] = [:]) {
    self.entries = entries
  }

  /// Reads a manifest; nil when it is damaged or of another format.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.magic.count + 24 else { return nil }
    let checked = bytes.dropLast(16)
    var end = ByteFieldReader(bytes, from: checked.endIndex)
    guard end.hash() == ContentHash(of: checked) else { return nil }

    var reader = ByteFieldReader(bytes)
    guard
      reader.slice(Self.magic.count)?.elementsEqual(Self.magic) == true,
      reader.integer(UInt32.self) == Self.format,
      let count = reader.integer(UInt32.self)
    else { return nil }
    // A count that the bytes cannot hold must not reserve memory.
    entries.reserveCapacity(min(Int(count), bytes.count / 40))
    for _ in 0..<count {
      guard
        let length = reader.integer(UInt16.self),
        let path = reader.slice(Int(length)),
        let hash = reader.hash(),
        let size = reader.integer(Int64.self),
        let seconds = reader.integer(Int64.self),
        let nanoseconds = reader.integer(Int32.self)
      else { return nil }
      let stamp = FileStamp(
        size: size,
        modifiedSeconds: seconds,
        modifiedNanoseconds: nanoseconds
      )
      entries[OutputPath(path)] = Entry(hash: hash, stamp: stamp)
    }
  }

  /// By path, so that equal manifests have equal bytes.
  func encoded() -> [UInt8] {
    var bytes = Self.magic
    bytes.appendLittleEndian(Self.format)
    bytes.appendLittleEndian(UInt32(truncatingIfNeeded: entries.count))
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      // The system calls have taken the path, and they take no more than 4096 bytes.
      bytes.appendLittleEndian(UInt16(truncatingIfNeeded: path.count))
      bytes.append(contentsOf: path.utf8)
      bytes.append(entry.hash)
      bytes.appendLittleEndian(entry.stamp.size)
      bytes.appendLittleEndian(entry.stamp.modifiedSeconds)
      bytes.appendLittleEndian(entry.stamp.modifiedNanoseconds)
    }
    bytes.append(ContentHash(of: bytes))
    return bytes
  }
}
