/// Writes the encoding of ``RecordTokens/terms`` into room that was reckoned beforehand: an array would ask for each of
/// some ten bytes a term whether it is shared and whether it is full.
struct TokenWriter {
  /// The most bytes that a number takes.
  static let numberLimit = (Int.bitWidth + 6) / 7
  /// The most bytes that the places in 32 bits take, with their count.
  static let bitsLimit = 1 + UInt32.bitWidth

  private let room: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(_ room: UnsafeMutableBufferPointer<UInt8>) {
    self.room = room
  }

  /// What was written.
  var bytes: [UInt8] { Array(room[..<count]) }

  mutating func append(_ byte: UInt8) {
    precondition(count < room.count, "more was written than was reckoned")
    room[count] = byte
    count += 1
  }

  /// The count of the bytes, then the bytes.
  mutating func append(counted text: UnsafeBufferPointer<UInt8>) {
    append(number: text.count)
    for byte in text { append(byte) }
  }

  /// Little-endian base 128 of a number from 0 on, as `NumberReader` reads it.
  mutating func append(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// The count of the bits that are set, then the place of each, from the lowest.
  mutating func append(bits: UInt32) {
    append(UInt8(truncatingIfNeeded: bits.nonzeroBitCount))
    var rest = bits
    while rest != 0 {
      append(UInt8(truncatingIfNeeded: rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }
}
