import CallboardHTML
import Synchronization

/// Keeps drawings between builds, by what they were made from.
///
/// Failures are not kept: the next build tries again.
final class DiagramCache: Sendable {
  /// Rises with every change to what is made of a program's output.
  static let version = "diagram-1"

  private let segments: SegmentCache
  private let state = Mutex<(new: [ContentHash: [UInt8]], touched: Set<ContentHash>)>(([:], []))

  init(folder: String) {
    segments = SegmentCache(folder: folder)
  }

  /// How many drawings were added.
  var newCount: Int { state.withLock { $0.new.count } }

  func lookup(_ key: ContentHash) -> SVGPicture? {
    state.withLock { _ = $0.touched.insert(key) }
    guard let stored = segments.lookup(key) else { return nil }
    var reader = ByteFieldReader(stored)
    guard let width = reader.integer(UInt32.self), let height = reader.integer(UInt32.self),
      width > 0, height > 0
    else { return nil }
    return SVGPicture(
      bytes: Array(stored[reader.offset...]),
      width: Int(width),
      height: Int(height)
    )
  }

  func keep(_ picture: SVGPicture, key: ContentHash) {
    var bytes: [UInt8] = []
    bytes.appendLittleEndian(UInt32(clamping: picture.width))
    bytes.appendLittleEndian(UInt32(clamping: picture.height))
    bytes += picture.bytes
    state.withLock { [bytes] in $0.new[key] = bytes }
  }

  /// Writes what is new and gives up what this build had no use for. Where that fails the next build draws
  /// again, and the rendered pages report the folder.
  ///
  /// - Parameter isPartial: Whether not all of the site's diagrams were looked at, so that nothing is given up.
  func save(isPartial: Bool = false) {
    let (new, touched) = state.withLock { $0 }
    try? segments.save(new, touched: isPartial ? nil : touched)
  }
}
