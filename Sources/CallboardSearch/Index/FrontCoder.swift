/// Writes sorted terms, each as a digit for what it shares with the one before and the rest.
///
/// The digit counts UTF-16 code units, at most 63, because that is how the browser cuts strings. A line
/// feed stands between terms.
struct FrontCoder {
  private(set) var text: [UInt8] = []
  private var previous: [UInt8] = []
  private var isFirst = true

  mutating func append(_ term: ArraySlice<UInt8>) {
    term.withUnsafeBufferPointer { append($0) }
  }

  private mutating func append(_ term: UnsafeBufferPointer<UInt8>) {
    let (shared, units) = previous.withUnsafeBufferPointer { Self.shared($0, term) }
    if !isFirst { text.append(UInt8(ascii: "\n")) }
    isFirst = false
    text.append(DigitString.digit(units))
    let rest = UnsafeBufferPointer(rebasing: term[shared...])
    text.append(contentsOf: rest)
    previous.removeLast(previous.count - shared)
    previous.append(contentsOf: rest)
  }

  /// How many bytes and UTF-16 code units two terms begin with alike, in whole characters.
  private static func shared(
    _ previous: UnsafeBufferPointer<UInt8>,
    _ term: UnsafeBufferPointer<UInt8>
  ) -> (bytes: Int, units: Int) {
    let limit = min(previous.count, term.count)
    var bytes = 0
    var units = 0
    while bytes < limit, units < 62 {
      let width = width(previous[bytes])
      guard bytes + width <= limit,
        (bytes..<bytes + width).allSatisfy({ previous[$0] == term[$0] })
      else { break }
      bytes += width
      units += width == 4 ? 2 : 1
    }
    return (bytes, units)
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
