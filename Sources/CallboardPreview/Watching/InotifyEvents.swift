import Glibc

/// One event of inotify(7).
struct InotifyEvent {
  /// Which watch it is about; -1 for the queue as a whole.
  var watch: Int32
  var mask: UInt32
  /// The entry of the folder; empty when it is about the folder itself.
  var name: String
}

/// The events in what was read from inotify: a head of sixteen bytes each, then a name filled up with NUL.
struct InotifyEvents: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  mutating func next() -> InotifyEvent? {
    guard rest.count >= 16 else { return nil }
    let head = rest.withUnsafeBytes { bytes in
      (
        watch: bytes.loadUnaligned(fromByteOffset: 0, as: Int32.self),
        mask: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
        length: Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      )
    }
    rest = rest.dropFirst(16)
    let name = rest.prefix(head.length).prefix { $0 != 0 }
    rest = rest.dropFirst(head.length)
    return InotifyEvent(
      watch: head.watch,
      mask: head.mask,
      name: String(decoding: name, as: UTF8.self)
    )
  }
}
