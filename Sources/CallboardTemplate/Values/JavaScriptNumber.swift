/// How JavaScript writes and reads numbers (ECMA-262, 6.1.6.1.20 and 7.1.4.1).
enum JavaScriptNumber {
  /// `1` for 1.0, `0.1`, `1e+21`, `NaN`, `Infinity`.
  static func text(_ value: Double) -> String {
    if let integer = Int64(exactly: value), abs(value) < 9_007_199_254_740_992 {
      return String(integer)
    }
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }

    // Swift prints the shortest digits that read back as the same number, as JavaScript does;
    // only where the point and the exponent go differs.
    var digits: [UInt8] = []
    var pointPosition: Int?
    var exponent = 0
    let bytes = Array(abs(value).description.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ".") {
        pointPosition = digits.count
      } else if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte)
      }
      index += 1
    }
    var scale = (pointPosition ?? digits.count) + exponent
    while digits.first == UInt8(ascii: "0"), digits.count > 1 {
      digits.removeFirst()
      scale -= 1
    }
    while digits.last == UInt8(ascii: "0"), digits.count > 1 { digits.removeLast() }
    return (value < 0 ? "-" : "") + layout(digits, scale: scale)
  }

  /// Places the point: the value is 0.DIGITS times ten to the power of `scale`.
  private static func layout(_ digits: [UInt8], scale: Int) -> String {
    func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    if digits.count <= scale, scale <= 21 {
      return text(digits) + String(repeating: "0", count: scale - digits.count)
    }
    if 0 < scale, scale <= 21 {
      return text(digits[..<scale]) + "." + text(digits[scale...])
    }
    if -6 < scale, scale <= 0 {
      return "0." + String(repeating: "0", count: -scale) + text(digits)
    }
    let exponent = scale - 1
    let mantissa = digits.count == 1 ? text(digits) : text(digits[..<1]) + "." + text(digits[1...])
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + String(abs(exponent))
  }

  /// The number that a whole text denotes: 0 for blank text, NaN for anything else than a number.
  static func value(of text: String) -> Double {
    let bytes = Array(trimmed(text.utf8))
    if bytes.isEmpty { return 0 }
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
      let radix: Int? =
        switch bytes[1] | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
      if let radix {
        let (value, end) = digits(bytes[2...], radix: radix)
        return end == bytes.endIndex ? value : .nan
      }
    }
    guard let end = decimalEnd(bytes[...]), end == bytes.endIndex else { return .nan }
    return decimal(bytes[..<end])
  }

  /// What `parseFloat` reads: the longest number at the beginning, else NaN.
  static func prefix(of text: String) -> Double {
    let bytes = Array(trimmed(text.utf8))
    guard let end = decimalEnd(bytes[...]) else { return .nan }
    return decimal(bytes[..<end])
  }

  /// What `parseInt` reads: the longest run of digits at the beginning, else NaN.
  static func integerPrefix(of text: String, radix given: Double) -> Double {
    var bytes = Array(trimmed(text.utf8))[...]
    var negative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      negative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    var radix = given.isFinite ? Int(exactly: given.rounded(.towardZero)) ?? 10 : 10
    let hasHexPrefix = bytes.starts(with: [0x30, 0x78]) || bytes.starts(with: [0x30, 0x58])
    if hasHexPrefix, radix == 0 || radix == 16 {
      bytes = bytes.dropFirst(2)
      radix = 16
    }
    if radix == 0 { radix = 10 }
    guard (2...36).contains(radix) else { return .nan }
    let (value, end) = digits(bytes, radix: radix)
    guard end > bytes.startIndex else { return .nan }
    return negative ? -value : value
  }

  private static func digits(_ bytes: ArraySlice<UInt8>, radix: Int) -> (Double, Int) {
    var value = 0.0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let digit: Int =
        switch bytes[index] {
        case 0x30...0x39: Int(bytes[index]) - 0x30
        case 0x41...0x5A: Int(bytes[index]) - 0x41 + 10
        case 0x61...0x7A: Int(bytes[index]) - 0x61 + 10
        default: 99
        }
      guard digit < radix else { break }
      value = value * Double(radix) + Double(digit)
      index += 1
    }
    // Rounding once at the end is only right for ten digits at a time; let the library do it.
    if radix == 10, index > bytes.startIndex { value = decimal(bytes[bytes.startIndex..<index]) }
    return (value, index)
  }

  /// The end of the decimal literal at the beginning, or nil when there is none.
  private static func decimalEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    func isDigit(_ at: Int) -> Bool { at < bytes.endIndex && (0x30...0x39).contains(bytes[at]) }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") || bytes[index] == 0x2B {
      index += 1
    }
    if bytes[index...].starts(with: "Infinity".utf8) { return index + 8 }
    let start = index
    while isDigit(index) { index += 1 }
    var count = index - start
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ".") {
      let fraction = index + 1
      var end = fraction
      while isDigit(end) { end += 1 }
      count += end - fraction
      if count > 0 { index = end }
    }
    guard count > 0 else { return nil }
    if index < bytes.endIndex, bytes[index] | 0x20 == UInt8(ascii: "e") {
      var end = index + 1
      if end < bytes.endIndex, bytes[end] == UInt8(ascii: "-") || bytes[end] == 0x2B { end += 1 }
      if isDigit(end) {
        while isDigit(end) { end += 1 }
        index = end
      }
    }
    return index
  }

  /// Reads a literal that ``decimalEnd(_:)`` has delimited.
  private static func decimal(_ bytes: ArraySlice<UInt8>) -> Double {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("Infinity") { return text.hasPrefix("-") ? -.infinity : .infinity }
    return Double(text) ?? Double(text + "0") ?? Double(text.replacingDot()) ?? .nan
  }

  private static func trimmed(_ text: String.UTF8View) -> Substring.UTF8View {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var slice = text[...]
    while let first = slice.first, isSpace(first) { slice = slice.dropFirst() }
    while let last = slice.last, isSpace(last) { slice = slice.dropLast() }
    return slice
  }
}

extension String {
  /// `5.e3` as `5.0e3`, which is how Swift wants it.
  fileprivate func replacingDot() -> String {
    guard let dot = firstIndex(of: ".") else { return self }
    return self[..<dot] + ".0" + self[index(after: dot)...]
  }
}
