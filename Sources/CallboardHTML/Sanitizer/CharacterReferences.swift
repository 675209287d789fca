/// Reads `&amp;`, `&#38;` and `&#x26;` in what an author wrote.
package enum CharacterReferences {
  /// The longest name of HTML 5 has 31 letters.
  private static let nameLimit = 32

  /// The length of a well-formed reference with its `;` that begins at `start`, or 0.
  ///
  /// Such a reference is harmless in text, known or not: it can only ever become text.
  static func length(in source: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var index = start + 1
    guard index < source.count else { return 0 }
    let isAllowed: (UInt8) -> Bool
    if source[index] == UInt8(ascii: "#") {
      index += 1
      if index < source.count, source[index] | 0x20 == UInt8(ascii: "x") {
        index += 1
        isAllowed = { isASCIIHexDigit($0) }
      } else {
        isAllowed = { isASCIIDigit($0) }
      }
    } else {
      guard isASCIILetter(source[index]) else { return 0 }
      isAllowed = { isASCIILetter($0) || isASCIIDigit($0) }
    }
    let bodyStart = index
    while index < source.count, index - bodyStart < nameLimit, isAllowed(source[index]) {
      index += 1
    }
    guard index > bodyStart, index < source.count, source[index] == UInt8(ascii: ";") else {
      return 0
    }
    return index + 1 - start
  }

  /// The value of an attribute with its references decoded; unknown ones stay as they are.
  package static func decoded(_ source: UnsafeBufferPointer<UInt8>) -> String {
    guard source.contains(UInt8(ascii: "&")) else { return String(decoding: source, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "&") {
        let length = length(in: source, at: index)
        let reference = UnsafeBufferPointer(rebasing: source[index..<index + length])
        if length > 0, let scalar = scalar(of: reference) {
          bytes += Array(String(scalar).utf8)
          index += length
          continue
        }
      }
      bytes.append(source[index])
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// nil for a name that is not known.
  private static func scalar(of reference: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let body = String(decoding: reference[1..<reference.count - 1], as: UTF8.self)
    guard body.utf8.first == UInt8(ascii: "#") else { return NamedCharacters.scalars[body] }
    let digits = body.dropFirst()
    let value =
      if digits.utf8.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
        UInt32(digits.dropFirst(), radix: 16)
      } else {
        UInt32(digits)
      }
    // Zero, surrogates and what is too great become U+FFFD (HTML Standard, 13.2.5.80).
    guard let value, value != 0 else { return "\u{FFFD}" }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
