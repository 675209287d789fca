/// Bytes as they arrive from the other side, cut into frames: a length of four bytes, the lowest first, then as many bytes.
package struct FrameBuffer {
  private static let headerSize = 4

  private var bytes: [UInt8] = []
  private var start = 0

  /// Nothing has arrived.
  package init() {}

  /// Takes what has arrived after all that came before.
  package mutating func append(_ arrived: ArraySlice<UInt8>) {
    if start > bytes.count / 2 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes.append(contentsOf: arrived)
  }

  /// The length that the next frame announces; nil until its header is here.
  package var nextFrameSize: Int? {
    guard bytes.count - start >= Self.headerSize else { return nil }
    return bytes[start..<start + Self.headerSize].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The next frame without its header; nil until all of it is here.
  package mutating func takeFrame() -> [UInt8]? {
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
  /// Appends a frame of fewer than 2³² bytes, as ``FrameBuffer`` takes it apart.
  package mutating func appendFrame(_ payload: [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: payload.count >> shift))
    }
    self += payload
  }
}
