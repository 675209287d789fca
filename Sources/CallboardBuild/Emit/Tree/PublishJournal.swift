/// What is left to do to a site that is changed in place, file by file.
///
/// Every step may be done again, so a journal that is found is simply carried out from its start.
struct PublishJournal: Sendable {
  private static let magic: [UInt8] = Array("calljour".utf8)
  private static let format: UInt32 = 1

  /// Of the tree that it is about.
  let inode: UInt64

  /// Removed before anything else, as new files or folders bear their names, or they are links that
  /// lead out of the site.
  var removedFirst: [OutputPath] = []
  /// Moved from the hidden tree, in this order.
  var moved: [OutputPath] = []
  /// Removed at the end, when no page refers to them any more.
  var removedLast: [OutputPath] = []

  init(inode: UInt64) {
    self.inode = inode
  }

  /// Reads a journal; nil when it is damaged or of another format.
  init?(_ bytes: [UInt8]) {
    guard bytes.withoutChecksum != nil else { return nil }
    var reader = ByteFieldReader(bytes)
    guard
      reader.slice(Self.magic.count)?.elementsEqual(Self.magic) == true,
      reader.integer(UInt32.self) == Self.format,
      let inode = reader.integer(UInt64.self),
      let removedFirst = Self.paths(from: &reader),
      let moved = Self.paths(from: &reader),
      let removedLast = Self.paths(from: &reader)
    else { return nil }
    self.inode = inode
    self.removedFirst = removedFirst
    self.moved = moved
    self.removedLast = removedLast
  }

  /// With a hash of the rest at the end.
  func encoded() -> [UInt8] {
    var bytes = Self.magic
    bytes.appendLittleEndian(Self.format)
    bytes.appendLittleEndian(inode)
    for paths in [removedFirst, moved, removedLast] {
      bytes.appendLittleEndian(UInt32(truncatingIfNeeded: paths.count))
      for path in paths { bytes.append(path) }
    }
    bytes.append(ContentHash(of: bytes))
    return bytes
  }

  /// Carries it out.
  func apply(from hidden: OutputTree, to live: OutputTree) throws(SystemFailure) {
    for path in removedFirst { try live.removeFile(path) }
    for path in moved { try live.move(path, from: hidden) }
    for path in removedLast { try live.removeFile(path) }
  }

  private static func paths(from reader: inout ByteFieldReader) -> [OutputPath]? {
    guard let count = reader.integer(UInt32.self) else { return nil }
    var paths: [OutputPath] = []
    for _ in 0..<count {
      guard let path = reader.path() else { return nil }
      paths.append(path)
    }
    return paths
  }
}
