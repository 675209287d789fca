/// Numbers as text: base 64 digits that need no escape in JSON.
///
/// A number below 64 may be one digit; any number is written in groups of five bits, the lowest
/// first, with 32 added to every digit but the last.
struct DigitString {
  private(set) var bytes: [UInt8] = []

  // Static, since whether an array of them is there already would be asked for every digit.
  private static let alphabet: StaticString =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

  /// The digit for `value`, which is taken modulo 64.
  static func digit(_ value: Int) -> UInt8 { alphabet.utf8Start[value & 63] }

  /// One digit without continuation, 0 to 63.
  mutating func append(digit value: Int) {
    bytes.append(Self.digit(value))
  }

  /// A number from 0 on, as long as it needs.
  mutating func append(number value: Int) {
    var rest = value
    while rest >= 32 {
      bytes.append(Self.digit(32 | rest & 31))
      rest >>= 5
    }
    bytes.append(Self.digit(rest & 31))
  }

  /// The numbers of the bits that are set, lowest first, as one digit each, with 32 added to all
  /// but the last.
  mutating func append(bits: UInt32) {
    var rest = bits
    while rest != 0 {
      let number = rest.trailingZeroBitCount
      rest &= rest - 1
      append(digit: rest == 0 ? number : number + 32)
    }
  }

  mutating func append(contentsOf other: DigitString) {
    bytes.append(contentsOf: other.bytes)
  }

  /// The JSON string.
  var json: [UInt8] { [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")] }
}
