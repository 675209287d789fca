/// Numbers of the YAML 1.2 core schema, read and written as JavaScript does.
enum YAMLNumber {
  /// The greatest whole number that JavaScript keeps exactly.
  static let greatestInt = (1 << 53) - 1

  /// Reads `12`, `-0`, `0o17`, `0x1F`, `1.5e3`, `.inf` and `.nan`; nil for anything else.
  ///
  /// - Precondition: none; any bytes are safe.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> YAMLValue? {
    if text.count > 2, text[0] == UInt8(ascii: "0") {
      if text[1] == UInt8(ascii: "o") { return digits(text.dropFirst(2), radix: 8) }
      if text[1] == UInt8(ascii: "x") { return digits(text.dropFirst(2), radix: 16) }
    }
    var rest = text[...]
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    guard let first = rest.first else { return nil }
    if first == UInt8(ascii: "."), rest.count == 4, let special = special(rest.dropFirst()) {
      if special.isNaN { return rest.count == text.count ? .float(special) : nil }
      return .float(isNegative ? -special : special)
    }
    guard isDecimal(rest) else { return nil }
    if rest.count <= 15, rest.allSatisfy(isDigit) {
      let magnitude = rest.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      return .int(isNegative ? -magnitude : magnitude)
    }
    // A leading or trailing dot is YAML, but not something every parser of numbers takes.
    guard let number = Double("0" + padded(rest)) else { return nil }
    let signed = isNegative ? -number : number
    if rest.allSatisfy(isDigit), number <= Double(greatestInt) { return .int(Int(signed)) }
    return .float(signed)
  }

  /// What JavaScript's `String(number)` gives: `1.20` is `1.2`, 10^21 is `1e+21`.
  static func text(of number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    let sign = number < 0 ? "-" : ""
    let (digits, point) = shortest(number.magnitude)
    let count = digits.count
    if point > 21 || point < -5 {
      let exponent = point - 1
      let mantissa = count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
      return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if count <= point { return sign + digits + String(repeating: "0", count: point - count) }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }
}

extension YAMLNumber {
  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func digits(_ text: Bytes, radix: UInt8) -> YAMLValue? {
    var value = 0.0
    for byte in text {
      let letter = (byte | 0x20) &- UInt8(ascii: "a")
      guard isDigit(byte) || letter < 6 else { return nil }
      let digit = isDigit(byte) ? byte - UInt8(ascii: "0") : letter + 10
      guard digit < radix else { return nil }
      value = value * Double(radix) + Double(digit)
    }
    return value <= Double(greatestInt) ? .int(Int(value)) : .float(value)
  }

  private static func special(_ name: Bytes) -> Double? {
    switch String(decoding: name, as: UTF8.self) {
    case "inf", "Inf", "INF": .infinity
    case "nan", "NaN", "NAN": .nan
    default: nil
    }
  }

  /// `[0-9]* [. [0-9]*] [e [+-] [0-9]+]` with at least one digit before the exponent.
  private static func isDecimal(_ text: Bytes) -> Bool {
    var index = text.startIndex
    let whole = skipDigits(text, &index)
    var fraction = 0
    if index < text.endIndex, text[index] == UInt8(ascii: ".") {
      index += 1
      fraction = skipDigits(text, &index)
    }
    guard whole + fraction > 0 else { return false }
    if index < text.endIndex, text[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < text.endIndex,
        text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      guard skipDigits(text, &index) > 0 else { return false }
    }
    return index == text.endIndex
  }

  private static func skipDigits(_ text: Bytes, _ index: inout Int) -> Int {
    let start = index
    while index < text.endIndex, isDigit(text[index]) { index += 1 }
    return index - start
  }

  /// The number's text with a digit after its dot.
  private static func padded(_ text: Bytes) -> String {
    var bytes: [UInt8] = []
    for byte in text {
      if bytes.last == UInt8(ascii: "."), !isDigit(byte) { bytes.append(UInt8(ascii: "0")) }
      bytes.append(byte)
    }
    if bytes.last == UInt8(ascii: ".") { bytes.append(UInt8(ascii: "0")) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The fewest digits that read back as the same number, and where the decimal point stands
  /// relative to the first of them: 0.05 is ("5", -1).
  private static func shortest(_ number: Double) -> (digits: String, point: Int) {
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let parts = number.description.split(separator: "e", maxSplits: 1)
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    for byte in (parts.first ?? "").utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    var place = (point ?? digits.count) + exponent
    let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
    digits.removeFirst(zeros)
    place -= zeros
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (String(decoding: digits, as: UTF8.self), place)
  }
}
