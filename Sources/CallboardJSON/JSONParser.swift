/// One pass of ``JSONReader`` over its bytes.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  let maximumDepth: Int
  /// Of the next byte that is not yet read.
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// - Parameter depth: How many arrays and objects are around the value.
  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "."), UInt8(ascii: "+"): throw error(.malformedNumber)
    case let byte: throw error(.unexpectedByte(byte, expected: "a value"))
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    try enter(depth)
    var members: [JSONObject.Member] = []
    if try takes(UInt8(ascii: "}")) { return JSONObject() }
    repeat {
      skipBlanks()
      try expect(UInt8(ascii: "\""), "the name of a member")
      let name = try string()
      skipBlanks()
      try expect(UInt8(ascii: ":"), "a colon")
      index += 1
      members.append(JSONObject.Member(name: name, value: try value(depth: depth + 1)))
    } while try takes(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"), "a comma or '}'")
    index += 1
    return JSONObject(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth)
    var elements: [JSONValue] = []
    if try takes(UInt8(ascii: "]")) { return elements }
    repeat {
      elements.append(try value(depth: depth + 1))
    } while try takes(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"), "a comma or ']'")
    index += 1
    return elements
  }

  /// Steps over the opening bracket.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth < maximumDepth else { throw error(.tooDeep(limit: maximumDepth)) }
    index += 1
  }

  private mutating func literal(
    _ text: StaticString,
    _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    for offset in 0..<text.utf8CodeUnitCount {
      guard index < bytes.count else { throw error(.unexpectedEnd) }
      guard bytes[index] == text.utf8Start[offset] else {
        throw error(.unexpectedByte(bytes[index], expected: "'\(text)'"))
      }
      index += 1
    }
    return value
  }

  /// Steps over `byte` if it is next after blanks.
  private mutating func takes(_ byte: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    guard bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private func expect(_ byte: UInt8, _ expected: String) throws(JSONError) {
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    guard bytes[index] == byte else {
      throw error(.unexpectedByte(bytes[index], expected: expected))
    }
  }

  /// Steps over the four blanks that JSON knows.
  mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// An error at the next byte.
  func error(_ reason: JSONError.Reason) -> JSONError { JSONError(reason, at: index, in: bytes) }
}
