/// Bytes as they arrive from a worker, cut into frames.
struct FrameBuffer {
  private static let headerSize = 4

  private var bytes: [UInt8] = []
  private var start = 0

  mutating func append(_ arrived: ArraySlice<UInt8>) {
    if start > bytes.count / 2 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: arrived)
  }

  /// The length that the next frame announces; nil until its header is here.
  var nextFrameSize: Int? {
    var reader = ByteFieldReader(bytes, from: start)
    return reader.integer(UInt32.self).map(Int.init)
  }

  /// The next frame without its header; nil until all of it is here.
  mutating func takeFrame() -> [UInt8]? {
    guard let size = nextFrameSize, bytes.count - start - Self.headerSize >= size else {
      return nil
    }
    let first = start + Self.headerSize
    let frame = Array(bytes[first..<first + size])
    start = first + size
    return frame
  }
}

extension [UInt8] {
  /// Appends a frame of fewer than 2³² bytes.
  mutating func appendFrame(_ payload: [UInt8]) {
    appendLittleEndian(UInt32(truncatingIfNeeded: payload.count))
    append(contentsOf: payload)
  }
}
