extension JSONParser {
  /// Reads a string from its opening quote to behind the closing one.
  mutating func string() throws(JSONError) -> String {
    index += 1
    let start = index
    skipPlain()
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    if bytes[index] == UInt8(ascii: "\"") {
      let text = try text(of: start..<index)
      index += 1
      return text
    }
    return try escapedString(from: start)
  }

  /// A string that is no run of plain bytes; `index` stands at the first byte that is not plain.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * (index - start) + 16)
    var runStart = start
    while index < bytes.count {
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[runStart..<index]))
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw invalidUTF8(in: start..<index)
        }
        index += 1
        return string
      case UInt8(ascii: "\\"):
        // Most escapes stand for one byte.
        let scalar = try escape()
        if scalar.isASCII {
          text.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      default:
        throw error(.controlCharacter(bytes[index]))
      }
      runStart = index
      skipPlain()
    }
    throw error(.unexpectedEnd)
  }

  /// Steps over bytes that stand for themselves.
  private mutating func skipPlain() {
    // A local variable stays in a register.
    var next = index
    let end = bytes.count
    while next < end {
      let byte = bytes[next]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      next += 1
    }
    index = next
  }

  private func text(of range: Range<Int>) throws(JSONError) -> String {
    let run = UnsafeBufferPointer(rebasing: bytes[range])
    if let text = String(validating: run, as: UTF8.self) { return text }
    throw invalidUTF8(in: range)
  }

  /// The error at the first byte that is not UTF-8. Escapes are ASCII and change nothing about it.
  private func invalidUTF8(in range: Range<Int>) -> JSONError {
    let run = UnsafeBufferPointer(rebasing: bytes[range])
    return JSONError(.invalidUTF8, at: range.lowerBound + Self.validPrefix(run), in: bytes)
  }

  /// How many bytes are UTF-8 before the first that is not.
  private static func validPrefix(_ run: UnsafeBufferPointer<UInt8>) -> Int {
    var iterator = run.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var count = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { count += scalar.count }
    return count
  }

  /// Reads an escape from its `\` on.
  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    let start = index
    guard index + 1 < bytes.count else {
      index = bytes.count
      throw error(.unexpectedEnd)
    }
    index += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw JSONError(.malformedEscape, at: start, in: bytes)
    }
  }

  /// One `\uXXXX`, or two that are a surrogate pair; `index` stands behind the first `\u`.
  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    let unit = try hexUnit(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw JSONError(.loneSurrogate, at: start, in: bytes) }
    let second = index
    index += 2
    let low = try hexUnit(from: second)
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw JSONError(.loneSurrogate, at: start, in: bytes) }
    return scalar
  }

  private mutating func hexUnit(from start: Int) throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      let byte = bytes[index]
      let letter = (byte | 0x20) &- UInt8(ascii: "a")
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 || letter < 6 else {
        throw JSONError(.malformedEscape, at: start, in: bytes)
      }
      unit = unit << 4 | UInt32(digit < 10 ? digit : letter + 10)
      index += 1
    }
    return unit
  }
}
