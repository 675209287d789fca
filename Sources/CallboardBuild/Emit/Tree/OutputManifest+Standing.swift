import Glibc

extension OutputManifest {
  /// Whether everything in a tree is as its manifest says and nothing has come to it.
  ///
  /// Reads the manifest where it is, without unpacking it: a system call for each file and folder is all it costs.
  ///
  /// - Parameter bytes: As ``encoded()`` gives them.
  static func stands(_ bytes: [UInt8], in root: borrowing OpenFile, width: Int) -> Bool {
    guard bytes.withoutChecksum != nil, let places = places(in: bytes),
      let rootStamp = try? root.status().stamp, rootStamp == places.root
    else { return false }
    let descriptor = root.descriptor
    let chunkSize = 512
    let entries = places.entries
    let chunks = (entries.count + chunkSize - 1) / chunkSize
    return ParallelFor(width: width, chunkSize: 1).map(count: chunks) { chunk in
      var path: [CChar] = []
      return entries[chunk * chunkSize..<min((chunk + 1) * chunkSize, entries.count)]
        .allSatisfy { holds(at: $0, of: bytes, in: descriptor, path: &path) }
    }
    .allSatisfy(\.self)
  }

  /// One file or folder of an encoded manifest.
  private struct Place: Sendable {
    var path: Range<Int>
    var stamp: Int
    var isFolder: Bool
  }

  /// Where the entries are; nil when the manifest is damaged.
  private static func places(in bytes: [UInt8]) -> (root: FileStamp, entries: [Place])? {
    var reader = ByteFieldReader(bytes)
    guard
      reader.slice(magic.count)?.elementsEqual(magic) == true,
      reader.integer(UInt32.self) == format,
      let root = reader.stamp(),
      let files = reader.integer(UInt32.self),
      let folders = reader.integer(UInt32.self)
    else { return nil }
    var entries: [Place] = []
    for index in 0..<Int(files) + Int(folders) {
      let isFolder = index >= files
      guard let path = reader.integer(UInt16.self).flatMap({ reader.slice(Int($0)) }),
        isFolder || reader.slice(16) != nil
      else { return nil }
      entries.append(Place(path: path.indices, stamp: reader.offset, isFolder: isFolder))
      guard reader.slice(stampSize) != nil else { return nil }
    }
    return (root, entries)
  }

  /// - Parameter path: Room for the path with its NUL, kept for its memory.
  private static func holds(
    at place: Place,
    of bytes: [UInt8],
    in root: Int32,
    path: inout [CChar]
  ) -> Bool {
    path.removeAll(keepingCapacity: true)
    for byte in bytes[place.path] { path.append(CChar(bitPattern: byte)) }
    path.append(0)
    var status = stat()
    guard fstatat(root, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    guard status.st_mode & S_IFMT == (place.isFolder ? S_IFDIR : S_IFREG) else { return false }
    var reader = ByteFieldReader(bytes, from: place.stamp)
    return reader.stamp() == FileStatus(status).stamp
  }

  private static let stampSize = 20
}
