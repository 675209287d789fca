/// Markup whose unfinished repetition makes cmark-gfm read a paragraph again and again.
enum RepeatedMarkup: Int, CaseIterable {
  case bracket
  case instruction
  case address
  case tildes
  case parentheses

  static func starting(with byte: UInt8) -> RepeatedMarkup? {
    switch byte {
    case UInt8(ascii: "["): .bracket
    case UInt8(ascii: "<"): .instruction
    case UInt8(ascii: "w"): .address
    case UInt8(ascii: "~"): .tildes
    case UInt8(ascii: ")"): .parentheses
    default: nil
    }
  }

  /// How often one paragraph may hold it. At these counts each costs well under a second.
  var limit: Int {
    switch self {
    case .bracket: 10_000
    case .parentheses: 4_000
    default: 2_000
    }
  }

  /// As messages quote it.
  var spelling: String {
    switch self {
    case .bracket: "["
    case .instruction: "<!' or '<?"
    case .address: "www."
    case .tildes: "~~"
    case .parentheses: "))"
    }
  }

  func matches(
    _ text: UnsafeBufferPointer<UInt8>,
    at index: Int,
    in line: Range<Int>
  ) -> Bool {
    let next = index + 1 < line.upperBound ? text[index + 1] : 0
    switch self {
    case .bracket: return true
    case .instruction:
      return next == UInt8(ascii: "?") || next == UInt8(ascii: "!")
    case .address:
      return index + 3 < line.upperBound && next == UInt8(ascii: "w")
        && text[index + 2] == UInt8(ascii: "w") && text[index + 3] == UInt8(ascii: ".")
    case .tildes:
      return index == line.lowerBound || text[index - 1] != UInt8(ascii: "~")
    case .parentheses: return next == UInt8(ascii: ")")
    }
  }
}
