import Glibc

/// Messages over a pipe, as ``FrameBuffer`` takes them apart.
///
/// What is written is gathered as long as further messages are here already, and sent before waiting for one: to wake the
/// other side at each of many small messages costs more than most of them.
package struct FrameStream {
  /// Longer frames than this are taken for garbage and end the stream.
  package static let maximumLength = 256 << 20
  /// More is not gathered.
  private static let gatheredBytes = 64 << 10
  /// How long messages may wait for one that takes its time, in seconds.
  private static let gatheredSeconds = 0.005

  private let input: Int32
  private let output: Int32
  private var arrived = FrameBuffer()
  private var received = [UInt8](repeating: 0, count: 64 << 10)
  private var gathered: [UInt8] = []
  /// When something was received or sent last.
  private var lastMoved = 0.0

  /// - Parameters:
  ///   - input: A descriptor to read from; stays the caller's to close.
  ///   - output: A descriptor to write to; stays the caller's to close.
  package init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// The next frame; nil at the end of the input, after anything but a whole frame, and when the other side is gone.
  package mutating func read() -> [UInt8]? {
    while true {
      if let size = arrived.nextFrameSize, size > Self.maximumLength { return nil }
      if let frame = arrived.takeFrame() { return frame }
      guard flush(), receive() else { return nil }
    }
  }

  /// Gathers a frame, or sends it with those gathered before. False when the other side is gone.
  package mutating func write(_ frame: [UInt8]) -> Bool {
    guard frame.count <= Self.maximumLength else { return false }
    gathered.appendFrame(frame)
    if gathered.count < Self.gatheredBytes, Self.now() - lastMoved < Self.gatheredSeconds {
      return true
    }
    return flush()
  }

  /// Sends what was gathered. False when the other side is gone.
  package mutating func flush() -> Bool {
    guard !gathered.isEmpty else { return true }
    let isSent = gathered.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(output, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
    gathered.removeAll(keepingCapacity: true)
    lastMoved = Self.now()
    return isSent
  }

  /// Waits for further bytes. False at the end of the input.
  private mutating func receive() -> Bool {
    while true {
      let count = Glibc.read(input, &received, received.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      arrived.append(received[..<count])
      lastMoved = Self.now()
      return true
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
