/// Eight bytes of a text that are looked at in one step, the first of them first.
///
/// What is asked of all of them costs a few instructions and no branch, so that a text is passed over several times faster
/// than byte by byte. See ``firstIndex(from:marked:)`` for the usual way to use it.
public struct ByteLanes {
  /// Some of the eight bytes.
  public struct Marks {
    /// The highest bit of each byte that is marked, those of the first byte lowest; all others are 0.
    public let bits: UInt64

    /// Marks the bytes whose highest bit is set.
    @inlinable
    public init(_ bits: UInt64) { self.bits = bits & ByteLanes.each(0x80) }

    /// Whether no byte is marked.
    @inlinable
    public var isEmpty: Bool { bits == 0 }

    /// The first byte that is marked, counted from 0; 8 without one.
    @inlinable
    public var first: Int { bits.trailingZeroBitCount / 8 }

    /// The bytes that one or the other marks.
    @inlinable
    public static func | (left: Marks, right: Marks) -> Marks { Marks(left.bits | right.bits) }

    /// The bytes that both mark.
    @inlinable
    public static func & (left: Marks, right: Marks) -> Marks { Marks(left.bits & right.bits) }

    /// The bytes that are not marked.
    @inlinable
    public static prefix func ~ (marks: Marks) -> Marks { Marks(~marks.bits) }
  }

  @usableFromInline let word: UInt64

  @inlinable
  init(word: UInt64) { self.word = word }

  /// The eight bytes from `offset` on, all of which the text must have.
  @inlinable
  public init(_ text: UnsafeRawBufferPointer, at offset: Int) {
    word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A byte in all eight places.
  @inlinable
  static func each(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// The bytes that equal one.
  @inlinable
  public func equal(to byte: UInt8) -> Marks { equal(to: byte, ignoring: 0) }

  /// The bytes that equal one when the bits of `ignored` are set in both: two values that differ in one bit are found
  /// at the price of one.
  @inlinable
  public func equal(to byte: UInt8, ignoring ignored: UInt8) -> Marks {
    let difference = (word | Self.each(ignored)) ^ Self.each(byte | ignored)
    // The sum carries into the highest bit, and no further, unless the other seven are 0.
    let low = Self.each(0x7F)
    return Marks(~((difference & low) &+ low | difference))
  }

  /// The bytes in a range of ASCII.
  @inlinable
  public func within(_ range: ClosedRange<UInt8>) -> Marks {
    // Adding what a bound lacks to 0x80 sets the highest bit from that bound on, and carries no further.
    let low = word & Self.each(0x7F)
    let from = low &+ Self.each(0x80 &- range.lowerBound)
    let beyond = low &+ Self.each(0x7F &- range.upperBound)
    return Marks(from & ~beyond & ~word)
  }

  /// The bytes beyond ASCII.
  @inlinable
  public var beyondASCII: Marks { Marks(word) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place from `start` on that is marked; the end without one.
  ///
  /// - Parameter marks: Asked for eight bytes at a time, for the last ones with zeros behind the end of the text, which it may
  ///   mark or not. It sees nothing of the bytes around these.
  @inlinable
  @inline(__always)
  public func firstIndex(from start: Int, marked marks: (ByteLanes) -> ByteLanes.Marks) -> Int {
    let text = UnsafeRawBufferPointer(self)
    var index = start
    while index + 8 <= text.count {
      let found = marks(ByteLanes(text, at: index))
      if !found.isEmpty { return index + found.first }
      index += 8
    }
    guard index < text.count else { return text.count }
    var word: UInt64 = 0
    if text.count >= 8 {
      // The last eight bytes of the text, without those that were seen.
      let last = ByteLanes(text, at: text.count - 8).word
      word = last >> UInt64(8 * (index + 8 - text.count))
    } else {
      for place in index..<text.count { word |= UInt64(text[place]) << UInt64(8 * (place - index)) }
    }
    return Swift.min(index + marks(ByteLanes(word: word)).first, text.count)
  }
}
