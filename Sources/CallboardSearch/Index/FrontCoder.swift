/// Writes sorted terms, each as a digit for what it shares with the one before and the rest.
///
/// The digit counts UTF-16 code units, at most 63, because that is how the browser cuts strings. A line
/// feed stands between terms.
struct FrontCoder {
  private(set) var text: [UInt8] = []
  private var previous: [UInt8] = []
  private var isFirst = true

  mutating func append(_ term: ArraySlice<UInt8>) {
    var shared = 0
    var units = 0
    var byte = 0
    while byte < min(previous.count, term.count), units < 62 {
      let width = Self.width(previous[byte])
      guard byte + width <= min(previous.count, term.count),
        previous[byte..<byte + width].elementsEqual(term.dropFirst(byte).prefix(width))
      else { break }
      byte += width
      units += width == 4 ? 2 : 1
      shared = byte
    }
    if !isFirst { text.append(UInt8(ascii: "\n")) }
    isFirst = false
    text.append(DigitString.digit(units))
    text.append(contentsOf: term.dropFirst(shared))
    previous = Array(term)
  }

  /// The JSON value.
  var string: String { String(decoding: text, as: UTF8.self) }

  /// The width of the UTF-8 sequence that begins with `lead`.
  static func width(_ lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
