extension JSONParser {
  /// Reads a number from its sign or first digit on.
  mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    var isWhole = true
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let leadsWithZero = index < bytes.count && bytes[index] == UInt8(ascii: "0")
    let digits = try skipDigits()
    guard !leadsWithZero || digits == 1 else {
      throw JSONError(.malformedNumber, at: start, in: bytes)
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      isWhole = false
      index += 1
      _ = try skipDigits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      index += 1
      if index < bytes.count,
        bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      _ = try skipDigits()
    }
    return try value(ofNumber: start..<index, isWhole: isWhole)
  }

  /// - Returns: How many digits there were; at least one.
  private mutating func skipDigits() throws(JSONError) -> Int {
    let start = index
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index > start else {
      throw error(index < bytes.count ? .malformedNumber : .unexpectedEnd)
    }
    return index - start
  }

  private func value(ofNumber range: Range<Int>, isWhole: Bool) throws(JSONError) -> JSONValue {
    let text = String(decoding: bytes[range], as: UTF8.self)
    // An integer has no negative zero, which JavaScript keeps.
    if isWhole, text != "-0", let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw JSONError(.numberOutOfRange, at: range.lowerBound, in: bytes)
    }
    return .number(number)
  }
}
