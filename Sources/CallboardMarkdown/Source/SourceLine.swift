/// What a line begins with, as far as lists have to know.
struct SourceLine {
  enum Kind: Equatable {
    case blank
    case text
    /// A heading, rule, quote, table row or HTML: begins a block of its own even right under text.
    case block
    /// `width` is from the marker to the item's content; `number` is nil for bullets.
    case item(width: Int, number: Int?)
    /// `!!!`, `???` or `===`, whose body is indented by four.
    case container
    case fence(marker: UInt8, length: Int)
  }

  /// Columns before the first character that is not blank; a tab goes to the next multiple of four.
  var indent: Int
  /// The bytes of that indentation.
  var indentBytes: Int
  var kind: Kind

  init(_ line: UnsafeBufferPointer<UInt8>) {
    var column = 0
    var index = 0
    scan: while index < line.count {
      switch line[index] {
      case UInt8(ascii: " "): column += 1
      case UInt8(ascii: "\t"): column += 4 - column % 4
      default: break scan
      }
      index += 1
    }
    indent = column
    indentBytes = index
    let isBlank = index == line.count || isBlankByte(line[index])
    kind = isBlank ? .blank : Self.kind(line, at: index)
  }

  private static func kind(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Kind {
    let first = line[start]
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "|"): return .block
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return fence(line, at: start) ?? .text
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "="):
      return ContainerOpener.parse(line, at: start) == nil ? .text : .container
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      if isRule(line, at: start) { return .block }
      return item(line, start: start, markerEnd: start + 1, number: nil) ?? .text
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return orderedItem(line, at: start) ?? .text
    default: return .text
    }
  }

  private static func fence(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Kind? {
    let marker = line[start]
    let length = line[start...].prefix { $0 == marker }.count
    guard length >= 3 else { return nil }
    let info = line[(start + length)...]
    guard marker == UInt8(ascii: "~") || !info.contains(marker) else { return nil }
    return .fence(marker: marker, length: length)
  }

  private static func isRule(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    let marker = line[start]
    var count = 0
    for byte in line[start...] {
      if byte == marker { count += 1 } else if !isBlankByte(byte) { return false }
    }
    return count >= 3
  }

  private static func orderedItem(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Kind? {
    // Nine digits is CommonMark's limit.
    let digits = line[start...].prefix(10).prefix(while: isDigit)
    guard digits.count <= 9, digits.endIndex < line.count else { return nil }
    let end = line[digits.endIndex]
    guard end == UInt8(ascii: ".") || end == UInt8(ascii: ")") else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return item(line, start: start, markerEnd: digits.endIndex + 1, number: number)
  }

  /// The rule of CommonMark 5.2: up to four blanks behind the marker belong to it; more are the
  /// indentation of code.
  private static func item(
    _ line: UnsafeBufferPointer<UInt8>,
    start: Int,
    markerEnd: Int,
    number: Int?
  ) -> Kind? {
    let marker = markerEnd - start
    guard markerEnd < line.count, !isLineEnd(line, markerEnd) else {
      return .item(width: marker + 1, number: number)
    }
    guard isBlankByte(line[markerEnd]) else { return nil }
    if line[markerEnd] == UInt8(ascii: "\t") { return .item(width: marker + 1, number: number) }
    let blanks = line[markerEnd...].prefix { $0 == UInt8(ascii: " ") }.count
    let isEmpty = markerEnd + blanks == line.count || isLineEnd(line, markerEnd + blanks)
    return .item(width: marker + (isEmpty || blanks > 4 ? 1 : blanks), number: number)
  }

  private static func isLineEnd(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    line[index] == UInt8(ascii: "\n")
  }
}
