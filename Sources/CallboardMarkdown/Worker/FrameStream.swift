import Glibc

/// Messages over a pipe: a length of four bytes, the lowest first, then as many bytes.
package struct FrameStream {
  /// Longer frames than this are taken for garbage and end the stream.
  package static let maximumLength = 256 << 20

  private let input: Int32
  private let output: Int32

  /// - Parameters:
  ///   - input: A descriptor to read from; stays the caller's to close.
  ///   - output: A descriptor to write to; stays the caller's to close.
  package init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// The next frame; nil at the end of the input, and after anything but a whole frame.
  package func read() -> [UInt8]? {
    guard let header = read(count: 4) else { return nil }
    let length = header.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.maximumLength else { return nil }
    return read(count: length)
  }

  /// False when the other side is gone.
  package func write(_ frame: [UInt8]) -> Bool {
    guard frame.count <= Self.maximumLength else { return false }
    let header = (0..<4).map { UInt8(truncatingIfNeeded: frame.count >> ($0 * 8)) }
    return writeAll(header + frame)
  }

  private func read(count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    // What has arrived is kept, not what was announced: a false length costs no memory.
    var buffer = [UInt8](repeating: 0, count: min(count, 64 << 10))
    while bytes.count < count {
      let wanted = min(buffer.count, count - bytes.count)
      let received = Glibc.read(input, &buffer, wanted)
      if received < 0, errno == EINTR { continue }
      guard received > 0 else { return nil }
      bytes += buffer[..<received]
    }
    return bytes
  }

  private func writeAll(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(output, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }
}
