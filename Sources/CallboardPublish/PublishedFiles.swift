import CallboardBuild

/// The list of what Callboard has put at a destination.
///
/// It stands there as a file of its own, ``name``. What the list does not have is not Callboard's, and is
/// never removed. While files are on their way, their contents are in doubt; so whatever ends a
/// publication early, the next one sends them again and loses sight of none.
struct PublishedFiles: Equatable, Sendable {
  /// The list's own path at the destination.
  static let name = ".callboard-published"

  /// By path; nil where the contents are in doubt.
  var files: [String: ContentHash?] = [:]

  private static let firstLine = "callboard published 1"
  /// Stands in place of the hash of contents in doubt.
  private static let doubt = String(repeating: "-", count: 32)

  /// Of a destination to which nothing was ever published.
  init() {}

  /// What a site leaves when all of it has arrived.
  init(_ site: BuiltSite) {
    for file in site.files { files[file.path] = .some(file.hash) }
  }

  /// Reads a list; nil when it is none, or one of a later format.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"))[...]
    guard let first = lines.popFirst(), first.elementsEqual(Self.firstLine.utf8) else { return nil }
    for line in lines {
      guard line.count > 33, line[line.startIndex + 32] == UInt8(ascii: " ") else { return nil }
      let hash = String(decoding: line.prefix(32), as: UTF8.self)
      let path = String(decoding: line.dropFirst(33), as: UTF8.self)
      if hash == Self.doubt {
        files[path] = .some(nil)
      } else {
        guard let hash = ContentHash(hash) else { return nil }
        files[path] = .some(hash)
      }
    }
  }

  /// A line a file in the order of the paths: the hash, a space, the path. No path of a site has a line break.
  var encoded: [UInt8] {
    var bytes = Array("\(Self.firstLine)\n".utf8)
    for (path, hash) in files.sorted(by: { $0.key < $1.key }) {
      bytes += "\(hash?.description ?? Self.doubt) \(path)\n".utf8
    }
    return bytes
  }

  /// The list for the time of a publication: all that was there and all that will be, with what
  /// changes in doubt.
  func inTransit(_ changes: PublishChanges) -> PublishedFiles {
    var list = self
    for path in changes.added + changes.changed { list.files[path] = .some(nil) }
    return list
  }
}
