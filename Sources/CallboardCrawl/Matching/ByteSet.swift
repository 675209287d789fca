/// A set of byte values, one bit for each.
struct ByteSet: Hashable, Sendable {
  private var words: SIMD4<UInt64> = .zero

  init() {}

  /// All values of a range.
  init(_ range: ClosedRange<UInt8>) {
    for byte in range { insert(byte) }
  }

  func contains(_ byte: UInt8) -> Bool {
    words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  mutating func insert(_ byte: UInt8) {
    words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  mutating func remove(_ byte: UInt8) {
    words[Int(byte >> 6)] &= ~(1 << UInt64(byte & 63))
  }

  mutating func formUnion(_ other: ByteSet) {
    words |= other.words
  }

  var inverted: ByteSet {
    var result = self
    result.words = ~words
    return result
  }

  static let all = ByteSet(0...0xFF)

  static let notSlash: ByteSet = {
    var set = all
    set.remove(UInt8(ascii: "/"))
    return set
  }()

  /// The bytes of a UTF-8 character after its first.
  static let continuation = ByteSet(0x80...0xBF)

  /// The set of a POSIX class name such as `alpha`, in ASCII; nil when there is no such class.
  init?(posixClass name: some Sequence<UInt8>) {
    let digits = ByteSet(0x30...0x39)
    let upper = ByteSet(0x41...0x5A)
    let lower = ByteSet(0x61...0x7A)
    self.init()
    switch String(decoding: Array(name), as: UTF8.self) {
    case "digit": self = digits
    case "upper": self = upper
    case "lower": self = lower
    case "alpha":
      formUnion(upper)
      formUnion(lower)
    case "alnum":
      formUnion(upper)
      formUnion(lower)
      formUnion(digits)
    case "xdigit":
      formUnion(digits)
      formUnion(ByteSet(0x41...0x46))
      formUnion(ByteSet(0x61...0x66))
    case "blank":
      insert(0x09)
      insert(0x20)
    case "space":
      formUnion(ByteSet(0x09...0x0D))
      insert(0x20)
    case "cntrl":
      formUnion(ByteSet(0x00...0x1F))
      insert(0x7F)
    case "graph": formUnion(ByteSet(0x21...0x7E))
    case "print": formUnion(ByteSet(0x20...0x7E))
    case "punct":
      formUnion(ByteSet(0x21...0x2F))
      formUnion(ByteSet(0x3A...0x40))
      formUnion(ByteSet(0x5B...0x60))
      formUnion(ByteSet(0x7B...0x7E))
    default: return nil
    }
  }
}
