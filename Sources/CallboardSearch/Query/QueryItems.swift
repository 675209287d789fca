/// Cuts a query at blanks outside quotation marks. A quotation that is never closed is text.
enum QueryItems {
  /// `maximumLength` counts UTF-16 code units, as in the browser.
  static func split(_ source: String, maximumLength: Int) -> [ParsedQuery.Item] {
    var scalars: [Unicode.Scalar] = []
    var length = 0
    for scalar in source.unicodeScalars {
      length += UTF16.width(scalar)
      if length > maximumLength { break }
      scalars.append(scalar)
    }
    var items: [ParsedQuery.Item] = []
    var index = 0
    while index < scalars.count {
      if scalars[index].properties.isWhitespace {
        index += 1
      } else if let quotation = quotation(in: scalars, at: index) {
        items.append(quotation.item)
        index = quotation.end
      } else {
        let end =
          scalars[index...].firstIndex { $0.properties.isWhitespace } ?? scalars.endIndex
        items.append(bareItem(scalars[index..<end], endsQuery: end == scalars.endIndex))
        index = end
      }
    }
    return items
  }

  private static func bareItem(
    _ scalars: ArraySlice<Unicode.Scalar>,
    endsQuery: Bool
  ) -> ParsedQuery.Item {
    let isNegative = scalars.count > 1 && scalars.first == "-" && scalars.dropFirst().first != "-"
    return ParsedQuery.Item(
      text: text(isNegative ? scalars.dropFirst() : scalars),
      isNegative: isNegative,
      endsQuery: endsQuery
    )
  }

  /// A minus, a facet with its colon, and text in quotation marks; the first two may be missing.
  private static func quotation(
    in scalars: [Unicode.Scalar],
    at start: Int
  ) -> (item: ParsedQuery.Item, end: Int)? {
    let isNegative = scalars[start] == "-"
    let facetStart = isNegative ? start + 1 : start
    let facetEnd =
      scalars[facetStart...].firstIndex { !("a"..."z").contains($0) } ?? scalars.endIndex
    let hasFacet =
      facetEnd > facetStart && facetEnd < scalars.count && scalars[facetEnd] == ":"
    let open = hasFacet ? facetEnd + 1 : facetStart
    guard open < scalars.count, scalars[open] == "\"",
      let close = scalars[(open + 1)...].firstIndex(of: "\"")
    else { return nil }
    let item = ParsedQuery.Item(
      text: text(scalars[(open + 1)..<close]),
      facet: hasFacet ? text(scalars[facetStart..<facetEnd]) : nil,
      isNegative: isNegative,
      isQuoted: true
    )
    return (item, close + 1)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// The tokens of a query's text.
struct QueryTokens: TokenSink {
  /// A part has 0 `parts`; a whole follows the parts it is made of.
  private(set) var tokens: [(text: [UInt8], parts: Int)] = []

  init(_ text: String) {
    var tokenizer = Tokenizer()
    Array(text.utf8).withUnsafeBufferPointer { tokenizer.scan($0, into: &self) }
  }

  mutating func part(_ token: UnsafeBufferPointer<UInt8>) {
    tokens.append((Array(token), 0))
  }

  mutating func whole(_ token: UnsafeBufferPointer<UInt8>, parts: Int) {
    tokens.append((Array(token), parts))
  }

  /// Whether the text ends in a letter, digit or mark, so that the reader may go on.
  static func endsInWord(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last else { return false }
    if last.isASCII { return LetterClass.ascii[Int(last.value)].isWord }
    let letter = LetterClass(last)
    return letter.isWord || letter == .unspaced
  }
}
