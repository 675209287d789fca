/// The first line of a quote that GitHub shows as an alert: `[!NOTE]`, or `[!NOTE] Title`.
struct AlertMarker: Equatable {
  var type: AdmonitionType
  /// Behind the marker; nil when nothing is.
  var title: String?

  /// Reads a line from where the quote's text begins; nil if it is no marker of a known type.
  static func parse(_ line: ArraySlice<UInt8>) -> AlertMarker? {
    guard line.starts(with: "[!".utf8),
      let close = line.prefix(16).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let word = line[(line.startIndex + 2)..<close].map(lowercased)
    guard let type = AdmonitionType.named(String(decoding: word, as: UTF8.self)) else { return nil }
    var rest = line[(close + 1)...].drop(while: isBlankByte)
    while let last = rest.last, isBlankByte(last) { rest = rest.dropLast() }
    // `[!NOTE](url)` and `[!NOTE][ref]` are links.
    if let next = line[(close + 1)...].first, !isBlankByte(next) { return nil }
    return AlertMarker(
      type: type,
      title: rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    )
  }
}
