/// Reads what `DigitString` wrote. Past the end everything is 0, so a damaged file ends loops early.
struct DigitReader {
  let digits: [UInt8]
  var position: Int

  init(_ digits: [UInt8], at position: Int = 0) {
    self.digits = digits
    self.position = position
  }

  private static let values: [Int] = {
    var values = Array(repeating: 0, count: 256)
    for value in 0..<64 { values[Int(DigitString.digit(value))] = value }
    return values
  }()

  var isAtEnd: Bool { position >= digits.count }

  mutating func digit() -> Int {
    guard position < digits.count else { return 0 }
    position += 1
    return Self.values[Int(digits[position - 1])]
  }

  mutating func number() -> Int {
    var value = 0
    var shift = 0
    while !isAtEnd {
      let digit = digit()
      // Longer numbers are damage; cut, so that sums of them cannot overflow.
      if shift < 30 { value |= (digit & 31) << shift }
      shift += 5
      if digit < 32 { break }
    }
    return value
  }

  /// The values of a list as a set of bits.
  mutating func bits() -> UInt32 {
    var set: UInt32 = 0
    while !isAtEnd {
      let digit = digit()
      set |= 1 << UInt32(digit & 31)
      if digit < 32 { break }
    }
    return set
  }

  /// What follows a word: the coarse hashes as bits, and the fine hash where it is known.
  mutating func follow() -> (set: UInt32, fine: Int?) {
    let first = digit()
    if first < Int(Follow.none) { return (1 << UInt32(first), digit()) }
    if first < 32 { return (1 << UInt32(first), nil) }
    position -= 1
    return (bits(), nil)
  }

  /// Passes over numbers or lists.
  mutating func skip(_ count: Int) {
    var left = count
    while left > 0, !isAtEnd {
      if digit() < 32 { left -= 1 }
    }
  }

  mutating func skipFollows(_ count: Int) {
    for _ in 0..<count {
      guard !isAtEnd else { return }
      _ = follow()
    }
  }
}
